package io.fulfillx.backend.inventory.ledger;

import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;

import java.util.Comparator;

/**
 * Which units: those of an item, at a location, of a lot. Sorted as every transaction works on
 * them.
 *
 * @param lot empty for units that are in no lot
 */
public record StockKey(ItemId item, LocationId location, String lot)
        implements Comparable<StockKey> {
    /** The text of an id sorts as the database sorts the id. */
    private static final Comparator<StockKey> ORDER =
            Comparator.comparing((StockKey key) -> key.item().toString())
                    .thenComparing(key -> key.location().toString())
                    .thenComparing(StockKey::lot);

    /** Units that are in no lot. */
    public static StockKey of(ItemId item, LocationId location) {
        return new StockKey(item, location, "");
    }

    /** The same units elsewhere. */
    public StockKey at(LocationId other) {
        return new StockKey(item, other, lot);
    }

    @Override
    public int compareTo(StockKey other) {
        return ORDER.compare(this, other);
    }
}
