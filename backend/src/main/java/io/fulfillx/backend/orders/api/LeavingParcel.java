package io.fulfillx.backend.orders.api;

/**
 * A parcel that leaves the bench.
 *
 * @param part that it belongs to
 * @param last no other parcel of the part is still to be packed
 * @param correlation of the act
 */
public record LeavingParcel(
        LockedPart part, ShippedParcel parcel, boolean last, String correlation) {}
