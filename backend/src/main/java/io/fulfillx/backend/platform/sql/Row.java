package io.fulfillx.backend.platform.sql;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.model.wire.Json;
import io.helidon.dbclient.DbRow;

import org.jspecify.annotations.Nullable;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** One result row. A getter without OrNull throws when the column is NULL. */
public final class Row {
    private final Function<String, @Nullable Object> values;

    private Row(Function<String, @Nullable Object> values) {
        this.values = values;
    }

    static Row of(DbRow row) {
        // get() and asOptional() fail on NULL; this form returns it.
        return new Row(column -> row.column(column).get(Object.class));
    }

    private static Row of(JsonNode row) {
        return new Row(column -> value(row.required(column)));
    }

    private static @Nullable Object value(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> null;
            case NUMBER -> value.numberValue();
            case BOOLEAN -> value.booleanValue();
            case STRING -> value.textValue();
            default -> value;
        };
    }

    private @Nullable Object value(String column) {
        return values.apply(column);
    }

    private Object required(String column) {
        return Objects.requireNonNull(value(column), column);
    }

    public UUID uuid(String column) {
        return Objects.requireNonNull(uuidOrNull(column), column);
    }

    public @Nullable UUID uuidOrNull(String column) {
        Object value = value(column);
        return value instanceof String text ? UUID.fromString(text) : (UUID) value;
    }

    public String text(String column) {
        return required(column).toString();
    }

    public @Nullable String textOrNull(String column) {
        Object value = value(column);
        return value == null ? null : value.toString();
    }

    public int integer(String column) {
        return Math.toIntExact(((Number) required(column)).longValue());
    }

    public @Nullable Integer integerOrNull(String column) {
        Object value = value(column);
        return value == null ? null : Math.toIntExact(((Number) value).longValue());
    }

    public long bigint(String column) {
        return ((Number) required(column)).longValue();
    }

    public boolean flag(String column) {
        return (Boolean) required(column);
    }

    public Instant instant(String column) {
        return Objects.requireNonNull(instantOrNull(column), column);
    }

    public @Nullable Instant instantOrNull(String column) {
        Object value = value(column);
        return switch (value) {
            case null -> null;
            case String text -> OffsetDateTime.parse(text).toInstant();
            default -> ((Timestamp) value).toInstant();
        };
    }

    public byte[] bytes(String column) {
        return (byte[]) required(column);
    }

    /** Reads a jsonb column as that type. */
    public <T> T json(String column, Class<T> type) {
        return Json.read(text(column), type);
    }

    /**
     * Reads a jsonb column that lists rows, so that a row and what belongs to it come in one round
     * trip.
     *
     * @param reader reads one of them; it cannot read bytes
     * @see #listed
     */
    public <T> List<T> rows(String column, Function<Row, T> reader) {
        return Json.read(text(column), JsonNode.class)
                .valueStream()
                .map(row -> reader.apply(of(row)))
                .toList();
    }

    /** SQL that yields the rows of a query as one value, in their order, for {@link #rows}. */
    public static String listed(String query) {
        return "(select coalesce(jsonb_agg(to_jsonb(listed)), '[]') from (" + query + ") listed)";
    }
}
