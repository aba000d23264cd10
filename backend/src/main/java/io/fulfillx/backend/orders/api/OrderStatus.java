package io.fulfillx.backend.orders.api;

import java.util.EnumSet;
import java.util.Set;

/** Where an order stands. Holds are apart: a held order keeps its status. */
public enum OrderStatus {
    /** Known, but its items or its stock are not settled. */
    RECEIVED,
    /** All its stock is reserved. */
    ALLOCATED,
    /** There is not enough stock; it is tried again when stock comes. */
    BACKORDERED,
    /** Given to a wave. */
    RELEASED,
    /** Somebody picks or packs it. */
    IN_FULFILLMENT,
    PARTIALLY_SHIPPED,
    SHIPPED,
    CANCELLED,
    /** Digital goods only, or everything was shipped before the order came to us. */
    NOTHING_TO_SHIP;

    /** The states this one may change into. */
    public Set<OrderStatus> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(ALLOCATED, BACKORDERED, CANCELLED);
            case ALLOCATED -> EnumSet.of(BACKORDERED, RELEASED, CANCELLED);
            case BACKORDERED -> EnumSet.of(ALLOCATED, CANCELLED);
            case RELEASED ->
                    EnumSet.of(
                            ALLOCATED,
                            BACKORDERED,
                            IN_FULFILLMENT,
                            PARTIALLY_SHIPPED,
                            SHIPPED,
                            CANCELLED);
            case IN_FULFILLMENT ->
                    EnumSet.of(ALLOCATED, BACKORDERED, PARTIALLY_SHIPPED, SHIPPED, CANCELLED);
            // The rest of the order waits for stock again, or goes into another wave.
            case PARTIALLY_SHIPPED -> EnumSet.of(ALLOCATED, BACKORDERED, SHIPPED);
            case SHIPPED, CANCELLED, NOTHING_TO_SHIP -> EnumSet.noneOf(OrderStatus.class);
        };
    }

    public boolean canBecome(OrderStatus status) {
        return next().contains(status);
    }

    /** Whether its stock is, or waits to be, reserved and no wave has it. */
    public boolean awaitsRelease() {
        return this == RECEIVED || this == ALLOCATED || this == BACKORDERED;
    }
}
