package io.fulfillx.backend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.PaidOrder;
import io.fulfillx.backend.lab.CarrierSimulator;
import io.fulfillx.backend.lab.FaultPlan;
import io.fulfillx.backend.lab.ShopSimulator;
import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.Ids;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.sync.CommandBatch;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationCommand.LabelPrinted;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;
import io.fulfillx.model.sync.StationCommand.PickConfirmed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Kills the server while orders arrive, while labels are bought and while a station hands in its
 * work, at a carrier and a shop that fail as well. Nothing may be lost and nothing done twice.
 */
class ServerKillTest {
    private static final int ORDERS = 24;
    private static final String API = "/api/v1";
    private static final String SHOP_DOMAIN = "kill.example.com";
    private static final String SECRET = "kill-webhook-secret";
    private static final String SHOP_TOKEN = "kill-access-token";

    @TempDir private static Path folder;

    private final Random random = new Random(20_260_301);
    private final Ids ids = Ids.system();
    private final CarrierSimulator carrier =
            CarrierSimulator.start(
                    new CarrierSimulator.Settings(
                            0,
                            "demo-carrier-key",
                            folder.resolve("carrier.jsonl"),
                            FaultPlan.parse("drop=0.15,busy=0.15", 3),
                            20,
                            0));
    private final ServerProcess server =
            new ServerProcess(
                    folder,
                    List.of(
                            "--carrier.simulator-url=" + carrier.url(),
                            "--carrier.deadline-millis=1000",
                            "--carrier.settle-millis=1200"));
    private final ApiClient admin =
            ApiClient.signIn(server.port(), "main", "admin@localhost", ServerProcess.PASSWORD);
    private final ShopSimulator shop = openShop();

    @AfterEach
    void close() {
        server.close();
        shop.close();
        carrier.close();
    }

    private ShopSimulator openShop() {
        int port = ServerProcess.freePort();
        String webhookPath =
                created(
                                "/channels",
                                Map.of(
                                        "kind",
                                        "shopify",
                                        "shopDomain",
                                        SHOP_DOMAIN,
                                        "baseUrl",
                                        "http://127.0.0.1:" + port,
                                        "accessToken",
                                        SHOP_TOKEN,
                                        "webhookSecret",
                                        SECRET))
                        .path("webhookPath")
                        .asText();
        return ShopSimulator.start(
                new ShopSimulator.Settings(
                        port,
                        URI.create("http://127.0.0.1:" + server.port() + webhookPath),
                        SECRET,
                        SHOP_TOKEN,
                        SHOP_DOMAIN,
                        FaultPlan.parse("duplicate=0.3,lost=0.1,error=0.05", 5),
                        5));
    }

    private JsonNode created(String path, Object body) {
        String key = UUID.randomUUID().toString();
        Answer answer = server.insist(() -> admin.post(API + path, body, key));
        assertTrue(answer.status() < 300, () -> path + ": " + answer.json());
        return answer.json();
    }

    private JsonNode get(String path) {
        Answer answer = server.insist(() -> admin.get(API + path));
        assertEquals(200, answer.status(), () -> path + ": " + answer.json());
        return answer.json();
    }

    private List<JsonNode> items(String path) {
        return get(path).path("items").valueStream().toList();
    }

