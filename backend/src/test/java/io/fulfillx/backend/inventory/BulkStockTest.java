package io.fulfillx.backend.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many movements and promises with one commit, each with an outcome of its own. */
class BulkStockTest extends StockDesk {
    private static Map<String, Object> move(String key, String kind, Object... fields) {
        Map<String, Object> move = new LinkedHashMap<>();
        move.put("key", key);
        move.put("kind", kind);
        move.put("sku", "TEA");
        move.put("location", "A-01");
        for (int i = 0; i < fields.length; i += 2) {
            move.put((String) fields[i], fields[i + 1]);
        }
        return move;
    }

    private JsonNode bulk(List<Map<String, Object>> movements) {
        return done("/movements/bulk", Map.of("movements", movements));
    }

    @Test
    void eachMovementHasAnOutcomeOfItsOwn() {
        shop.item("TEA");
        JsonNode done =
                bulk(
                        List.of(
                                move("m-1", "RECEIVE", "quantity", 10),
                                move("m-2", "SCRAP", "quantity", 11),
                                move("m-3", "PUT_AWAY", "quantity", 4, "toLocation", "B-02"),
                                move("m-4", "QUARANTINE", "quantity", 1),
                                move("m-5", "ADJUST", "delta", -2, "reasonCode", "FOUND"),
                                move("m-6", "COUNT", "quantity", 5, "expected", 4),
                                move("m-7", "RECEIVE", "quantity", 1, "sku", "NOBODY"),
                                move("m-8", "ADJUST", "delta", 101, "reasonCode", "FOUND")));
        assertEquals(5, done.path("booked").asInt());
        assertEquals(3, done.path("refused").asInt());
        JsonNode outcomes = done.path("outcomes");
        assertEquals("not-allowed-now", outcomes.path(1).path("code").asText());
        assertEquals("/sku", outcomes.path(6).path("pointer").asText());
        assertEquals("/delta", outcomes.path(7).path("pointer").asText());
        assertEquals(5, place("TEA", 0).path("onHand").asInt());
        assertEquals(4, place("TEA", 1).path("onHand").asInt());
    }

    @Test
    void aMovementThatComesAgainInAnotherListIsNotBookedTwice() {
        shop.item("TEA");
        var receipt = move("again-1", "RECEIVE", "quantity", 3);
        String first = bulk(List.of(receipt)).at("/outcomes/0/eventId").asText();
        JsonNode second = bulk(List.of(receipt, move("again-2", "RECEIVE", "quantity", 1)));
        assertEquals("repeated", second.at("/outcomes/0/outcome").asText());
        assertEquals(first, second.at("/outcomes/0/eventId").asText());
        assertEquals(4, place("TEA", 0).path("onHand").asInt());
    }

    @Test
    void aKeyIsMissingOrComesTwice() {
        shop.item("TEA");
        var receipt = move("twice", "RECEIVE", "quantity", 3);
        Answer twice =
                manager.post(
                        "/api/v1/stock/movements/bulk",
                        Map.of("movements", List.of(receipt, receipt)));
        assertEquals(400, twice.status());
        assertEquals("/movements/1/key", twice.json().path("pointer").asText());
        assertEquals(
                400,
                manager.post("/api/v1/stock/movements/bulk", Map.of("movements", List.of()))
                        .status());
    }

    private JsonNode promises(List<Map<String, Object>> reserve, List<Map<String, Object>> end) {
        Answer answer =
                manager.post("/api/v1/reservations/bulk", Map.of("reserve", reserve, "end", end));
        assertEquals(200, answer.status(), () -> answer.json().toString());
        return answer.json();
    }

    private static Map<String, Object> wish(String order, String sku, int units) {
        return Map.of("orderId", order, "lines", List.of(line(sku, units)));
    }

    private static Map<String, Object> end(String order, String how) {
        return Map.of("key", how + "-" + order, "orderId", order, "how", how);
    }

