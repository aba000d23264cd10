package io.fulfillx.backend.orders.api;

/** What a hold is about. */
public enum HoldScope {
    ORDER,
    FULFILLMENT_ORDER,
    LINE,
    /** Every order with the item waits. */
    SKU,
    /** Every order that was promised units of the lot waits. */
    LOT
}
