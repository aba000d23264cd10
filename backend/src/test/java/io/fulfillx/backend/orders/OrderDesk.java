package io.fulfillx.backend.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.model.id.OrderId;

import java.util.List;
import java.util.Map;

/** What the tests of orders ask and do at the desk of one organisation. */
final class OrderDesk {
    private final Floor floor;

    OrderDesk(Floor floor) {
        this.floor = floor;
    }

    JsonNode parts(OrderId order) {
        return floor.get("/orders/" + order + "/fulfillment-orders").path("items");
    }

    /** Number, state, units and reserved units of each part that is not empty. */
    String partsOf(OrderId order) {
        StringBuilder text = new StringBuilder();
        for (JsonNode part : parts(order)) {
            int units = 0;
            int allocated = 0;
            for (JsonNode line : part.path("lines")) {
                units += line.path("quantity").asInt();
                allocated += line.path("allocated").asInt();
            }
            if (units > 0) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(part.path("state").asText())
                        .append(' ')
                        .append(allocated)
                        .append('/')
                        .append(units);
            }
        }
        return text.toString();
    }

    String part(OrderId order, int index) {
        return parts(order).path(index).path("fulfillmentOrderId").asText();
    }

    Answer post(String path, Object body) {
        return floor.admin().post("/api/v1" + path, body);
    }

    Map<String, Object> units(OrderId order, int quantity) {
        return Map.of(
                "lines",
                List.of(Map.of("lineId", floor.line(order).toString(), "quantity", quantity)),
                "reason",
                "The buyer asked.");
    }

    int wave() {
        return floor.created(
                        "/waves",
                        Map.of("stationId", floor.stationId().toString(), "maxOrders", 200))
                .path("parcels")
                .asInt();
    }

    JsonNode stock(String sku) {
        return floor.get("/stock?sku=" + sku).path("items").path(0);
    }

    void assertBooks() {
        JsonNode check = floor.get("/stock/check");
        assertEquals(0, check.path("driftUnits").asInt(-1));
        assertEquals(0, check.path("oversoldUnits").asInt(-1));
    }

    String refusal(Answer answer) {
        assertEquals(409, answer.status(), () -> answer.json().toString());
        assertEquals("not-allowed-now", answer.code());
        return answer.json().path("detail").asText();
    }
}
