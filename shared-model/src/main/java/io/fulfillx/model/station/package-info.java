/** What a packing station holds: jobs, operators, labels. Sent down by the feed. */
@NullMarked
package io.fulfillx.model.station;

import org.jspecify.annotations.NullMarked;
