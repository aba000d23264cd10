package io.fulfillx.backend.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Shop;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A shop and its manager at the routes of stock, for tests that do there what people do. */
class StockDesk {
    final Shop shop = Shop.open();
    final ApiClient manager = shop.manager();

    JsonNode done(String path, Object body) {
        Answer answer = manager.post("/api/v1/stock" + path, body);
        assertEquals(2, answer.status() / 100, () -> path + " " + answer.json());
        return answer.json();
    }

    JsonNode put(String path, Object body) {
        Answer answer =
                manager.send(
                        "PUT",
                        "/api/v1/stock" + path,
                        body,
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertEquals(200, answer.status(), () -> path + " " + answer.json());
        return answer.json();
    }

    JsonNode get(String path) {
        Answer answer = manager.get("/api/v1/stock" + path);
        assertEquals(200, answer.status(), () -> path + " " + answer.json());
        return answer.json();
    }

    JsonNode place(String sku, int index) {
        return shop.stockOf(sku).path("locations").path(index);
    }

    static Map<String, Object> line(String sku, int quantity) {
        return Map.of("lineId", UUID.randomUUID().toString(), "sku", sku, "quantity", quantity);
    }

    String reserve(Map<String, Object> line) {
        return manager.post(
                        "/api/v1/reservations",
                        Map.of("orderId", UUID.randomUUID().toString(), "lines", List.of(line)))
                .json()
                .path("outcome")
                .asText();
    }

    static Map<String, Object> kit(String sku, boolean virtual) {
        return Map.of(
                "sku",
                sku,
                "virtual",
                virtual,
                "components",
                List.of(Map.of("sku", "CUP", "quantity", 1), Map.of("sku", "TEA", "quantity", 2)));
    }
}
