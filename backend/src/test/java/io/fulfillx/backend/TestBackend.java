package io.fulfillx.backend;

import io.fulfillx.backend.lab.CarrierSimulator;
import io.fulfillx.backend.lab.FaultPlan;
import io.fulfillx.backend.platform.config.Settings;
import io.fulfillx.backend.server.Assembly;
import io.fulfillx.backend.server.ServerConfig;
import io.fulfillx.model.id.OrgId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One real server with its real PostgreSQL and Redis for all tests of this JVM. Tests keep apart by
 * working in organisations of their own.
 */
public final class TestBackend {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PASSWORD = "correct horse battery";

    private static final CarrierSimulator CARRIER =
            CarrierSimulator.start(
                    new CarrierSimulator.Settings(
                            0, "demo-carrier-key", null, FaultPlan.none(), 2, 0));

    private static final class Shared {
        static final Path DATA = folder();
        static final Assembly ASSEMBLY = start();
    }

    private TestBackend() {}

    private static Path folder() {
        try {
            return Files.createTempDirectory("fulfillx-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Assembly start() {
        return start(
                Shared.DATA,
                Map.of(
                        "carrier.simulator-url",
                        CARRIER.url().toString(),
                        "carrier.deadline-millis",
                        "3000",
                        "carrier.settle-millis",
                        "3500",
                        "printing.ports",
                        "1024-65535",
                        "printing.loopback",
                        "true"));
    }

    /** One more server with everything of its own, for as long as this JVM lives. */
    public static Assembly start(Map<String, String> settings) {
        return start(folder(), settings);
    }

    private static Assembly start(Path data, Map<String, String> settings) {
        Map<String, String> values = new HashMap<>(settings);
        values.put("http.port", "0");
        values.put("data", data.toString());
        Assembly assembly = new Assembly(ServerConfig.from(new Settings(values)));
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .unstarted(
                                        () -> {
                                            assembly.close();
                                            delete(data);
                                        }));
        return assembly;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings of one more server process on the same database and Redis, with its own folder. */
    public static Map<String, String> sameDatabase() {
        assembly();
        Map<String, String> values = databaseIn(Shared.DATA);
        values.put("http.port", "0");
        Path data = folder();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> delete(data)));
        values.put("data", data.toString());
        return values;
    }

    /** Settings of one more server process on the same installation: its documents as well. */
    public static Map<String, String> sameInstallation() {
        assembly();
        Map<String, String> values = databaseIn(Shared.DATA);
        values.put("http.port", "0");
        values.put("data", Shared.DATA.toString());
        return values;
    }

    /** Where the embedded PostgreSQL and Redis of a running server are, as settings. */
    public static Map<String, String> databaseIn(Path data) {
        Path keys = data.resolve("keys");
        String port = lines(data.resolve("postgresql/data/postmaster.pid")).get(3).strip();
        Map<String, String> values = new HashMap<>();
        values.put("database.url", "jdbc:postgresql://127.0.0.1:" + port + "/fulfillx");
        for (String role : List.of("owner", "app", "directory")) {
            String secret = lines(keys.resolve("fulfillx_" + role + ".password")).getFirst();
            values.put("database." + role + "-password", secret);
        }
        String redisSecret = lines(keys.resolve("redis.password")).getFirst();
        String redisPort = lines(keys.resolve("redis.port")).getFirst();
        values.put("redis.url", "redis://:" + redisSecret + "@127.0.0.1:" + redisPort);
        return values;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Assembly assembly() {
        return Shared.ASSEMBLY;
    }

    /** The carrier that this server buys from; it never fails. */
    public static CarrierSimulator carrier() {
        return CARRIER;
    }

    /** A fresh organisation with one user of each role, {@code <role>@<slug>}. */
    public static Org newOrg() {
        String slug = "org-" + Integer.toString(COUNT.incrementAndGet());
        OrgId id = assembly().identity().ensureOrganization(slug, "Test " + slug);
        assembly().catalog().ensureCartons(id);
        return new Org(id, slug);
    }

    /** An organisation of one test. */
    public record Org(OrgId id, String slug) {
        /** A client signed in with that role. */
        public ApiClient as(String role) {
            String email = role + "@" + slug;
            assembly().identity().ensureUser(id, email, role, PASSWORD, role);
            return ApiClient.signIn(assembly().port(), slug, email, PASSWORD);
        }
    }
}
