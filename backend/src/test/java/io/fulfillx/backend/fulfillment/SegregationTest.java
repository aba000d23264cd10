package io.fulfillx.backend.fulfillment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.model.id.OrderId;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must not share a fulfillment order or a parcel. */
class SegregationTest {
    private final Floor floor = new Floor(TestBackend.assembly());

    private void item(String sku, Map<String, Object> more) {
        Map<String, Object> item =
                new LinkedHashMap<>(
                        Map.of(
                                "sku", sku,
                                "title", "Item " + sku,
                                "weightGrams", 300,
                                "lengthMm", 90,
                                "widthMm", 80,
                                "heightMm", 70));
        item.putAll(more);
        floor.created("/items", item);
        floor.created(
                "/stock/receive",
                Map.of("sku", sku, "location", "A-01", "quantity", 50, "reason", "test"));
    }

    private void dangerous(String sku, String unNumber, String hazardClass) {
        item(sku, Map.of("hazmat", Map.of("unNumber", unNumber, "hazardClass", hazardClass)));
    }

    private JsonNode parts(OrderId order) {
        return floor.get("/orders/" + order + "/fulfillment-orders").path("items");
    }

    private List<String> groups(OrderId order) {
        return parts(order)
                .valueStream()
                .map(part -> part.path("shipGroup").asText() + ":" + part.path("lines").size())
                .sorted()
                .toList();
    }

    private List<JsonNode> parcels(OrderId order) {
        return floor.get("/shipments?orderId=" + order).path("items").valueStream().toList();
    }

    @Test
    void eachHazardClassIsAFulfillmentOrderAndAParcelOfItsOwn() {
        item("MUG", Map.of());
        dangerous("PAINT", "UN1263", "3");
        dangerous("GLUE", "UN1133", "3");
        dangerous("CELL", "UN3480", "9");
        OrderId order = floor.order(Map.of("MUG", 2, "PAINT", 1, "GLUE", 1, "CELL", 1));
        assertEquals(List.of(":1", "HAZMAT 3:2", "HAZMAT 9:1"), groups(order));
        List<String> ids =
                parts(order)
                        .valueStream()
                        .map(part -> part.path("fulfillmentOrderId").asText())
                        .toList();
        Answer merged =
                floor.admin()
                        .post(
                                "/api/v1/fulfillment-orders/" + ids.get(0) + "/merge",
                                Map.of("fulfillmentOrderId", ids.get(1), "reason", "Together."));
        assertEquals("not-allowed-now", merged.code(), () -> merged.json().toString());
        assertTrue(merged.json().path("detail").asText().contains("HAZMAT 3"));
        floor.wave();
        assertEquals(3, parcels(order).size());
    }

    @Test
    void anOrderOfOneClassIsNotSplit() {
        dangerous("PAINT", "UN1263", "3");
        OrderId order = floor.order(Map.of("PAINT", 2));
        assertEquals(List.of("HAZMAT 3:1"), groups(order));
        floor.wave();
        assertEquals(1, parcels(order).size());
    }

    @Test
    void whatShipsAloneHasAParcelForEachUnit() {
        item("MUG", Map.of());
        item("VASE", Map.of("handling", Map.of("shipsAlone", true)));
        OrderId order = floor.order(Map.of("MUG", 2, "VASE", 2));
        assertEquals(1, parts(order).size());
        floor.wave();
        List<JsonNode> parcels = parcels(order);
        assertEquals(3, parcels.size());
        assertEquals(
                List.of("MUG 2", "VASE 1", "VASE 1"),
                floor.feed("", 0)
                        .path("jobs")
                        .valueStream()
                        .map(
                                job ->
                                        job.at("/lines/0/sku").asText()
                                                + " "
                                                + job.at("/lines/0/quantity").asText())
                        .sorted()
                        .toList());
    }

    @Test
    void whatIsSentInItsOwnBoxNeedsNoCarton() {
        item("SAFE", Map.of("handling", Map.of("ownContainer", true)));
        OrderId order = floor.order(Map.of("SAFE", 2));
        floor.wave();
        assertEquals(2, parcels(order).size());
        assertEquals("OWN", parcels(order).getFirst().path("carton").asText());
    }
}
