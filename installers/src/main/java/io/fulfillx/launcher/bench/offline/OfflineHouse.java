package io.fulfillx.launcher.bench.offline;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.launcher.Programs;
import io.fulfillx.launcher.api.ServerApi;
import io.fulfillx.launcher.bench.stock.Shelves;
import io.fulfillx.launcher.bench.stock.StockServer;
import io.fulfillx.launcher.demo.Progress;
import io.fulfillx.launcher.process.Children;
import io.fulfillx.launcher.process.Installation;
import io.fulfillx.launcher.process.JavaProgram;
import io.fulfillx.launcher.process.ProgramFailed;
import io.fulfillx.model.id.OperatorId;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** A server and a carrier, each a process of its own, and stations, which begin in this one. */
final class OfflineHouse implements AutoCloseable {
    /** What is in the bins at first, of each item. */
    static final int UNITS = 100_000;

    static final int ITEMS = 200;

    private static final int WAVE = 200;
    private static final int SENDERS = 8;
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** Seldom, as whoever looks takes the processor from those that are looked at. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Children children;
    private final StockServer server;
    private final ServerApi api;
    private final Path folder;
    private final Progress progress;
    private final OperatorId operator;
    private final List<OfflineStation> stations = new ArrayList<>();
    private final AtomicInteger orders = new AtomicInteger();

    private OfflineHouse(Children children, StockServer server, Path folder, Progress progress) {
        this.children = children;
        this.server = server;
        this.folder = folder;
        this.progress = progress;
        this.api = server.api();
        Shelves.fill(server, ITEMS, UNITS);
        JsonNode hired =
                api.post(
                        "/api/v1/operators",
                        Map.of("name", "Robin", "pin", "4711", "role", "packer"));
        this.operator = OperatorId.of(hired.path("operatorId").asText());
    }

    static OfflineHouse open(Path folder, Progress progress) {
        Children children = new Children(Installation.current(), folder.resolve("logs"));
        try {
            URI carrier =
                    URI.create(
                            children.start(
                                            JavaProgram.small(
                                                    "carrier",
                                                    Programs.CARRIER_SIMULATOR,
                                                    List.of("--port=0", "--latency-ms=2")))
                                    .awaitReady(START));
            StockServer server =
                    StockServer.start(
                            folder, "server", List.of("--carrier.simulator-url=" + carrier));
            return new OfflineHouse(children, server, folder, progress);
        } catch (RuntimeException e) {
            children.close();
            throw e;
        }
    }

    URI url() {
        return server.url();
    }

    ServerApi api() {
        return api;
    }

    OperatorId operator() {
        return operator;
    }

    /** A station that was let in and works offline until it is connected. */
    OfflineStation station(String name) {
        JsonNode made = api.post("/api/v1/stations", Map.of("name", name));
        OfflineStation station =
                OfflineStation.enrol(
                        url(),
                        StockServer.ORGANIZATION,
                        home(name),
                        made.path("enrolmentCode").asText());
        stations.add(station);
        return station;
    }

    /** Where the station of this name keeps its store. */
    Path home(String station) {
        return folder.resolve(station);
    }

    /** Orders of two items each, labelled and taken in by the station, which is offline then. */
    void give(OfflineStation station, int count) {
        inParallel(count, this::order);
        int released = 0;
        while (released < count) {
            JsonNode wave =
                    api.post(
                            "/api/v1/waves",
                            Map.of(
                                    "stationId",
                                    station.id(),
                                    "maxOrders",
                                    Math.min(WAVE, count - released)));
            released += wave.path("parcels").asInt();
        }
        await(
                () ->
                        api.all("/api/v1/waves").stream()
                                .noneMatch(it -> it.path("state").asText().equals("LABELLING")));
        station.takeIn(count);
        progress.say(station.name() + " has taken in " + count + " orders");
    }

    private Void order() {
        int number = orders.incrementAndGet();
        Map<String, Object> address =
                Map.of(
                        "name", "Ada Brook",
                        "line1", number + " Mill Lane",
                        "city", "Portland",
                        "stateCode", "OR",
                        "postalCode", "97205",
                        "countryCode", "US");
        Map<String, Object> order =
                Map.of(
                        "orderNumber", "OFF-" + number,
                        "placedAt", "2026-03-02T14:15:00Z",
                        "currency", "USD",
                        "paymentState", "PAID",
                        "requestedService", "Standard",
                        "shipTo", address,
                        "lines", List.of(line(number), line(number + ITEMS / 2)));
        var _ = api.post("/api/v1/orders", order);
        return null;
    }

    private static Map<String, Object> line(int number) {
        String sku = Shelves.sku(1 + number % ITEMS);
        return Map.of("sku", sku, "quantity", 1, "unitPriceMinor", 1250);
    }

    private static void inParallel(int times, Callable<Void> work) {
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                all.add(senders.submit(work));
            }
            for (Future<Void> each : all) {
                var _ = each.get();
            }
        } catch (ExecutionException e) {
            throw new ProgramFailed("an order was not taken: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted", e);
        }
    }

    /** One number out of the database, past every rule. */
    long number(String sql) {
        try (Connection database = server.database();
                PreparedStatement statement = database.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw new ProgramFailed("the database does not tell: " + e.getMessage(), e);
        }
    }

    static void await(BooleanSupplier wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new ProgramFailed("waited longer than " + PATIENCE.toMinutes() + " minutes");
            }
            pause(LOOK);
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted", e);
        }
    }

    @Override
    public void close() {
        stations.forEach(OfflineStation::close);
        server.close();
        children.close();
    }
}
