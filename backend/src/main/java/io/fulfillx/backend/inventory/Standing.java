package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.ReservationPolicy.Grant;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;

import java.util.HashMap;
import java.util.Map;

/** What orders have been given already, kept up to date while more is given to them. Pure. */
final class Standing {
    /** A line and one of the items it is made of: a kit has several. */
    private record LineItem(OrderLineId lineId, ItemId itemId) {}

    private final Map<LineItem, Integer> covered = new HashMap<>();
    private final Map<OrderId, Long> rounds = new HashMap<>();

    void cover(OrderLineId line, ItemId item, int units) {
        covered.merge(new LineItem(line, item), units, Integer::sum);
    }

    void cover(Grant grant) {
        cover(grant.lineId(), grant.key().item(), grant.quantity().units());
    }

    int covered(OrderLineId line, ItemId item) {
        return covered.getOrDefault(new LineItem(line, item), 0);
    }

    void rounds(OrderId order, long movements) {
        rounds.put(order, movements);
    }

    /**
     * Grows with every movement for the order, so that its later movements have keys of their own.
     */
    long nextRound(OrderId order) {
        return rounds.merge(order, 1L, Long::sum) - 1;
    }
}
