/** The stock ledger, its levels and the reservations of orders. */
@NullMarked
package io.fulfillx.backend.inventory;

import org.jspecify.annotations.NullMarked;
