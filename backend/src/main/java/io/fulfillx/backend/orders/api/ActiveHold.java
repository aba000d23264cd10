package io.fulfillx.backend.orders.api;

import io.fulfillx.model.id.OrderLineId;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.UUID;

/**
 * A hold that is not released.
 *
 * @param subject the fulfillment order or the line it is about; null when it is the whole order
 */
public record ActiveHold(
        HoldId holdId, HoldType type, String reason, HoldScope scope, @Nullable UUID subject) {
    /** On the whole order. */
    public ActiveHold(HoldId holdId, HoldType type, String reason) {
        this(holdId, type, reason, HoldScope.ORDER, null);
    }

    /** Whether it keeps those lines of that part from going on. */
    public boolean touches(FulfillmentOrderId part, Collection<OrderLineId> lines) {
        return switch (scope) {
            case ORDER -> true;
            case FULFILLMENT_ORDER -> part.value().equals(subject);
            case LINE, SKU, LOT -> lines.stream().anyMatch(line -> line.value().equals(subject));
        };
    }
}
