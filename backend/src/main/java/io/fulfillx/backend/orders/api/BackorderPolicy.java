package io.fulfillx.backend.orders.api;

/** What is done when there is too little stock for an order. */
public enum BackorderPolicy {
    /** What is there is sent; the rest follows as a part of its own. */
    SHIP_AVAILABLE,
    /** Nothing is reserved or sent before all of it is there. */
    SHIP_COMPLETE,
    /** What is there is reserved, and a person decides. */
    ASK
}
