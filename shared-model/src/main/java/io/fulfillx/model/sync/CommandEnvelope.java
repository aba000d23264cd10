package io.fulfillx.model.sync;

import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.OperatorId;

import java.time.Instant;

/**
 * A command as it stands in a station's journal.
 *
 * @param n 1, 2, 3… without gaps within one epoch of one station
 * @param recordedAt the station's clock when the act was confirmed
 * @param correlationId ties the act to logs on both sides
 */
public record CommandEnvelope(
        long n,
        CommandId commandId,
        OperatorId operatorId,
        Instant recordedAt,
        String correlationId,
        StationCommand command) {}
