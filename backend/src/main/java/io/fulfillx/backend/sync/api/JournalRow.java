package io.fulfillx.backend.sync.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.sync.RowBytes;
import io.fulfillx.model.sync.RowSeal;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationCommand.OnParcel;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One row of a station's journal as it arrived. A command that this server does not understand
 * still has its place in the order, so that it cannot block those behind it.
 *
 * @param raw the command as it came
 * @param command empty when it is of no known kind or incomplete
 * @param claimEpoch of the claim under which it was done; null when the station named none
 */
public record JournalRow(
        long n,
        CommandId commandId,
        OperatorId operatorId,
        Instant recordedAt,
        String correlationId,
        JsonNode raw,
        Optional<StationCommand> command,
        @Nullable Integer claimEpoch,
        Optional<RowSeal> seal) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int MAX_SIGNATURE = 200;

    /** The act on a parcel; empty when the row is none. */
    public Optional<OnParcel> onParcel() {
        return command.filter(OnParcel.class::isInstance).map(OnParcel.class::cast);
    }

    /** What the row's signature covers; only of a sealed row. */
    public byte[] bytes(String epoch) {
        return RowBytes.of(
                epoch,
                seal.orElseThrow().prevHash(),
                new RowBytes.Facts(n, commandId, operatorId, recordedAt, raw));
    }

    /** The name by which the next row knows this one; empty when it is not signed. */
    public Optional<String> hash(String epoch) {
        return seal.map(_ -> RowBytes.hash(bytes(epoch)));
    }

    /**
     * Reads the rows one by one.
     *
     * @throws Fault INVALID when a row lacks its identity or the numbers have a gap
     */
    public static List<JournalRow> all(JsonNode commands) {
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
                    node.path("command"),
                    command(node.path("command")),
                    node.path("claimEpoch").isInt() ? node.path("claimEpoch").intValue() : null,
                    seal(node.path("seal"), pointer + "/seal"));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Fault.invalid(
                    pointer, "A row has a commandId, an operatorId and the time recordedAt.");
        }
    }

    private static Optional<RowSeal> seal(JsonNode node, String pointer) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        String before = node.path("prevHash").asText();
        String signature = node.path("signature").asText();
        if (!HASH.matcher(before).matches() || signature.length() > MAX_SIGNATURE) {
            throw Fault.invalid(
                    pointer, "A seal has a prevHash of 64 hexadecimal digits and a signature.");
        }
        return Optional.of(new RowSeal(before, signature));
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