    private void killAfter(int atMostMillis) {
        try {
            Thread.sleep(random.nextInt(atMostMillis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.killAndRestart();
    }

    @Test
    void aServerKilledAtAnyMomentLosesNothingAndRepeatsNothing() {
        created(
                "/items",
                Map.of("sku", "MUG", "title", "Mug", "weightGrams", 300, "location", "A-01"));
        created("/stock/receive", Map.of("sku", "MUG", "location", "A-01", "quantity", 500));
        JsonNode bench = created("/stations", Map.of("name", "Bench"));
        ApiClient station = Floor.enrol(server.port(), "main", bench);
        orderAndKill();
        String wave = releaseAndKill(bench.path("stationId").asText());
        Floor.await(() -> !get("/waves/" + wave).path("state").asText().equals("LABELLING"));
        List<JsonNode> labelled = items("/shipments?limit=200");
        assertEquals(ORDERS, labelled.size());
        packAndKill(station, labelled);
        Floor.await(
                () ->
                        items("/shipments?limit=200").stream()
                                .allMatch(each -> each.path("trackingSent").asBoolean()));
        assertEverythingHappenedOnce();
        assertNothingStaysBehind();
    }

    /** Orders arrive as webhooks, some twice, while the server dies. */
    private void orderAndKill() {
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int i = 1; i <= ORDERS; i++) {
            orders.add(PaidOrder.of(i, Map.of("MUG", 1 + i % 3)));
        }
        ApiClient shopper = new ApiClient(shop.url().getPort(), "");
        Answer taken = shopper.post("/sim/orders", Map.of("orders", orders));
        assertEquals(ORDERS, taken.json().path("accepted").asInt());
        killAfter(200);
        Floor.await(() -> shopper.get("/sim/stats").json().at("/webhooks/pending").asInt(-1) == 0);
        assertEquals(0, shopper.get("/sim/stats").json().at("/webhooks/givenUp").asInt(-1));
        Floor.await(
                () ->
                        items("/orders?status=ALLOCATED&limit=200").stream()
                                        .filter(this::isDecided)
                                        .count()
                                == ORDERS);
    }

    private boolean isDecided(JsonNode order) {
        return get("/orders/" + order.path("orderId").asText()).has("decidedAt");
    }

    private String releaseAndKill(String station) {
        JsonNode released = created("/waves", Map.of("stationId", station, "maxOrders", 200));
        assertEquals(ORDERS, released.path("orders").asInt());
        killAfter(300);
        return released.path("waveId").asText();
    }

    /** Hands in three rows for each parcel; what got no answer is handed in again. */
    private void packAndKill(ApiClient station, List<JsonNode> shipments) {
        JsonNode hired =
                created("/operators", Map.of("name", "Ola", "pin", "1234", "role", "packer"));
        OperatorId operator = new OperatorId(UUID.fromString(hired.path("operatorId").asText()));
        List<CommandEnvelope> rows = new ArrayList<>();
        for (JsonNode shipment : shipments) {
            for (StationCommand command : acts(shipment)) {
                CommandId id = new CommandId(ids.get());
                rows.add(
                        new CommandEnvelope(
                                rows.size() + 1, id, operator, Instant.now(), "kill", command));
            }
        }
        Thread killer = Thread.ofPlatform().start(() -> killAfter(400));
        int sent = 0;
        while (sent < rows.size()) {
            int from = sent;
            int to = Math.min(rows.size(), from + 5);
            Answer answer =
                    server.insist(
                            () ->
                                    station.post(
                                            API + "/sync/commands",
                                            new CommandBatch("e", rows.subList(from, to))));
            assertEquals(200, answer.status(), () -> answer.json().toString());
            sent = answer.json().path("lastN").asInt();
        }
        join(killer);
        assertEquals(List.of(), items("/discrepancies?all=true"));
    }

    private List<StationCommand> acts(JsonNode shipment) {
        ParcelId parcel = ParcelId.of(shipment.path("parcelId").asText());
        TrackingNumber number = new TrackingNumber(shipment.path("trackingNumber").asText());
        JsonNode line = get("/orders/" + shipment.path("orderId").asText()).at("/lines/0");
        return List.of(
                new PickConfirmed(
                        parcel,
                        OrderLineId.of(line.path("lineId").asText()),
                        new Quantity(line.path("toShip").asInt()),
                        "T1"),
                new LabelPrinted(parcel, number, "zebra", 1, "device-counter"),
                new ParcelPacked(parcel, number, "S", new Weight(500)));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void assertEverythingHappenedOnce() {
        List<JsonNode> orders = items("/orders?limit=200");
        assertEquals(ORDERS, orders.size());
        assertEquals(ORDERS, texts(orders, "name").size());
        assertEquals(Set.of("SHIPPED"), texts(orders, "status"));
        List<JsonNode> shipments = items("/shipments?limit=200");
        assertEquals(ORDERS, shipments.size());
        assertEquals(Set.of("PURCHASED"), texts(shipments, "labelState"));
        Set<String> numbers = texts(shipments, "trackingNumber");
        assertEquals(ORDERS, numbers.size());
        JsonNode sold = new ApiClient(carrier.url().getPort(), "").get("/v1/admin/stats").json();
        assertEquals(0, sold.path("duplicates").asInt(-1));
        assertEquals(ORDERS, sold.path("bought").asInt() - sold.path("voided").asInt());
        JsonNode heard = new ApiClient(shop.url().getPort(), "").get("/sim/fulfillments").json();
        List<JsonNode> fulfillments = heard.path("fulfillments").valueStream().toList();
        assertEquals(ORDERS, fulfillments.size());
        assertEquals(numbers, texts(fulfillments, "trackingNumber"));
        JsonNode check = get("/stock/check");
        assertEquals(0, check.path("driftUnits").asInt(-1));
        assertEquals(0, check.path("oversoldUnits").asInt(-1));
    }

    private static Set<String> texts(List<JsonNode> nodes, String field) {
        Set<String> texts = new HashSet<>();
        nodes.forEach(node -> texts.add(node.path(field).asText()));
        return texts;
    }

    private void assertNothingStaysBehind() {
        assertTrue(server.postgres().isPresent());
        assertTrue(server.redisListens());
        server.stop();
        Floor.await(() -> server.postgres().isEmpty());
        assertFalse(server.redisListens());
    }
}
