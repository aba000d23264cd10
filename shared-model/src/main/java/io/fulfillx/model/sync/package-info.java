/** What a packing station reports: commands up, verdicts back. */
@NullMarked
package io.fulfillx.model.sync;

import org.jspecify.annotations.NullMarked;
