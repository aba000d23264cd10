package io.fulfillx.launcher.station;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.lab.CarrierSimulator;
import io.fulfillx.backend.lab.FaultPlan;
import io.fulfillx.backend.platform.config.Settings;
import io.fulfillx.backend.platform.sql.EmbeddedPostgresServer;
import io.fulfillx.backend.server.Assembly;
import io.fulfillx.backend.server.ServerConfig;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.sync.EnrolOutcome;
import io.fulfillx.desktop.sync.Enrolment;
import io.fulfillx.launcher.api.ServerApi;
import io.fulfillx.launcher.demo.NetworkCut;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.OrgId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** An organization of its own on the one server of this test program. */
final class TestHouse {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PASSWORD = "correct horse battery";

    private static final class Shared {
        static final Path DATA = folder();
        static final CarrierSimulator CARRIER =
                CarrierSimulator.start(
                        new CarrierSimulator.Settings(
                                0, "demo-carrier-key", null, FaultPlan.none(), 2, 0));
        static final NetworkCut CARRIER_LINE = line();
        static final Assembly SERVER = start(DATA);
    }

    private final String slug = "house-" + COUNT.incrementAndGet();
    private final OrgId org;
    private final ServerApi admin;
    private final OperatorId operator;
    private int orders;
    private String postalCode = "97205";

    TestHouse() {
        Assembly server = server();
        this.org = server.identity().ensureOrganization(slug, "House");
        server.catalog().ensureCartons(org);
        this.admin = as("admin");
        admin.post(
                "/api/v1/items",
                Map.of(
                        "sku",
                        "MUG",
                        "title",
                        "Mug",
                        "barcodes",
                        List.of("B-MUG"),
                        "weightGrams",
                        300,
                        "lengthMm",
                        90,
                        "widthMm",
                        80,
                        "heightMm",
                        70,
                        "location",
                        "A-01"));
        admin.post(
                "/api/v1/stock/receive",
                Map.of("sku", "MUG", "location", "A-01", "quantity", 500, "reason", "test"));
        JsonNode hired =
                admin.post(
                        "/api/v1/operators",
                        Map.of("name", "Ola", "pin", "1234", "role", "packer"));
        this.operator = new OperatorId(UUID.fromString(hired.path("operatorId").asText()));
    }

    static Assembly server() {
        return Shared.SERVER;
    }

    /** Between the server and its carrier; whoever cuts it restores it. */
    static NetworkCut carrierLine() {
        return Shared.CARRIER_LINE;
    }

    /** Where the carrier says what it knows. */
    static URI carrier() {
        return Shared.CARRIER.url();
    }

    private static NetworkCut line() {
        try {
            return NetworkCut.before(Shared.CARRIER.url().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static URI url() {
        return URI.create("http://127.0.0.1:" + server().port());
    }

    /** A connection past every rule, for what no program may do. */
    static Connection database() throws SQLException {
        var database = EmbeddedPostgresServer.start(Shared.DATA.resolve("postgresql"), 0);
        return DriverManager.getConnection(
                database.url("fulfillx"), database.superuser(), database.superuserPassword());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("fulfillx-house");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Assembly start(Path data) {
        Map<String, String> settings = new HashMap<>();
        settings.put("http.port", "0");
        settings.put("data", data.toString());
        settings.put("carrier.simulator-url", "http://127.0.0.1:" + Shared.CARRIER_LINE.port());
        settings.put("carrier.patience-millis", "100");
        settings.put("carrier.manifest-seconds", "1");
        Assembly server = new Assembly(ServerConfig.from(new Settings(settings)));
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .unstarted(
                                        () -> {
                                            server.close();
                                            delete(data);
                                        }));
        return server;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ServerApi admin() {
        return admin;
    }

    ServerApi as(String role) {
        String email = role + "@" + slug;
        server().identity().ensureUser(org, email, role, PASSWORD, role);
        return ServerApi.signIn(url(), new ServerApi.Credentials(slug, email, PASSWORD));
    }

    OperatorId operator() {
        return operator;
    }

    OrgId org() {
        return org;
    }

    String slug() {
        return slug;
    }

    /** The answer to making a station: its id and its one-time code. */
    JsonNode expect(String name) {
        return admin.post("/api/v1/stations", Map.of("name", name));
    }

    /** A station that was let in, with its store in this folder. */
    StationStore station(Path home, String name) {
        StationStore store = StationStore.open(home, Clock.systemUTC());
        EnrolOutcome outcome =
                new Enrolment(store)
                        .enrol(url(), slug, expect(name).path("enrolmentCode").asText());
        if (!(outcome instanceof EnrolOutcome.Enrolled)) {
            throw new AssertionError(outcome);
        }
        return store;
    }

    /** Where the next orders go. */
    void shipTo(String newPostalCode) {
        postalCode = newPostalCode;
    }

    /** An order of mugs, labelled and given to the station. */
    void orderFor(StationStore station, int mugs) {
        String wave = release(station, mugs);
        await(() -> !admin.get("/api/v1/waves/" + wave).path("state").asText().equals("LABELLING"));
    }

    /** An order of mugs, given to the station; the answer is its wave. */
    String release(StationStore station, int mugs) {
        Map<String, Object> order = new HashMap<>();
        order.put("orderNumber", "S-" + ++orders);
        order.put("placedAt", "2026-03-02T14:15:00Z");
        order.put("currency", "USD");
        order.put("paymentState", "PAID");
        order.put("requestedService", "Standard");
        order.put(
                "shipTo",
                Map.of(
                        "name", "Ada Brook",
                        "line1", orders + " Mill Lane",
                        "city", "Portland",
                        "stateCode", "OR",
                        "postalCode", postalCode,
                        "countryCode", "US"));
        order.put("lines", List.of(Map.of("sku", "MUG", "quantity", mugs, "unitPriceMinor", 1250)));
        String id = admin.post("/api/v1/orders", order).path("orderId").asText();
        await(() -> admin.get("/api/v1/orders/" + id).has("decidedAt"));
        return admin.post(
                        "/api/v1/waves",
                        Map.of(
                                "stationId",
                                station.identity().orElseThrow().stationId().toString(),
                                "maxOrders",
                                200))
                .path("waveId")
                .asText();
    }

    int onHand() {
        return admin.get("/api/v1/stock?sku=MUG").path("items").path(0).path("onHand").asInt();
    }

    /** Codes of what waits for a lead, oldest first. */
    List<String> discrepancies() {
        return admin.get("/api/v1/discrepancies")
                .path("items")
                .valueStream()
                .map(it -> it.path("code").asText())
                .toList()
                .reversed();
    }

    static void await(BooleanSupplier wanted) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited too long");
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
