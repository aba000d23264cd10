package io.fulfillx.launcher.bench.stock;

import io.fulfillx.backend.platform.sql.EmbeddedPostgresServer;
import io.fulfillx.launcher.Programs;
import io.fulfillx.launcher.api.ServerApi;
import io.fulfillx.launcher.process.Child;
import io.fulfillx.launcher.process.Children;
import io.fulfillx.launcher.process.FreePort;
import io.fulfillx.launcher.process.Installation;
import io.fulfillx.launcher.process.JavaProgram;
import io.fulfillx.launcher.process.ProgramFailed;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A real server for a measurement: its own process, its own PostgreSQL with fsync on, one
 * organization. It can be killed and started again on the same data and port, and a second process
 * may join the same data with other settings.
 */
public final class StockServer implements AutoCloseable {
    /** The short name of the only organization. */
    public static final String ORGANIZATION = "bench";

    static final String EMAIL = "manager@bench.fulfillx";
    private static final String PASSWORD = "measure-what-you-promise";
    private static final Duration START = Duration.ofMinutes(5);

    private final Children children;
    private final Path folder;
    private final JavaProgram program;
    private final URI url;
    private Child process;

    private StockServer(Children children, Path folder, JavaProgram program, URI url) {
        this.children = children;
        this.folder = folder;
        this.program = program;
        this.url = url;
        this.process = children.start(program);
        process.awaitReady(START);
    }

    /**
     * Starts a server on that folder, or one more on the same one.
     *
     * @param name for its log
     * @param settings such as {@code --roles=gateway,inventory}
     */
    public static StockServer start(Path folder, String name, List<String> settings) {
        int port = FreePort.any();
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--data=" + folder.resolve("server"),
                                "--http.port=" + port,
                                "--organizations=" + ORGANIZATION + "=Bench",
                                "--admin.email=" + EMAIL,
                                "--admin.password=" + PASSWORD));
        arguments.addAll(settings);
        JavaProgram program = JavaProgram.server(name, "1g", arguments);
        return new StockServer(
                new Children(Installation.current(), folder.resolve("logs")),
                folder,
                program,
                URI.create("http://127.0.0.1:" + port));
    }

    public URI url() {
        return url;
    }

    /** The process that is measured. */
    long pid() {
        return process.pid();
    }

    /** The API for the organization's manager. */
    public ServerApi api() {
        return api(ORGANIZATION);
    }

    /** As {@link #api()}, from a process that only knows the address. */
    public static ServerApi api(URI url) {
        return api(url, ORGANIZATION);
    }

    /** The API for the manager of one of several organizations. */
    public ServerApi api(String organization) {
        return api(url, organization);
    }

    private static ServerApi api(URI url, String organization) {
        return ServerApi.signIn(url, new ServerApi.Credentials(organization, EMAIL, PASSWORD));
    }

    /** A connection as the role that the server works as: under row-level security. */
    Connection asServer() {
        var server = EmbeddedPostgresServer.start(folder.resolve("server/postgresql"), 0);
        try {
            Path secret = folder.resolve("server/keys/fulfillx_app.password");
            Properties properties = new Properties();
            properties.setProperty("user", "fulfillx_app");
            properties.setProperty("password", Files.readString(secret).strip());
            properties.setProperty("stringtype", "unspecified");
            return DriverManager.getConnection(server.url("fulfillx"), properties);
        } catch (SQLException | IOException e) {
            throw new ProgramFailed("no connection to the database: " + e.getMessage(), e);
        }
    }

    /** Ends the process without a warning; its PostgreSQL lives on, as another machine's would. */
    public void killHard() {
        process.killHard();
    }

    public void restart() {
        process = children.start(program);
        process.awaitReady(START);
    }

    /**
     * A connection past every rule, to prepare and to inspect.
     *
     * @throws ProgramFailed when it cannot be had
     */
    public Connection database() {
        var server = EmbeddedPostgresServer.start(folder.resolve("server/postgresql"), 0);
        try {
            return DriverManager.getConnection(
                    server.url("fulfillx"), server.superuser(), server.superuserPassword());
        } catch (SQLException e) {
            throw new ProgramFailed("no connection to the database: " + e.getMessage(), e);
        }
    }

    /** What {@code fulfillx verify-ledger} says; null when all is sound. */
    public @Nullable String ledgerFault() {
        Child verify =
                children.start(
                        JavaProgram.small(
                                "verify-ledger",
                                Programs.VERIFY_LEDGER,
                                List.of("--data=" + folder.resolve("server"))));
        int exit = verify.awaitEnd(Duration.ofHours(1)).orElse(-1);
        return exit == 0 ? null : verify.tail();
    }

    @Override
    public void close() {
        children.close();
    }
}
