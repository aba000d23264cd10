/** One action over many orders, row by row. */
@NullMarked
package io.fulfillx.backend.orders.bulk;

import org.jspecify.annotations.NullMarked;