    @Test
    void promisesAreMadeAndEndedForManyOrders() {
        shop.item("TEA");
        bulk(List.of(move("p-1", "RECEIVE", "quantity", 10)));
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            orders.add(UUID.randomUUID().toString());
        }
        JsonNode made =
                promises(
                        List.of(
                                wish(orders.get(0), "TEA", 4),
                                wish(orders.get(1), "TEA", 5),
                                wish(orders.get(2), "TEA", 2),
                                wish(orders.get(3), "NOBODY", 2)),
                        List.of());
        assertEquals("reserved", made.at("/reserve/0/outcome/outcome").asText());
        assertEquals("not-enough", made.at("/reserve/2/outcome/outcome").asText());
        assertEquals("invalid", made.at("/reserve/3/code").asText());
        var endings = List.of(end(orders.get(0), "SHIP"), end(orders.get(1), "RELEASE"));
        assertEquals("booked", promises(List.of(), endings).at("/end/1/outcome").asText());
        JsonNode again = promises(List.of(), endings);
        assertEquals("repeated", again.at("/end/0/outcome").asText());
        assertEquals("repeated", again.at("/end/1/outcome").asText());
        JsonNode nothing = promises(List.of(), List.of(end(orders.get(2), "SHIP")));
        assertEquals("not-allowed-now", nothing.at("/end/0/code").asText());
        assertEquals(6, place("TEA", 0).path("onHand").asInt());
        assertEquals(0, place("TEA", 0).path("reserved").asInt());
    }

    @Test
    void manyAtOnceOnTenUnitsGetExactlyTenWhateverTheyShare()
            throws InterruptedException, ExecutionException {
        shop.item("TEA");
        shop.item("CUP");
        bulk(List.of(move("o-1", "RECEIVE", "quantity", 10)));
        bulk(List.of(move("o-2", "RECEIVE", "quantity", 900, "sku", "CUP")));
        shop.item("SET");
        var _ =
                put(
                        "/kits",
                        Map.of(
                                "sku",
                                "SET",
                                "virtual",
                                true,
                                "components",
                                List.of(
                                        Map.of("sku", "CUP", "quantity", 1),
                                        Map.of("sku", "TEA", "quantity", 1))));
        List<Callable<String>> tasks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String sku = i % 2 == 0 ? "TEA" : "SET";
            tasks.add(() -> reserve(line(sku, 1)));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int granted = 0;
            for (Future<String> each : threads.invokeAll(tasks)) {
                granted += each.get().equals("reserved") ? 1 : 0;
            }
            assertEquals(10, granted);
        }
        assertEquals(10, place("TEA", 0).path("reserved").asInt());
    }

    @Test
    void aKeyThatComesTwiceAtOnceHasOneAnswer() throws InterruptedException, ExecutionException {
        shop.item("TEA");
        bulk(List.of(move("k-1", "RECEIVE", "quantity", 10)));
        Map<String, Object> wish = wish(UUID.randomUUID().toString(), "TEA", 3);
        Map<String, String> key = Map.of("Idempotency-Key", "the-same");
        List<Callable<Answer>> tasks = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            tasks.add(() -> manager.send("POST", "/api/v1/reservations", wish, key));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> each : threads.invokeAll(tasks)) {
                assertEquals("reserved", each.get().json().path("outcome").asText());
            }
        }
        Answer other =
                manager.send(
                        "POST",
                        "/api/v1/reservations",
                        wish(UUID.randomUUID().toString(), "TEA", 1),
                        key);
        assertEquals(422, other.status());
        assertEquals(3, place("TEA", 0).path("reserved").asInt());
        assertTrue(other.json().path("code").asText().equals("key-reused"));
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        Map<String, String> key = Map.of("Idempotency-Key", "free-again");
        Map<String, Object> wish = wish(UUID.randomUUID().toString(), "TEA", 3);
        assertEquals(400, manager.send("POST", "/api/v1/reservations", wish, key).status());
        shop.item("TEA");
        Answer later = manager.send("POST", "/api/v1/reservations", wish, key);
        assertEquals("not-enough", later.json().path("outcome").asText());
    }
}
