package io.fulfillx.backend.orders.api;

/** A hold that is not released. */
public record ActiveHold(HoldId holdId, HoldType type, String reason) {}
