package io.fulfillx.launcher.bench.stock;

import io.fulfillx.launcher.process.ProgramFailed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PostgreSQL's own load driver, which writes the rows of one order in one transaction, statement by
 * statement, as the server's role and under the same row-level security.
 */
final class PgBench {
    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");
    private static final Pattern FAILED =
            Pattern.compile("number of failed transactions: ([0-9]+)");
    private static final String SCRIPT = "create-order.sql";

    private final String program;
    private final Path script;
    private final String port;
    private final String password;

    private PgBench(String program, Path script, String port, String password) {
        this.program = program;
        this.script = script;
        this.port = port;
        this.password = password;
    }

    /**
     * Made ready for the server's database; empty where the program is not installed.
     *
     * @param folder the one the server was started on
     */
    static Optional<PgBench> find(StockServer server, Path folder, int items, double exponent) {
        Optional<String> program = program();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path data = folder.resolve("server");
            Path script = folder.resolve(SCRIPT);
            Files.writeString(script, script(server, items, exponent));
            return Optional.of(
                    new PgBench(
                            program.get(),
                            script,
                            Files.readAllLines(data.resolve("postgresql/data/postmaster.pid"))
                                    .get(3)
                                    .strip(),
                            Files.readString(data.resolve("keys/fulfillx_app.password")).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> program() {
        Stream<Path> onPath =
                Stream.of(System.getenv("PATH").split(":"))
                        .map(folder -> Path.of(folder, "pgbench"));
        try (Stream<Path> versions =
                Files.isDirectory(Path.of("/usr/lib/postgresql"))
                        ? Files.list(Path.of("/usr/lib/postgresql"))
                        : Stream.empty()) {
            return Stream.concat(versions.map(v -> v.resolve("bin/pgbench")), onPath)
                    .filter(Files::isExecutable)
                    .map(Path::toString)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String script(StockServer server, int items, double exponent)
            throws IOException {
        try (Connection database = server.database();
                var statement = database.createStatement();
                var in = PgBench.class.getResourceAsStream(SCRIPT)) {
            statement.execute("create sequence if not exists bench_number start 500000000");
            statement.execute("grant usage on bench_number to fulfillx_app");
            try (var row =
                    statement.executeQuery(
                            "select o.org_id, c.channel_id from org o join channel c using (org_id)"
                                    + " where c.kind = 'api' and o.slug = '"
                                    + StockServer.ORGANIZATION
                                    + "'")) {
                if (in == null || !row.next()) {
                    throw new ProgramFailed("no order was created before");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .replace("$ORG", row.getString(1))
                        .replace("$CHANNEL", row.getString(2))
                        .replace("$ITEMS", Integer.toString(items))
                        .replace("$EXPONENT", Double.toString(exponent));
            }
        } catch (SQLException e) {
            throw new ProgramFailed("the script cannot be prepared: " + e.getMessage(), e);
        }
    }

    /** Transactions per second. */
    double run(int clients, Duration time) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                program,
                                "--host=127.0.0.1",
                                "--port=" + port,
                                "--username=fulfillx_app",
                                "--client=" + clients,
                                "--jobs=2",
                                "--time=" + time.toSeconds(),
                                "--protocol=prepared",
                                "--no-vacuum",
                                "--max-tries=1",
                                "--file=" + script,
                                "fulfillx"));
        builder.environment().put("PGPASSWORD", password);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(said);
        Matcher failed = FAILED.matcher(said);
        if (!rate.find() || (failed.find() && !failed.group(1).equals("0"))) {
            throw new ProgramFailed("pgbench failed: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }
}
