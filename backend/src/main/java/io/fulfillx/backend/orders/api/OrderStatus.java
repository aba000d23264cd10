package io.fulfillx.backend.orders.api;

import static io.fulfillx.backend.platform.state.StateTable.in;

import io.fulfillx.backend.platform.state.StateTable;

/**
 * Where an order stands, as it follows from its fulfillment orders; nobody sets it. Holds are
 * apart: a held order keeps its status.
 */
public enum OrderStatus {
    /** Known, but the catalog does not know all its items. */
    RECEIVED,
    /** All its items are known; no stock was asked for. */
    VALIDATED,
    /** All its stock is reserved. */
    ALLOCATED,
    /** A part of its stock is reserved. */
    PARTIALLY_ALLOCATED,
    /** There is not enough stock; it is tried again when stock comes. */
    BACKORDERED,
    /** Given to a wave. */
    RELEASED,
    /** Somebody picks or packs it. */
    IN_FULFILLMENT,
    PARTIALLY_SHIPPED,
    SHIPPED,
    /** The carrier brought every parcel of it. */
    DELIVERED,
    /** Put away for good. */
    CLOSED,
    /** Given up, and a station that works on it has not answered yet. */
    CANCEL_REQUESTED,
    CANCELLED,
    /** Digital goods only, or everything was shipped before the order came to us. */
    NOTHING_TO_SHIP;

    /** What can be asked of an order. Where it leads is derived, so no verb changes the status. */
    public enum Verb {
        HOLD,
        ALLOCATE,
        CANCEL,
        CANCEL_LINES,
        CONFIRM_CANCEL,
        CHANGE_ADDRESS,
        CHANGE_QUANTITY,
        CHANGE_POLICY,
        CLOSE
    }

    /** What can be asked of an order in each status. */
    public static final StateTable<OrderStatus, Verb> TABLE =
            StateTable.of("The order", OrderStatus.class, Verb.class)
                    .stay(
                            in(
                                    RECEIVED,
                                    VALIDATED,
                                    ALLOCATED,
                                    PARTIALLY_ALLOCATED,
                                    BACKORDERED,
                                    RELEASED,
                                    IN_FULFILLMENT,
                                    PARTIALLY_SHIPPED,
                                    CANCEL_REQUESTED),
                            Verb.HOLD)
                    .stay(
                            in(
                                    RECEIVED,
                                    VALIDATED,
                                    ALLOCATED,
                                    PARTIALLY_ALLOCATED,
                                    BACKORDERED,
                                    RELEASED,
                                    IN_FULFILLMENT,
                                    PARTIALLY_SHIPPED),
                            Verb.ALLOCATE)
                    .stay(
                            in(
                                    RECEIVED,
                                    VALIDATED,
                                    ALLOCATED,
                                    PARTIALLY_ALLOCATED,
                                    BACKORDERED,
                                    RELEASED,
                                    IN_FULFILLMENT,
                                    PARTIALLY_SHIPPED,
                                    SHIPPED,
                                    CANCEL_REQUESTED,
                                    CANCELLED),
                            Verb.CANCEL)
                    .stay(
                            in(
                                    RECEIVED,
                                    VALIDATED,
                                    ALLOCATED,
                                    PARTIALLY_ALLOCATED,
                                    BACKORDERED,
                                    RELEASED,
                                    IN_FULFILLMENT,
                                    PARTIALLY_SHIPPED),
                            Verb.CANCEL_LINES)
                    .stay(in(CANCEL_REQUESTED), Verb.CONFIRM_CANCEL)
                    .stay(
                            in(
                                    RECEIVED,
                                    VALIDATED,
                                    ALLOCATED,
                                    PARTIALLY_ALLOCATED,
                                    BACKORDERED,
                                    RELEASED,
                                    IN_FULFILLMENT,
                                    PARTIALLY_SHIPPED),
                            Verb.CHANGE_ADDRESS)
                    .stay(
                            in(
                                    RECEIVED,
                                    VALIDATED,
                                    ALLOCATED,
                                    PARTIALLY_ALLOCATED,
                                    BACKORDERED,
                                    PARTIALLY_SHIPPED),
                            Verb.CHANGE_QUANTITY)
                    .stay(
                            in(
                                    RECEIVED,
                                    VALIDATED,
                                    ALLOCATED,
                                    PARTIALLY_ALLOCATED,
                                    BACKORDERED,
                                    PARTIALLY_SHIPPED),
                            Verb.CHANGE_POLICY)
                    .stay(in(SHIPPED, DELIVERED, CANCELLED, NOTHING_TO_SHIP), Verb.CLOSE)
                    .done();

    /** Whether nothing of it is to leave the house any more. */
    public boolean isOver() {
        return switch (this) {
            case SHIPPED, DELIVERED, CLOSED, CANCELLED, NOTHING_TO_SHIP -> true;
            case RECEIVED,
                    VALIDATED,
                    ALLOCATED,
                    PARTIALLY_ALLOCATED,
                    BACKORDERED,
                    RELEASED,
                    IN_FULFILLMENT,
                    PARTIALLY_SHIPPED,
                    CANCEL_REQUESTED ->
                    false;
        };
    }

    /** Whether it is given up, be it that a station still has to answer. */
    public boolean isGivenUp() {
        return this == CANCEL_REQUESTED || this == CANCELLED;
    }

    /** Whether its stock is, or waits to be, reserved and no wave has any of it. */
    public boolean awaitsRelease() {
        return switch (this) {
            case RECEIVED, VALIDATED, ALLOCATED, PARTIALLY_ALLOCATED, BACKORDERED -> true;
            case RELEASED,
                    IN_FULFILLMENT,
                    PARTIALLY_SHIPPED,
                    SHIPPED,
                    DELIVERED,
                    CLOSED,
                    CANCEL_REQUESTED,
                    CANCELLED,
                    NOTHING_TO_SHIP ->
                    false;
        };
    }
}
