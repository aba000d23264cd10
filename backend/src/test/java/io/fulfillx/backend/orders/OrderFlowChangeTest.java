package io.fulfillx.backend.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.model.id.OrderId;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders over HTTP that are given up or changed while they are under way. */
class OrderFlowChangeTest {
    private final Floor floor = new Floor(TestBackend.assembly());
    private final OrderDesk desk = new OrderDesk(floor);

    @Test
    void aStationIsAskedBeforeAnOrderItHasIsGivenUp() {
        floor.item("MUG", 300, 10);
        OrderId order = floor.order("MUG", 2);
        floor.wave();
        String cursor = floor.feed("", 0).path("cursor").asText();
        JsonNode effects = floor.get("/orders/" + order + "/cancel-effects").path("items");
        assertEquals("LABELLED", effects.path(0).path("reached").asText());
        floor.created("/orders/" + order + "/cancel", Map.of("reason", "Changed my mind."));
        assertEquals("CANCEL_REQUESTED", floor.status(order));
        assertEquals(2, desk.stock("MUG").path("reserved").asInt());
        JsonNode page = floor.feed(cursor, 5_000);
        assertEquals("WITHDRAWN", page.path("jobs").path(0).path("state").asText());
        assertEquals("CANCEL_REQUESTED", floor.status(order));
        floor.feed(page.path("cursor").asText(), 0);
        assertEquals("CANCELLED", floor.status(order));
        assertEquals(0, desk.stock("MUG").path("reserved").asInt());
        Floor.await(() -> floor.shipment(order).path("labelState").asText().equals("VOIDED"));
        desk.assertBooks();
    }

    @Test
    void aLeadGivesAnOrderUpWithoutTheStation() {
        floor.item("MUG", 300, 10);
        OrderId order = floor.order("MUG", 2);
        assertEquals(
                409,
                desk.post("/orders/" + order + "/cancel/confirm", Map.of("reason", "x")).status());
        floor.wave();
        floor.created("/orders/" + order + "/cancel", Map.of("reason", "Changed my mind."));
        floor.created("/orders/" + order + "/cancel/confirm", Map.of("reason", "Tote is here."));
        assertEquals("CANCELLED", floor.status(order));
        desk.assertBooks();
    }

    @Test
    void aPackedParcelIsUnpackedAndOneWithTheCarrierIsNot() {
        floor.item("MUG", 300, 10);
        OrderId here = floor.order("MUG", 2);
        OrderId gone = floor.order("MUG", 1);
        floor.wave();
        floor.send(floor.packed(here), floor.packed(gone));
        journey(gone, "HAND_OVER");
        String refused =
                desk.refusal(
                        desk.post("/orders/" + gone + "/cancel", Map.of("reason", "Too late.")));
        assertTrue(refused.contains("on a manifest or with the driver"), refused);
        journey(gone, "ACCEPT");
        refused =
                desk.refusal(
                        desk.post("/orders/" + gone + "/cancel", Map.of("reason", "Too late.")));
        assertTrue(refused.contains("intercepted"), refused);
        floor.created("/orders/" + here + "/cancel", Map.of("reason", "Changed my mind."));
        assertEquals("CANCELLED", floor.status(here));
        assertEquals(7, desk.stock("MUG").path("onHand").asInt());
        JsonNode task = floor.get("/order-tasks").path("items").path(0);
        assertEquals("UNPACK", task.path("kind").asText());
        String done = "/order-tasks/" + task.path("orderTaskId").asText() + "/done";
        floor.created(done, Map.of());
        floor.created(done, Map.of());
        assertEquals(9, desk.stock("MUG").path("onHand").asInt());
        Floor.await(() -> floor.shipment(here).path("labelState").asText().equals("VOIDED"));
        journey(gone, "DELIVER");
        assertEquals("DELIVERED", floor.status(gone));
        floor.created("/orders/" + gone + "/close", Map.of("reason", "Done."));
        assertEquals("CLOSED", floor.status(gone));
        desk.assertBooks();
    }

