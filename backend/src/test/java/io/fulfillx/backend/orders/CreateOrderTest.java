package io.fulfillx.backend.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Shop;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Orders that a seller's own system sends. */
class CreateOrderTest {
    private static final String PATH = "/api/v1/orders";

    private final Shop shop = Shop.open();
    private final ApiClient lead = shop.org().as("lead");

    private static Map<String, Object> order(String number, int units) {
        Map<String, Object> order = new HashMap<>();
        order.put("orderNumber", number);
        order.put("placedAt", "2026-03-02T14:15:00Z");
        order.put("currency", "USD");
        order.put("email", "ada@example.com");
        order.put("phone", "+1 503 555 0100");
        order.put("paymentState", "PAID");
        order.put("requestedService", "Standard");
        order.put("tags", List.of("vip", "gift"));
        order.put("note", "Ring twice.");
        order.put(
                "shipTo",
                Map.of(
                        "name", "Ada Brook",
                        "line1", "12 Mill Lane",
                        "city", "Portland",
                        "stateCode", "OR",
                        "postalCode", "97205",
                        "countryCode", "us"));
        order.put(
                "lines", List.of(Map.of("sku", "MUG", "quantity", units, "unitPriceMinor", 1250)));
        return order;
    }

    private void mugs(int units) {
        shop.item("MUG");
        shop.stock("MUG", "A-1", units);
    }

    private int reserved() {
        return shop.stockOf("MUG").path("reserved").asInt();
    }

    @Test
    void anOrderIsReservedAtOnceAndSaysSo() {
        mugs(10);
        Answer answer = lead.post(PATH, order("S-1", 3));
        assertEquals(201, answer.status(), () -> answer.json().toString());
        JsonNode created = answer.json();
        assertEquals("received", created.path("outcome").asText());
        assertEquals("ALLOCATED", created.path("status").asText());
        assertEquals(3, created.at("/lines/0/reserved").asInt());
        assertEquals(3, reserved());
        JsonNode order = shop.order(created.path("orderId").asText());
        assertEquals("ALLOCATED", order.path("status").asText());
        assertEquals(created.path("number"), order.path("number"));
        assertEquals(3750, order.at("/total/minor").asInt());
        assertEquals("+1 503 555 0100", order.at("/shipTo/phone").asText());
        assertEquals("US", order.at("/shipTo/countryCode").asText());
        assertEquals("[\"vip\",\"gift\"]", order.path("tags").toString());
        assertEquals(
                List.of("RECEIVED", "ALLOCATED"),
                order.path("history")
                        .valueStream()
                        .limit(2)
                        .map(e -> e.path("what").asText())
                        .toList());
        Shop.eventually(
                "decided", () -> shop.order(created.path("orderId").asText()).has("decidedAt"));
        shop.assertStockIsTrue();
    }

    @Test
    void whatIsMissingIsTold() {
        mugs(2);
        JsonNode created = lead.post(PATH, order("S-1", 3)).json();
        assertEquals("BACKORDERED", created.path("status").asText());
        assertEquals(0, created.at("/lines/0/reserved").asInt());
        assertEquals(3, created.at("/missing/0/needed").asInt());
        assertEquals(2, created.at("/missing/0/available").asInt());
        assertEquals("INVENTORY", created.at("/holds/0/type").asText());
        assertEquals(0, reserved());
        shop.stock("MUG", "A-1", 1);
        String id = created.path("orderId").asText();
        Shop.eventually("allocated", () -> shop.status(id).equals("ALLOCATED"));
        assertEquals(List.of(), shop.holds(id));
    }

    @Test
    void whatIsWrongHoldsTheOrderAndDoesNotRefuseIt() {
        mugs(10);
        Map<String, Object> order = order("S-1", 3);
        order.remove("shipTo");
        order.remove("paymentState");
        order.put(
                "lines",
                List.of(
                        Map.of("sku", "MUG", "quantity", 1),
                        Map.of("sku", "NOBODY-KNOWS", "quantity", 1)));
        JsonNode created = lead.post(PATH, order).json();
        assertEquals("RECEIVED", created.path("status").asText());
        assertEquals(
                List.of("ADDRESS", "PAYMENT", "UNKNOWN_SKU"),
                shop.holds(created.path("orderId").asText()));
        assertEquals(3, created.path("holds").size());
        assertEquals(0, reserved());
    }

