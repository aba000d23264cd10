/** Notes with mentions, tags and attachments of orders. */
@NullMarked
package io.fulfillx.backend.orders.notes;

import org.jspecify.annotations.NullMarked;
