package io.fulfillx.backend.platform.sql;

import io.fulfillx.model.wire.Json;
import io.helidon.dbclient.DbRow;

import org.jspecify.annotations.Nullable;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** One result row. A getter without OrNull throws when the column is NULL. */
public final class Row {
    private final DbRow row;

    Row(DbRow row) {
        this.row = row;
    }

    private @Nullable Object value(String column) {
        // get() and asOptional() fail on NULL; this form returns it.
        return row.column(column).get(Object.class);
    }

    private Object required(String column) {
        return Objects.requireNonNull(value(column), column);
    }

    public UUID uuid(String column) {
        return (UUID) required(column);
    }

    public @Nullable UUID uuidOrNull(String column) {
        return (UUID) value(column);
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
        return ((Timestamp) required(column)).toInstant();
    }

    public @Nullable Instant instantOrNull(String column) {
        Object value = value(column);
        return value == null ? null : ((Timestamp) value).toInstant();
    }

    public byte[] bytes(String column) {
        return (byte[]) required(column);
    }

    /** Reads a jsonb column as that type. */
    public <T> T json(String column, Class<T> type) {
        return Json.read(text(column), type);
    }
}