    @Test
    void theSameOrderNumberIsTakenOnceWhateverTheKey() {
        mugs(10);
        JsonNode first = lead.post(PATH, order("S-1", 3), "k-1").json();
        Answer sameKey = lead.post(PATH, order("S-1", 3), "k-1");
        Answer otherKey = lead.post(PATH, order("S-1", 3), "k-2");
        assertEquals(201, sameKey.status());
        assertEquals(first, sameKey.json());
        assertEquals(200, otherKey.status());
        assertEquals("already-received", otherKey.json().path("outcome").asText());
        assertEquals(first.path("orderId"), otherKey.json().path("orderId"));
        assertEquals(3, otherKey.json().at("/lines/0/reserved").asInt());
        assertEquals(3, reserved());
        assertEquals("key-reused", lead.post(PATH, order("S-2", 1), "k-1").code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /orderNumber",
                "{\"orderNumber\":\"1\"} | /currency",
                "{\"orderNumber\":\"1\",\"currency\":\"ZZZ\"} | /currency",
                "{\"orderNumber\":\"1\",\"currency\":\"USD\"} | /lines",
                "{\"orderNumber\":\"1\",\"currency\":\"USD\",\"lines\":[]} | /lines",
                "{\"orderNumber\":\"1\",\"currency\":\"USD\",\"lines\":[null]} | /lines/0",
                "{\"orderNumber\":\"1\",\"currency\":\"USD\",\"lines\":[{\"sku\":\"A\","
                        + "\"quantity\":0}]} | /lines/0/quantity",
                "{\"orderNumber\":\"1\",\"currency\":\"USD\",\"lines\":[{\"sku\":\" \","
                        + "\"quantity\":1}]} | /lines/0/sku",
                "{\"orderNumber\":\"1\",\"currency\":\"USD\",\"lines\":[{\"sku\":\"A\","
                        + "\"quantity\":1,\"unitPriceMinor\":-1}]} | /lines/0/unitPriceMinor",
                "{\"orderNumber\":\"1\",\"currency\":\"USD\",\"lines\":[{\"sku\":\"A\","
                        + "\"quantity\":1,\"lineId\":\"x\"},{\"sku\":\"B\",\"quantity\":1,"
                        + "\"lineId\":\"x\"}]} | /lines/1/lineId",
                "{\"orderNumber\":\"1\",\"currency\":\"USD\",\"placedAt\":\"2999-01-01T00:00:00Z\","
                        + "\"lines\":[{\"sku\":\"A\",\"quantity\":1}]} | /placedAt",
                "{\"orderNumber\":\"1\",\"currency\":\"USD\",\"tags\":[\"a\",\"\"],"
                        + "\"lines\":[{\"sku\":\"A\",\"quantity\":1}]} | /tags/1",
                "{\"orderNumber\":\"1\",\"currency\":\"USD\",\"paymentState\":\"MAYBE\","
                        + "\"lines\":[{\"sku\":\"A\",\"quantity\":1}]} | /paymentState",
                "{\"orderNumber\":\"1\",\"currency\":\"USD\",\"lines\":[{\"sku\":\"A\","
                        + "\"quantity\":\"many\"}]} | /lines/0/quantity"
            })
    void whatTheSenderCanPutRightIsRefusedWithAPointer(String body, String pointer) {
        Answer answer = lead.post(PATH, body.getBytes(StandardCharsets.UTF_8));
        assertEquals(400, answer.status(), () -> answer.json().toString());
        assertEquals(pointer, answer.json().path("pointer").asText());
        assertEquals(0, lead.get(PATH).json().path("items").size());
    }

    @Test
    void manyAtOnceAreAllTakenOnceAndNothingIsPromisedTwice()
            throws InterruptedException, ExecutionException {
        mugs(30);
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            byte[] body = Json.bytes(order("S-" + i, 1));
            String key = "k-" + i;
            calls.add(() -> lead.post(PATH, body, key));
            calls.add(() -> lead.post(PATH, body, key));
        }
        // Neighbors that must not spoil anything: not an order, and a key with another body.
        calls.add(() -> lead.post(PATH, Map.of("orderNumber", "bad")));
        int allocated = 0;
        int refused = 0;
        Set<String> numbers = new HashSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> done : threads.invokeAll(calls)) {
                JsonNode json = done.get().json();
                if (done.get().status() >= 400) {
                    refused++;
                } else if (numbers.add(json.path("number").asText())) {
                    allocated += json.path("status").asText().equals("ALLOCATED") ? 1 : 0;
                }
            }
        }
        assertEquals(1, refused);
        assertEquals(40, numbers.size());
        assertEquals(30, allocated);
        assertEquals(30, reserved());
        assertTrue(numbers.stream().allMatch(number -> number.matches("1\\d{5}")));
        shop.assertStockIsTrue();
    }

    @Test
    void theChannelOfTheApiIsListedWithoutAWebhook() {
        mugs(1);
        lead.post(PATH, order("S-1", 1));
        JsonNode channels = lead.get("/api/v1/channels").json();
        assertTrue(channels.findValuesAsText("kind").contains("api"), () -> channels.toString());
        assertEquals(1, channels.findValuesAsText("webhookPath").size());
    }
}
