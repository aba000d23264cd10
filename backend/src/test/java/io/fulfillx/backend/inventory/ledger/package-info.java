/** Properties of the stock ledger. */
@NullMarked
package io.fulfillx.backend.inventory.ledger;

import org.jspecify.annotations.NullMarked;
