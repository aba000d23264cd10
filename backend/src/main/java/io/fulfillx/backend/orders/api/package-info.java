/** What other features see of an order. */
@NullMarked
package io.fulfillx.backend.orders.api;

import org.jspecify.annotations.NullMarked;
