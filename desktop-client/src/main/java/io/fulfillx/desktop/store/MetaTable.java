package io.fulfillx.desktop.store;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.Optional;

/** Single values of the store, by name. */
final class MetaTable {
    private final Sql sql;

    MetaTable(Sql sql) {
        this.sql = sql;
    }

    Optional<String> get(String key) throws SQLException {
        return sql.first("select value from meta where key = ?", row -> row.getString(1), key);
    }

    /**
     * @param value null removes it
     */
    void put(String key, @Nullable String value) throws SQLException {
        if (value == null) {
            sql.run("delete from meta where key = ?", key);
        } else {
            sql.run(
                    "insert into meta(key, value) values(?,?)"
                            + " on conflict(key) do update set value = excluded.value",
                    key,
                    value);
        }
    }
}
