package io.fulfillx.launcher.simulate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The file of a station's store, behind the program's back: only while that is closed. */
final class StationFile {
    private StationFile() {}

    /** Work on an open statement. */
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    static int run(SimStation station, String sql, String... values) {
        return with(station, sql, values, PreparedStatement::executeUpdate);
    }

    /** The first column of the first row. */
    static Optional<String> text(SimStation station, String sql, String... values) {
        return with(
                station,
                sql,
                values,
                statement -> {
                    try (ResultSet found = statement.executeQuery()) {
                        return found.next()
                                ? Optional.of(found.getString(1))
                                : Optional.<String>empty();
                    }
                });
    }

    private static <T> T with(SimStation station, String sql, String[] values, Work<T> work) {
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + station.folder().resolve("station.db"));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
