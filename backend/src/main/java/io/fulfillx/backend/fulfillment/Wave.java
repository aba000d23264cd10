package io.fulfillx.backend.fulfillment;

import io.fulfillx.model.id.StationId;
import io.fulfillx.model.id.WaveId;

import java.time.Instant;

/**
 * Orders released to a station together, and how far they are.
 *
 * @param labelled parcels whose label was bought
 * @param failed parcels that get no label until somebody acts
 * @param packed parcels that left the bench
 */
public record Wave(
        WaveId waveId,
        StationId stationId,
        String releasedBy,
        Instant releasedAt,
        int orders,
        int parcels,
        int labelled,
        int failed,
        int packed,
        State state) {
    /** How far the wave is. */
    public enum State {
        /** Labels are being bought. */
        LABELLING,
        /** Every parcel that can be packed has its label. */
        READY,
        /** Nothing goes on by itself: some parcels have no label. */
        NEEDS_ATTENTION,
        /** Every parcel left the bench or was cancelled. */
        DONE
    }

    /**
     * @param cancelledEarly cancelled before a label was bought
     */
    record Counts(
            int orders,
            int parcels,
            int labelled,
            int failed,
            int packed,
            int cancelled,
            int cancelledEarly) {
        State state() {
            if (packed + cancelled >= parcels) {
                return State.DONE;
            } else if (labelled + failed + cancelledEarly < parcels) {
                return State.LABELLING;
            }
            return failed == 0 ? State.READY : State.NEEDS_ATTENTION;
        }
    }

    static Wave of(WaveId id, StationId station, String by, Instant at, Counts counts) {
        return new Wave(
                id,
                station,
                by,
                at,
                counts.orders(),
                counts.parcels(),
                counts.labelled(),
                counts.failed(),
                counts.packed(),
                counts.state());
    }
}
