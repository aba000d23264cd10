/** Tests through the running server. */
@NullMarked
package io.fulfillx.backend.orders.notes;

import org.jspecify.annotations.NullMarked;
