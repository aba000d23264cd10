package io.fulfillx.backend.fulfillment.api;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A station's right to work on a parcel.
 *
 * @param epoch the fencing number: 1 for the first holder, then one more for each
 * @param leaseUntil after that a soft claim may be given to another station
 * @param madeBy who gave it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Claim(
        ParcelId parcelId,
        int epoch,
        StationId stationId,
        State state,
        Instant leaseUntil,
        Instant madeAt,
        String madeBy,
        String reason,
        @Nullable Instant committedAt,
        @Nullable Instant revokedAt) {
    /** How firmly a station holds a parcel. */
    public enum State {
        /** Given, and not known to have arrived at the station. */
        SOFT,
        /** The station has it and may work on it for days without the server. */
        COMMITTED,
        /** Another station has it since. */
        REVOKED
    }

    public boolean isRevoked() {
        return state == State.REVOKED;
    }
}
