package io.fulfillx.backend.inventory.ledger;

import java.util.List;

/**
 * What an event does to one level.
 *
 * @param serials numbers of the units whose place changes; empty for items without numbers
 */
public record StockLeg(StockKey key, Buckets delta, List<String> serials) {
    public StockLeg {
        serials = List.copyOf(serials);
    }

    public StockLeg(StockKey key, Buckets delta) {
        this(key, delta, List.of());
    }

    StockLeg plus(StockLeg other) {
        List<String> both = new java.util.ArrayList<>(serials);
        both.addAll(other.serials);
        return new StockLeg(key, delta.plus(other.delta), both);
    }
}
