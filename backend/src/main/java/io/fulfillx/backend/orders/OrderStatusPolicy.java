package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.FulfillmentOrderState;
import io.fulfillx.backend.orders.api.OrderStatus;

import java.util.List;

/** Derives where an order stands from what its parts say. Pure. */
final class OrderStatusPolicy {
    private OrderStatusPolicy() {}

    /**
     * What an order's status follows from.
     *
     * @param matched the catalog knows the item of every line still to be sent
     * @param delivered the carrier brought every parcel that left
     * @param parts of each, the lines of this order alone
     */
    record Facts(
            boolean matched,
            boolean cancelRequested,
            boolean cancelled,
            boolean closed,
            boolean delivered,
            List<FulfillmentOrder> parts) {
        Facts {
            parts = List.copyOf(parts);
        }
    }

    static OrderStatus status(Facts facts) {
        if (facts.closed()) {
            return OrderStatus.CLOSED;
        }
        List<FulfillmentOrder> live =
                facts.parts().stream()
                        .filter(part -> part.state() != FulfillmentOrderState.CANCELLED)
                        .filter(part -> part.units() > 0)
                        .toList();
        if (live.isEmpty()) {
            return facts.cancelled() || !facts.parts().isEmpty()
                    ? OrderStatus.CANCELLED
                    : OrderStatus.NOTHING_TO_SHIP;
        }
        boolean allShipped =
                live.stream().allMatch(part -> part.state() == FulfillmentOrderState.SHIPPED);
        if (allShipped) {
            return facts.delivered() ? OrderStatus.DELIVERED : OrderStatus.SHIPPED;
        } else if (facts.cancelRequested()) {
            return OrderStatus.CANCEL_REQUESTED;
        }
        return live.stream().anyMatch(part -> part.shippedUnits() > 0)
                ? OrderStatus.PARTIALLY_SHIPPED
                : unshipped(facts, live);
    }

    private static OrderStatus unshipped(Facts facts, List<FulfillmentOrder> live) {
        boolean released = live.stream().anyMatch(part -> !part.state().isPlannable());
        if (released) {
            return live.stream().anyMatch(OrderStatusPolicy::isBegun)
                    ? OrderStatus.IN_FULFILLMENT
                    : OrderStatus.RELEASED;
        } else if (live.stream().allMatch(FulfillmentOrder::isAllocated)) {
            return OrderStatus.ALLOCATED;
        } else if (live.stream().anyMatch(part -> part.allocatedUnits() > 0)) {
            return OrderStatus.PARTIALLY_ALLOCATED;
        } else if (!facts.matched()) {
            return OrderStatus.RECEIVED;
        }
        boolean tried = live.stream().anyMatch(part -> part.backorderedAt() != null);
        return tried ? OrderStatus.BACKORDERED : OrderStatus.VALIDATED;
    }

    private static boolean isBegun(FulfillmentOrder part) {
        return switch (part.state()) {
            case PICKING -> part.startedAt() != null;
            case PICKED, PACKING, PACKED, SHIPPED, EXCEPTION -> true;
            case OPEN, SCHEDULED, CANCELLED -> false;
        };
    }
}
