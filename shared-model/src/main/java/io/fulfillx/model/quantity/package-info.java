/** Amounts with their unit. Integers only: no floating point in money, weight or stock. */
@NullMarked
package io.fulfillx.model.quantity;

import org.jspecify.annotations.NullMarked;
