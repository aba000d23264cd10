/** The stock ledger: its events, what each does, its one writer, its replay. */
@NullMarked
package io.fulfillx.backend.inventory.ledger;

import org.jspecify.annotations.NullMarked;
