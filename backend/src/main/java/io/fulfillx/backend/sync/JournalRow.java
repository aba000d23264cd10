package io.fulfillx.backend.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.wire.Json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One row of a station's journal as it arrived. A command that this server does not understand
 * still has its place in the order, so that it cannot block those behind it.
 *
 * @param raw the command's JSON
 * @param command empty when it is of no known kind or incomplete
 */
record JournalRow(
        long n,
        CommandId commandId,
        OperatorId operatorId,
        Instant recordedAt,
        String correlationId,
        String raw,
        Optional<StationCommand> command) {

    /**
     * Reads the rows one by one.
     *
     * @throws Fault INVALID when a row lacks its identity or the numbers have a gap
     */
    static List<JournalRow> all(JsonNode commands) {
        List<JournalRow> rows = new ArrayList<>();
        for (JsonNode node : commands) {
            String pointer = "/commands/" + rows.size();
            JournalRow row = read(node, pointer);
            if (!rows.isEmpty() && row.n() != rows.getLast().n() + 1) {
                throw Fault.invalid(pointer + "/n", "The numbers of a batch have no gaps.");
            }
            rows.add(row);
        }
        return rows;
    }

    private static JournalRow read(JsonNode node, String pointer) {
        JsonNode n = node.path("n");
        if (!n.canConvertToLong() || n.longValue() < 1) {
            throw Fault.invalid(pointer + "/n", "A row has a number from 1.");
        }
        String correlation = node.path("correlationId").asText("");
        try {
            return new JournalRow(
                    n.longValue(),
                    new CommandId(UUID.fromString(node.path("commandId").asText())),
                    new OperatorId(UUID.fromString(node.path("operatorId").asText())),
                    Instant.parse(node.path("recordedAt").asText()),
                    Correlation.acceptable(correlation) ? correlation : Correlation.current(),
                    node.path("command").toString(),
                    command(node.path("command")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Fault.invalid(
                    pointer, "A row has a commandId, an operatorId and the time recordedAt.");
        }
    }

    private static Optional<StationCommand> command(JsonNode node) {
        try {
            return Optional.ofNullable(Json.mapper().treeToValue(node, StationCommand.class))
                    .filter(JournalRow::complete);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Absent fields arrive as null, whatever the records promise. */
    private static boolean complete(StationCommand command) {
        JsonNode written = Json.mapper().valueToTree(command);
        for (JsonNode field : written) {
            if (field.isNull()) {
                return false;
            }
        }
        return true;
    }
}
