package io.fulfillx.backend.inventory.ledger;

/** An event, and who books it. */
public record Posting(StockEvent event, Booking booking) {}
