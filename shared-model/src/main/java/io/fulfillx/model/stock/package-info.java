/** Reserving stock: the request and its outcomes. */
@NullMarked
package io.fulfillx.model.stock;

import org.jspecify.annotations.NullMarked;
