package io.fulfillx.backend.orders.api;

import java.util.List;

/**
 * A part as it stands, whose orders nobody else changes until the transaction ends.
 *
 * @param part with all its lines, those of merged orders included
 * @param status of the order it belongs to
 * @param holds on that order and on what goes with it
 */
public record LockedPart(FulfillmentOrder part, OrderStatus status, List<ActiveHold> holds) {
    public LockedPart {
        holds = List.copyOf(holds);
    }
}
