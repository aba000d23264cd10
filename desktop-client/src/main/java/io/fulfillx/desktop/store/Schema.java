package io.fulfillx.desktop.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Brings a store file to the newest schema, one step per version, each in one transaction. */
final class Schema {
    static final int VERSION = 6;

    private Schema() {}

    static void upgrade(Connection connection) throws SQLException {
        long found = new Sql(connection).number("pragma user_version");
        if (found > VERSION) {
            throw new StoreException(
                    "store-newer",
                    "The station's store was written by a newer program (version "
                            + found
                            + "). Update this station.");
        }
        for (long next = found + 1; next <= VERSION; next++) {
            step(connection, next);
        }
    }

    private static void step(Connection connection, long version) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : script(version).replaceAll("--[^\n]*", "").split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            statement.execute("pragma user_version=" + version);
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static String script(long version) {
        try (InputStream in = Schema.class.getResourceAsStream("schema-" + version + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("schema-" + version + ".sql is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
