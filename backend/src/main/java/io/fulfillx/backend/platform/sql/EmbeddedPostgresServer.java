package io.fulfillx.backend.platform.sql;

import io.fulfillx.backend.platform.crypto.SecretFiles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A real PostgreSQL that runs from a jar on a data folder of ours: durable, with passwords, on the
 * loopback address only. It outlives a killed server; the next start finds it and uses it again.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgresServer.class);
    private static final String SUPERUSER = "postgres";
    private static final String HBA =
            """
            # Written by FulfillX: passwords for everyone, loopback only.
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final Path data;
    private final Path pidFile;
    private final String password;
    private final int port;
    private final Optional<EmbeddedPostgres> started;

    private EmbeddedPostgresServer(
            Path data, String password, int port, Optional<EmbeddedPostgres> started) {
        this.data = data;
        this.pidFile = data.resolve("postmaster.pid");
        this.password = password;
        this.port = port;
        this.started = started;
    }

    /** Starts PostgreSQL on the folder, or joins the one that already runs there. */
    public static EmbeddedPostgresServer start(Path folder, int port) {
        try {
            Files.createDirectories(folder);
            Path data = folder.resolve("data").toAbsolutePath();
            String password = SecretFiles.loadOrCreate(folder.resolve("superuser.password"));
            Optional<Integer> running = runningPort(data, password);
            if (running.isPresent()) {
                LOG.info("joining the PostgreSQL that runs on {}", data);
                return new EmbeddedPostgresServer(data, password, running.get(), Optional.empty());
            }
            return launch(folder, data, password, port);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start on " + folder, e);
        }
    }

    private static EmbeddedPostgresServer launch(Path folder, Path data, String password, int port)
            throws IOException {
        boolean fresh = !Files.exists(data.resolve("PG_VERSION"));
        var builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        // After each checkpoint every page is logged whole once: seldom and small.
                        .setServerConfig("checkpoint_timeout", "15min")
                        .setServerConfig("max_wal_size", "2GB")
                        .setServerConfig("wal_compression", "on")
                        .setServerConfig("shared_buffers", "256MB")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("max_connections", "100")
                        .setServerConfig("idle_in_transaction_session_timeout", "10s")
                        // Plans that were made while tables were empty end soon.
                        .setServerConfig("autovacuum_naptime", "30s")
                        .setServerConfig("password_encryption", "scram-sha-256")
                        .setConnectConfig("password", password);
        if (port != 0) {
            builder.setPort(port);
        }
        EmbeddedPostgres postgres = builder.start();
        if (fresh) {
            requirePasswords(postgres.getPort(), data, password);
        }
        return new EmbeddedPostgresServer(
                data, password, postgres.getPort(), Optional.of(postgres));
    }

    /** The first start lets every local user in; this closes the door before anything is stored. */
    private static void requirePasswords(int port, Path data, String password) throws IOException {
        try (Connection connection =
                        DriverManager.getConnection(url(port, SUPERUSER), SUPERUSER, "");
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password + "'");
            Files.writeString(data.resolve("pg_hba.conf"), HBA);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("could not set the passwords", e);
        }
    }

    private static Optional<Integer> runningPort(Path data, String password) throws IOException {
        Path pid = data.resolve("postmaster.pid");
        if (!Files.exists(pid)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pid);
        if (lines.size() < 4 || ProcessHandle.of(Long.parseLong(lines.get(0).trim())).isEmpty()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines.get(3).trim());
        try (Connection connection =
                DriverManager.getConnection(url(port, SUPERUSER), SUPERUSER, password)) {
            return connection.isValid(2) ? Optional.of(port) : Optional.empty();
        } catch (SQLException e) {
            LOG.info("a PostgreSQL process id is left over on {}: {}", data, e.getMessage());
            return Optional.empty();
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://"
                + InetAddress.getLoopbackAddress().getHostAddress()
                + ":"
                + port
                + "/"
                + database;
    }

    /** Address of a database in this server. */
    public String url(String database) {
        return url(port, database);
    }

    public String superuser() {
        return SUPERUSER;
    }

    public String superuserPassword() {
        return password;
    }

    public int port() {
        return port;
    }

    /** Stops it if this process started it; one that ran before goes on running. */
    public void leave() {
        if (started.isPresent()) {
            close();
        }
    }

    @Override
    public void close() {
        try {
            if (started.isPresent()) {
                started.get().close();
            } else if (Files.exists(pidFile)) {
                long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
            }
        } catch (IOException e) {
            LOG.warn("PostgreSQL on {} did not stop cleanly", data, e);
        }
    }
}
