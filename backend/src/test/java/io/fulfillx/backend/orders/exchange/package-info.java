/** Tests through the running server. */
@NullMarked
package io.fulfillx.backend.orders.exchange;

import org.jspecify.annotations.NullMarked;
