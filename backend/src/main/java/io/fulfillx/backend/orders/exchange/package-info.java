/** Orders in files, both ways. */
@NullMarked
package io.fulfillx.backend.orders.exchange;

import org.jspecify.annotations.NullMarked;
