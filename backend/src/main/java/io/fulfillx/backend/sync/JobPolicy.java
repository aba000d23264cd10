package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.model.station.HoldNotice;
import io.fulfillx.model.station.JobState;

import java.time.Instant;

/** What a station may do with a parcel, by its order and by itself. */
final class JobPolicy {
    private JobPolicy() {}

    static JobState state(Parcel parcel, OrderForShipping order) {
        if (parcel.status() == ParcelStatus.PACKED) {
            return JobState.SHIPPED;
        } else if (parcel.status() == ParcelStatus.CANCELLED
                || order.status().isGivenUp()
                || parcel.status() == ParcelStatus.PLANNED
                || parcel.isEmpty()) {
            return JobState.WITHDRAWN;
        }
        return parcel.holds(order).isEmpty() ? JobState.READY : JobState.HELD;
    }

    static HoldNotice notice(ActiveHold hold) {
        // The id is a UUIDv7: its first 48 bits are the moment it was made (RFC 9562, 5.7).
        long millis = hold.holdId().value().getMostSignificantBits() >>> 16;
        return new HoldNotice(hold.type().name(), hold.reason(), Instant.ofEpochMilli(millis));
    }
}