    private void journey(OrderId order, String event) {
        floor.created("/shipments/" + floor.parcel(order) + "/journey", Map.of("event", event));
    }

    @Test
    void unitsAreGivenUpAsLongAsNoWaveHasThem() {
        floor.item("MUG", 300, 10);
        OrderId order = floor.order("MUG", 5);
        floor.created("/orders/" + order + "/cancel-lines", desk.units(order, 2));
        assertEquals("OPEN 3/3", desk.partsOf(order));
        assertEquals(3, desk.stock("MUG").path("reserved").asInt());
        assertEquals(
                409,
                desk.post("/orders/" + order + "/cancel-lines", desk.units(order, 4)).status());
        floor.wave();
        assertEquals(
                "Only 0 units of that line are not on the floor yet.",
                desk.refusal(
                        desk.post("/orders/" + order + "/cancel-lines", desk.units(order, 1))));
        floor.send(floor.packed(order));
        assertEquals("SHIPPED", floor.status(order));
        assertEquals(7, desk.stock("MUG").path("onHand").asInt());
        desk.assertBooks();
    }

    @Test
    void aNewQuantityIsReservedOrGivenBackAndWrittenDown() {
        floor.item("MUG", 300, 10);
        OrderId order = floor.order("MUG", 2);
        String path = "/orders/" + order + "/lines/" + floor.line(order) + "/quantity";
        floor.created(path, Map.of("quantity", 6, "reason", "More guests."));
        assertEquals("OPEN 6/6", desk.partsOf(order));
        floor.created(path, Map.of("quantity", 1, "reason", "Fewer guests."));
        assertEquals("OPEN 1/1", desk.partsOf(order));
        assertEquals(1, desk.stock("MUG").path("reserved").asInt());
        JsonNode page = floor.get("/orders/" + order + "/history?limit=200");
        JsonNode entry =
                page.path("items")
                        .valueStream()
                        .filter(each -> each.path("what").asText().equals("QUANTITY_CHANGED"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(6, entry.path("before").path("quantity").asInt());
        assertEquals(1, entry.path("after").path("quantity").asInt());
        assertEquals("Fewer guests.", entry.path("why").asText());
        desk.assertBooks();
    }

    @Test
    void anotherAddressIsCheckedAndGetsAnotherLabel() {
        floor.item("MUG", 300, 10);
        OrderId order = floor.order("MUG", 1);
        floor.created("/orders/" + order + "/address", address("", "No street."));
        assertEquals(List.of("ADDRESS"), floor.holds(order));
        assertEquals(0, desk.wave());
        floor.created("/orders/" + order + "/address", address("9 Hill Road", "Corrected."));
        assertEquals(List.of(), floor.holds(order));
        floor.wave();
        String first = floor.tracking(order).value();
        floor.created("/orders/" + order + "/address", address("7 Lake Road", "Moved."));
        Floor.await(
                () -> {
                    JsonNode now = floor.shipment(order);
                    return now.path("state").asText().equals("LABELLED")
                            && !now.path("trackingNumber").asText().equals(first);
                });
        floor.send(floor.packed(order));
        assertEquals("SHIPPED", floor.status(order));
        String refused =
                desk.refusal(
                        desk.post("/orders/" + order + "/address", address("1 A Street", "Late.")));
        assertTrue(refused.startsWith("The order is SHIPPED; change address"), refused);
    }

    private static Map<String, Object> address(String street, String reason) {
        Map<String, Object> to = new LinkedHashMap<>();
        to.put("name", "Ada Brook");
        to.put("line1", street);
        to.put("city", "Portland");
        to.put("stateCode", "OR");
        to.put("postalCode", "97205");
        to.put("countryCode", "US");
        return Map.of("shipTo", to, "reason", reason);
    }
}
