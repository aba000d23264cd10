package io.fulfillx.backend.inventory.ledger;

import java.util.List;

/**
 * Some units of a level.
 *
 * @param pinned how many of them are bound to this place and lot, when they are promised
 */
public record Portion(StockKey key, int units, int pinned, List<String> serials) {
    public Portion {
        serials = List.copyOf(serials);
        if (units < 0 || pinned < 0 || pinned > units) {
            throw new IllegalArgumentException("not a portion: " + units + ", pinned " + pinned);
        }
    }

    public static Portion of(StockKey key, int units) {
        return new Portion(key, units, 0, List.of());
    }
}
