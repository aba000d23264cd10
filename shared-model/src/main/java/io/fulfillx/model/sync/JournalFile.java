package io.fulfillx.model.sync;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.model.id.StationId;

import java.util.List;

/**
 * Rows of a station's journal on their way by hand.
 *
 * @param format {@link #FORMAT}
 * @param stationId who signed them
 * @param commands journal rows in order, as they were signed
 */
public record JournalFile(
        int format,
        String stationName,
        StationId stationId,
        String epoch,
        List<JsonNode> commands) {
    public static final int FORMAT = 1;

    public JournalFile {
        commands = List.copyOf(commands);
    }
}
