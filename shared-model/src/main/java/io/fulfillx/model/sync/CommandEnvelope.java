package io.fulfillx.model.sync;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.OperatorId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A command as it stands in a station's journal.
 *
 * @param n 1, 2, 3… without gaps within one epoch of one station
 * @param recordedAt the station's clock when the act was confirmed
 * @param correlationId ties the act to logs on both sides
 * @param claimEpoch of the claim under which the act was done, see {@link
 *     io.fulfillx.model.station.JobClaim}; null when the station knew of none. It is not signed:
 *     the server takes it only for a claim that it gave to this very station
 */
public record CommandEnvelope(
        long n,
        CommandId commandId,
        OperatorId operatorId,
        Instant recordedAt,
        String correlationId,
        StationCommand command,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer claimEpoch) {
    /** An act under no claim that the station knew of. */
    public CommandEnvelope(
            long n,
            CommandId commandId,
            OperatorId operatorId,
            Instant recordedAt,
            String correlationId,
            StationCommand command) {
        this(n, commandId, operatorId, recordedAt, correlationId, command, null);
    }
}
