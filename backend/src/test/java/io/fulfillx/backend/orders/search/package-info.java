/** Tests through the running server. */
@NullMarked
package io.fulfillx.backend.orders.search;

import org.jspecify.annotations.NullMarked;
