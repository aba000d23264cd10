package io.fulfillx.backend.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.Shop;
import io.fulfillx.backend.lab.FaultPlan;
import io.fulfillx.backend.lab.ShopSimulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What can be sold, from a change of the stock to the number in the shop. */
class SendStockTest {
    private static final int ITEMS = 20;

    private final ShopSimulator simulator =
            ShopSimulator.start(
                    new ShopSimulator.Settings(
                            0,
                            null,
                            Shop.SECRET,
                            "shpat-test",
                            "test.example",
                            FaultPlan.parse("lost=0.2,error=0.1,throttled=0.1,sold=0.2", 7),
                            7));
    private final Shop shop = Shop.open(simulator.url().toString());
    private final ApiClient simulated = new ApiClient(simulator.url().getPort(), "");

    @AfterEach
    void close() {
        simulator.close();
    }

    private void list(String sku, boolean stocked) {
        Map<String, Object> item = Map.of("sku", sku, "available", 0, "stocked", stocked);
        assertEquals(
                200, simulated.post("/sim/inventory", Map.of("items", List.of(item))).status());
    }

    private void show(int share, int buffer) {
        var answer =
                shop.manager()
                        .send(
                                "PUT",
                                "/api/v1/stock/channels",
                                Map.of(
                                        "channelId",
                                        shop.channelId(),
                                        "sharePercent",
                                        share,
                                        "buffer",
                                        buffer),
                                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertEquals(200, answer.status(), () -> answer.json().toString());
    }

    private JsonNode jobs(String state) {
        return shop.manager()
                .get(
                        "/api/v1/stock/channels/jobs?limit=200&channel="
                                + shop.channelId()
                                + "&state="
                                + state)
                .json()
                .path("items");
    }

    private JsonNode shownInTheShop() {
        return simulated.get("/sim/inventory").json().path("available");
    }

    private int canBeSold(String sku) {
        return shop.manager()
                .get("/api/v1/stock/availability?sku=" + sku + "&channel=" + shop.channelId())
                .json()
                .path("shown")
                .asInt(-1);
    }

    @Test
    void afterAStormOfChangesTheShopShowsWhatCanBeSold() throws Exception {
        for (int i = 0; i < ITEMS; i++) {
            shop.item("S-" + i);
            list("S-" + i, true);
            shop.stock("S-" + i, "A-1", 30);
        }
        show(90, 1);
        storm();
        Map<String, Integer> wanted = new HashMap<>();
        for (int i = 0; i < ITEMS; i++) {
            wanted.put("S-" + i, canBeSold("S-" + i));
        }
        Floor.await(() -> agrees(wanted) && jobs("SENT").size() == ITEMS);
        assertTrue(agrees(wanted), () -> wanted + " " + shownInTheShop());
        assertTrue(simulated.get("/sim/inventory").json().path("changes").asInt() < 200);
    }

    private boolean agrees(Map<String, Integer> wanted) {
        JsonNode shown = shownInTheShop();
        return wanted.entrySet().stream()
                .allMatch(each -> shown.path(each.getKey()).asInt(-1) == each.getValue());
    }

    private void storm() throws Exception {
        List<Callable<Boolean>> work = new ArrayList<>();
        Random random = new Random(20260303);
        for (int i = 0; i < 200; i++) {
            String sku = "S-" + random.nextInt(ITEMS);
            int units = 1 + random.nextInt(3);
            boolean reserve = random.nextBoolean();
            work.add(() -> reserve ? reserved(sku, units) : received(sku, units));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> done : threads.invokeAll(work)) {
                assertTrue(done.get());
            }
        }
    }

    private boolean reserved(String sku, int units) {
        Map<String, Object> line =
                Map.of("lineId", UUID.randomUUID().toString(), "sku", sku, "quantity", units);
        Map<String, Object> order =
                Map.of("orderId", UUID.randomUUID().toString(), "lines", List.of(line));
        return shop.manager().post("/api/v1/reservations", order).status() == 200;
    }

    private boolean received(String sku, int units) {
        shop.stock(sku, "A-1", units);
        return true;
    }

    @Test
    void aRefusedFigureIsADeadLetterUntilItIsReplayed() {
        shop.item("ODD");
        list("ODD", false);
        shop.stock("ODD", "A-1", 4);
        show(100, 0);
        shop.stock("ODD", "A-1", 1);
        Shop.eventually("dead", () -> jobs("DEAD").size() == 1);
        assertTrue(jobs("DEAD").path(0).path("lastError").asText().startsWith("NOT_STOCKED"));
        list("ODD", true);
        Map<String, Object> all = Map.of("channelId", shop.channelId());
        var replayed = shop.manager().post("/api/v1/stock/channels/jobs/replay", all);
        assertEquals(1, replayed.json().path("figures").asInt());
        Floor.await(() -> shownInTheShop().path("ODD").asInt() == 5);
        Shop.eventually("sent", () -> jobs("SENT").size() == 1);
    }

    @Test
    void whatTheShopDoesNotSellNeedsNoFigure() {
        shop.item("OURS");
        shop.stock("OURS", "A-1", 4);
        show(100, 0);
        shop.stock("OURS", "A-1", 1);
        Floor.await(() -> jobs("UNLISTED").size() == 1);
    }

    @Test
    void aKitIsShownByItsScarcestComponent() {
        List.of("CUP", "TEA", "DUO").forEach(shop::item);
        list("DUO", true);
        var kit =
                shop.manager()
                        .send(
                                "PUT",
                                "/api/v1/stock/kits",
                                Map.of(
                                        "sku",
                                        "DUO",
                                        "virtual",
                                        true,
                                        "components",
                                        List.of(
                                                Map.of("sku", "CUP", "quantity", 1),
                                                Map.of("sku", "TEA", "quantity", 2))),
                                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertEquals(200, kit.status());
        show(100, 0);
        shop.stock("CUP", "A-1", 9);
        shop.stock("TEA", "A-1", 7);
        Floor.await(() -> shownInTheShop().path("DUO").asInt() == 3);
    }
}
