/** Tests of what managers read. */
@NullMarked
package io.fulfillx.backend.insight;

import org.jspecify.annotations.NullMarked;
