package io.fulfillx.backend;

import io.fulfillx.backend.platform.sql.EmbeddedPostgresServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * A real streaming replica of an embedded PostgreSQL: a copy of its files taken while it works, and
 * a second server that follows it.
 */
public final class Replica implements AutoCloseable {
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts");

    private final EmbeddedPostgresServer server;

    private Replica(EmbeddedPostgresServer server) {
        this.server = server;
    }

    /**
     * @param primary the folder of the running server, as {@code EmbeddedPostgresServer} has it
     * @param folder empty, for the replica
     */
    public static Replica of(Path primary, Path folder) throws IOException, SQLException {
        EmbeddedPostgresServer origin = EmbeddedPostgresServer.start(primary, 0);
        Path password = Path.of("superuser.password");
        Path copy = folder.resolve("data");
        try (Connection connection =
                        DriverManager.getConnection(
                                origin.url(origin.superuser()),
                                origin.superuser(),
                                origin.superuserPassword());
                Statement statement = connection.createStatement()) {
            Files.writeString(
                    primary.resolve("data/pg_hba.conf"),
                    "host replication all 127.0.0.1/32 scram-sha-256\n",
                    StandardOpenOption.APPEND);
            statement.execute("select pg_reload_conf()");
            statement.execute("select pg_backup_start('replica', true)");
            copy(primary.resolve("data"), copy);
            try (ResultSet label =
                    statement.executeQuery("select labelfile from pg_backup_stop()")) {
                label.next();
                Files.writeString(copy.resolve("backup_label"), label.getString(1));
            }
        }
        Files.copy(primary.resolve(password), folder.resolve(password));
        Files.writeString(copy.resolve("standby.signal"), "");
        Files.writeString(
                copy.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s'\n"
                        .formatted(origin.port(), origin.superuser(), origin.superuserPassword()),
                StandardOpenOption.APPEND);
        return new Replica(EmbeddedPostgresServer.start(folder, 0));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes of)
                            throws IOException {
                        Files.createDirectories(to.resolve(from.relativize(dir).toString()));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes of)
                            throws IOException {
                        if (!NOT_COPIED.contains(file.getFileName().toString())) {
                            try {
                                Files.copy(file, to.resolve(from.relativize(file).toString()));
                            } catch (NoSuchFileException e) {
                                // It went while we looked; the log tells the replica of it.
                                return FileVisitResult.CONTINUE;
                            }
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
    }

    /** JDBC address of the product's database in it. */
    public String url() {
        return server.url("fulfillx");
    }

    /** What happens at the primary is not seen here until {@link #goOn}. */
    public void standStill() {
        var _ = run("select pg_wal_replay_pause()");
        for (int i = 0; i < 50; i++) {
            if (run("select pg_get_wal_replay_pause_state()").equals("paused")) {
                return;
            }
            pause();
        }
        throw new IllegalStateException("the replica does not stand still");
    }

    public void goOn() {
        var _ = run("select pg_wal_replay_resume()");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String run(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(
                                url(), server.superuser(), server.superuserPassword());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
