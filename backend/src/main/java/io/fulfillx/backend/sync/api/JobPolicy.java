package io.fulfillx.backend.sync.api;

import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.model.station.HoldNotice;
import io.fulfillx.model.station.JobClaim;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.LanePlate;
import io.fulfillx.model.station.PackJob;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** What a station may do with a parcel, by its order and by itself. */
public final class JobPolicy {
    private JobPolicy() {}

    /**
     * @param mayLackLabel whether it may be packed although it has no label now
     */
    public static JobState state(Parcel parcel, OrderForShipping order, boolean mayLackLabel) {
        if (parcel.status() == ParcelStatus.PACKED) {
            return JobState.SHIPPED;
        } else if (parcel.status() == ParcelStatus.CANCELLED
                || order.status().isGivenUp()
                || parcel.status() == ParcelStatus.PLANNED && !mayLackLabel
                || parcel.isEmpty()) {
            return JobState.WITHDRAWN;
        }
        return parcel.holds(order.activeHolds()).isEmpty() ? JobState.READY : JobState.HELD;
    }

    /** The job for a station that has it no more: it is told who has. */
    public static PackJob lost(PackJob job, Claim claim, String taker) {
        return job.withdrawn(new JobClaim(claim.epoch(), null, List.of(), taker, null));
    }

    /**
     * The job for the station that has it, with what is known to be done of it.
     *
     * @param plate under which it waits on the lane; null when it does not
     * @param tote into which it was picked last; null before that
     */
    public static PackJob held(
            PackJob job,
            Parcel parcel,
            Claim claim,
            @Nullable LanePlate plate,
            @Nullable String tote) {
        List<JobClaim.Picked> picked =
                parcel.lines().stream()
                        .filter(line -> !line.picked().isZero())
                        .map(line -> new JobClaim.Picked(line.partId(), line.picked()))
                        .toList();
        String known = picked.isEmpty() ? null : tote;
        return job.under(new JobClaim(claim.epoch(), known, picked, null, plate));
    }

    public static HoldNotice notice(ActiveHold hold) {
        // The id is a UUIDv7: its first 48 bits are the moment it was made (RFC 9562, 5.7).
        long millis = hold.holdId().value().getMostSignificantBits() >>> 16;
        return new HoldNotice(hold.type().name(), hold.reason(), Instant.ofEpochMilli(millis));
    }
}
