package io.fulfillx.backend.platform.sql;

import io.fulfillx.backend.platform.Precedence;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.wire.Json;
import io.helidon.dbclient.DbTransaction;

import org.jspecify.annotations.Nullable;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * An open transaction inside one organisation. Statements name their parameters ({@code :sku}); the
 * parameter {@code :org} is always bound to the organisation.
 */
public final class Tx {
    private final @Nullable DbTransaction transaction;
    private final OrgId org;
    private final Set<String> topics = new HashSet<>();

    Tx(@Nullable DbTransaction transaction, OrgId org) {
        this.transaction = transaction;
        this.org = org;
    }

    /** One of stores that keep nothing in a database, such as those of a simulation. */
    public static Tx withoutDatabase(OrgId org) {
        return new Tx(null, org);
    }

    private DbTransaction database() {
        if (transaction == null) {
            throw new IllegalStateException("this transaction has no database");
        }
        return transaction;
    }

    public OrgId org() {
        return org;
    }

    /** Others wait for what this transaction writes: they are woken once it has committed. */
    public void wakeAfterCommit(String topic) {
        topics.add(topic);
    }

    News news() {
        return new News(org, topics);
    }

    public Statement sql(String statement) {
        return new Statement(statement);
    }

    /** A statement with its parameters, run once by its last call. */
    public final class Statement {
        private final String text;
        private final Map<String, @Nullable Object> parameters = new HashMap<>();

        private Statement(String text) {
            this.text = text;
            if (text.contains(":org")) {
                parameters.put("org", org.value());
            }
        }

        public Statement with(String name, @Nullable UUID value) {
            return put(name, value);
        }

        public Statement with(String name, @Nullable String value) {
            return put(name, value);
        }

        public Statement with(String name, long value) {
            return put(name, value);
        }

        public Statement with(String name, int value) {
            return put(name, value);
        }

        public Statement with(String name, boolean value) {
            return put(name, value);
        }

        public Statement with(String name, byte[] value) {
            return put(name, value);
        }

        public Statement with(String name, @Nullable Instant value) {
            return put(name, value == null ? null : Timestamp.from(value));
        }

        public Statement withOptional(String name, @Nullable Integer value) {
            return put(name, value);
        }

        /** Binds the value's JSON text; the statement casts it: {@code cast(:x as jsonb)}. */
        public Statement withJson(String name, Object value) {
            return put(name, Json.text(value));
        }

        /** Binds ids as an array; the statement casts it: {@code cast(:x as uuid[])}. */
        public Statement withIds(String name, Collection<UUID> ids) {
            StringBuilder array = new StringBuilder(2 + ids.size() * 37).append('{');
            for (UUID id : ids) {
                if (array.length() > 1) {
                    array.append(',');
                }
                array.append(id);
            }
            return put(name, array.append('}').toString());
        }

        private Statement put(String name, @Nullable Object value) {
            parameters.put(name, value);
            return this;
        }

        public <T> List<T> list(Function<Row, T> reader) {
            Precedence.giveWay();
            try (var rows = database().createQuery(text).params(parameters).execute()) {
                return rows.map(row -> reader.apply(Row.of(row))).toList();
            }
        }

        /**
         * @throws IllegalStateException when there is more than one row
         */
        public <T> Optional<T> find(Function<Row, T> reader) {
            List<T> rows = list(reader);
            if (rows.size() > 1) {
                throw new IllegalStateException("more than one row: " + text);
            }
            return rows.stream().findFirst();
        }

        /**
         * @throws IllegalStateException when there is not exactly one row
         */
        public <T> T get(Function<Row, T> reader) {
            return find(reader).orElseThrow(() -> new IllegalStateException("no row: " + text));
        }

        /** Runs an insert, update or delete and returns the number of rows it touched. */
        public long run() {
            Precedence.giveWay();
            return database().createDmlStatement(text).params(parameters).execute();
        }
    }
}
