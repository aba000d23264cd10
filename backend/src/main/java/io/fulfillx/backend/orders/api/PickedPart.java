package io.fulfillx.backend.orders.api;

/**
 * Somebody confirmed a pick for a part.
 *
 * @param complete all units of the part lie in totes
 * @param correlation of the act
 */
public record PickedPart(LockedPart part, boolean complete, String correlation) {}
