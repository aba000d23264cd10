package io.fulfillx.backend.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import io.fulfillx.model.id.OrgId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a commit has answered is on disk, although its lane was free before. */
class SharedCommitCrashTest {
    private static final OrgId ORG = new OrgId(new UUID(0, 1));
    private static final String KEEP = "insert into kept (org_id, code) values (:org, :code)";

    @TempDir Path folder;

    @Test
    void whatWasAnsweredSurvivesTheEndOfTheDatabaseInTheSameMoment() throws Exception {
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder, 0)) {
            execute(server, "create table kept (org_id uuid, code text)");
            run(
                    server,
                    transactions -> {
                        var shared =
                                new SharedCommit<String, String>(
                                        transactions,
                                        SharedCommit.Limits.standard(),
                                        SharedCommitCrashTest::keep);
                        return Stream.of("A", "B", "C")
                                .map(code -> shared.call(ORG, "lane", code))
                                .toList();
                    });
            kill(folder.resolve("data/postmaster.pid"));
        }
        try (EmbeddedPostgresServer again = EmbeddedPostgresServer.start(folder, 0)) {
            var codes =
                    run(
                            again,
                            transactions ->
                                    transactions.inOrg(
                                            ORG,
                                            tx ->
                                                    tx.sql("select code from kept order by code")
                                                            .list(row -> row.text("code"))));
            assertEquals(List.of("A", "B", "C"), codes);
        }
    }

    private static List<Settled<String>> keep(Tx tx, List<String> codes) {
        codes.forEach(code -> tx.sql(KEEP).with("code", code).run());
        return codes.stream().map(Settled::done).toList();
    }

    private static void execute(EmbeddedPostgresServer server, String sql) throws Exception {
        try (Connection connection =
                DriverManager.getConnection(
                        server.url("postgres"), server.superuser(), server.superuserPassword())) {
            connection.createStatement().execute(sql);
        }
    }

    private static List<String> run(
            EmbeddedPostgresServer server, Function<Transactions, List<String>> work) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url("postgres"));
        config.setUsername(server.superuser());
        config.setPassword(server.superuserPassword());
        config.setMaximumPoolSize(2);
        config.addDataSourceProperty("stringtype", "unspecified");
        try (HikariDataSource pool = new HikariDataSource(config)) {
            var client = Database.client(pool);
            return work.apply(new Transactions(client, client, _ -> {}));
        }
    }

    /** All its processes at once, so that nothing in its memory reaches the disk any more. */
    private static void kill(Path pidFile) throws Exception {
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        ProcessHandle main = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = Stream.concat(Stream.of(main), main.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : all) {
            each.onExit().get();
        }
    }
}
