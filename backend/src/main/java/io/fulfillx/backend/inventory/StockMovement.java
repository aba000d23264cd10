package io.fulfillx.backend.inventory;

import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * One row of the ledger.
 *
 * @param key the same for a repeat of the same movement, which then changes nothing
 * @param subject the order or parcel it is for
 */
record StockMovement(
        String key,
        Kind kind,
        ItemId itemId,
        LocationId locationId,
        StockChange change,
        @Nullable UUID subject,
        String actor,
        String reason) {
    /** Why stock moves; the names are those of the ledger. */
    enum Kind {
        RECEIVE,
        RESERVE,
        RELEASE,
        COMMIT_SHIP,
        ADJUST,
        DAMAGE
    }
}
