package io.fulfillx.backend.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

class EmbeddedPostgresServerTest {
    @TempDir Path folder;

    private static Connection connect(EmbeddedPostgresServer server, String password)
            throws SQLException {
        return DriverManager.getConnection(server.url("postgres"), server.superuser(), password);
    }

    private static String ask(EmbeddedPostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server, server.superuserPassword());
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void itIsDurableAsksForAPasswordAndKeepsItsDataBetweenStarts() throws SQLException {
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder, 0)) {
            assertEquals("on", ask(server, "show fsync"));
            assertEquals("on", ask(server, "show synchronous_commit"));
            assertThrows(SQLException.class, () -> connect(server, "").close());
            try (Connection connection = connect(server, server.superuserPassword())) {
                connection.createStatement().execute("create table kept as select 42 as answer");
            }
        }
        try (EmbeddedPostgresServer again = EmbeddedPostgresServer.start(folder, 0)) {
            assertEquals("42", ask(again, "select answer from kept"));
        }
    }

    @Test
    void aSecondStartJoinsTheDatabaseThatAKilledServerLeftRunning() throws SQLException {
        EmbeddedPostgresServer leftBehind = EmbeddedPostgresServer.start(folder, 0);
        try (EmbeddedPostgresServer joined = EmbeddedPostgresServer.start(folder, 0)) {
            assertEquals(leftBehind.port(), joined.port());
            assertEquals("1", ask(joined, "select 1"));
        }
        assertThrows(
                SQLException.class,
                () -> connect(leftBehind, leftBehind.superuserPassword()).close());
    }
}
