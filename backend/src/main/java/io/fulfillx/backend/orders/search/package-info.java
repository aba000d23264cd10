/** Finds orders by what people remember of them, and keeps the index for it. */
@NullMarked
package io.fulfillx.backend.orders.search;

import org.jspecify.annotations.NullMarked;
