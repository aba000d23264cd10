package io.fulfillx.backend.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.PaidOrder;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.model.id.OrderId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders and their parts over HTTP, from the desk to the floor and back. */
class OrderFlowTest {
    private final Floor floor = new Floor(TestBackend.assembly());

    private JsonNode parts(OrderId order) {
        return floor.get("/orders/" + order + "/fulfillment-orders").path("items");
    }

    /** Number, state, units and reserved units of each part that is not empty. */
    private String partsOf(OrderId order) {
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

    private String part(OrderId order, int index) {
        return parts(order).path(index).path("fulfillmentOrderId").asText();
    }

    private Answer try_(String path, Object body) {
        return floor.admin().post("/api/v1" + path, body);
    }

    private Map<String, Object> units(OrderId order, int quantity) {
        return Map.of(
                "lines",
                List.of(Map.of("lineId", floor.line(order).toString(), "quantity", quantity)),
                "reason",
                "The buyer asked.");
    }

    private int wave() {
        return floor.created(
                        "/waves",
                        Map.of("stationId", floor.stationId().toString(), "maxOrders", 200))
                .path("parcels")
                .asInt();
    }

    private JsonNode stock(String sku) {
        return floor.get("/stock?sku=" + sku).path("items").path(0);
    }

    private void assertBooks() {
        JsonNode check = floor.get("/stock/check");
        assertEquals(0, check.path("driftUnits").asInt(-1));
        assertEquals(0, check.path("oversoldUnits").asInt(-1));
    }

    private String refusal(Answer answer) {
        assertEquals(409, answer.status(), () -> answer.json().toString());
        assertEquals("not-allowed-now", answer.code());
        return answer.json().path("detail").asText();
    }

    @Test
    void aSplitPartGoesToTheFloorAloneAndMergingUndoesIt() {
        floor.item("MUG", 300, 10);
        OrderId order = floor.order("MUG", 5);
        floor.created("/fulfillment-orders/" + part(order, 0) + "/split", units(order, 2));
        assertEquals("OPEN 3/3, OPEN 2/2", partsOf(order));
        floor.created(
                "/fulfillment-orders/" + part(order, 0) + "/merge",
                Map.of("fulfillmentOrderId", part(order, 1), "reason", "Together after all."));
        assertEquals("OPEN 5/5", partsOf(order));
        floor.created("/fulfillment-orders/" + part(order, 0) + "/split", units(order, 1));
        String later = part(order, 2);
        floor.created(
                "/fulfillment-orders/" + later + "/schedule",
                Map.of("fulfillAt", Instant.now().plusSeconds(3_600).toString()));
        floor.wave();
        assertEquals("PICKING 4/4, SCHEDULED 1/1", partsOf(order));
        String refused =
                refusal(try_("/fulfillment-orders/" + part(order, 0) + "/split", units(order, 1)));
        assertTrue(refused.startsWith("The fulfillment order is PICKING; split is not"), refused);
        assertTrue(refused.contains("Possible now: pick all"), refused);
        floor.send(floor.packed(order));
        assertEquals("PARTIALLY_SHIPPED", floor.status(order));
        floor.created("/fulfillment-orders/" + later + "/open", Map.of());
        assertEquals(1, wave());
        assertEquals(6, stock("MUG").path("onHand").asInt());
        assertBooks();
    }

    @Test
    void aPartMovesToAnotherWarehouseWithItsPromise() {
        floor.item("MUG", 300, 10);
        floor.created("/warehouses", Map.of("code", "EAST", "name", "East"));
        floor.created(
                "/stock/receive",
                Map.of("sku", "MUG", "location", "E-1", "quantity", 3, "reason", "test"));
        Answer placed =
                floor.admin()
                        .send(
                                "PUT",
                                "/api/v1/stock/places",
                                Map.of("location", "E-1", "warehouse", "EAST", "kind", "BIN"),
                                Map.of("Idempotency-Key", "place"));
        assertEquals(200, placed.status(), () -> placed.json().toString());
        OrderId order = floor.order("MUG", 5);
        String refused =
                refusal(
                        try_(
                                "/fulfillment-orders/" + part(order, 0) + "/move",
                                Map.of("warehouse", "EAST", "reason", "Nearer.")));
        assertEquals("The warehouse EAST has 3 of the 5 units.", refused);
        floor.created("/fulfillment-orders/" + part(order, 0) + "/split", units(order, 3));
        floor.created(
                "/fulfillment-orders/" + part(order, 1) + "/move",
                Map.of("warehouse", "EAST", "reason", "Nearer."));
        assertEquals("EAST", parts(order).path(1).path("warehouse").asText());
        int east = 0;
        for (JsonNode place : stock("MUG").path("locations")) {
            if (place.path("location").asText().equals("E-1")) {
                east = place.path("reserved").asInt();
            }
        }
        assertEquals(3, east, () -> stock("MUG").toString());
        assertEquals(2, wave());
        assertBooks();
    }

    @Test
    void whatIsThereIsSentWhileTheRestWaitsForStock() {
        policy("SHIP_AVAILABLE");
        floor.item("MUG", 300, 3);
        OrderId order = floor.order("MUG", 5);
        assertEquals("OPEN 3/3, OPEN 0/2", partsOf(order));
        assertEquals("PARTIALLY_ALLOCATED", floor.status(order));
        floor.wave();
        floor.send(floor.packed(order));
        assertEquals("SHIPPED 3/3, OPEN 0/2", partsOf(order));
        floor.created(
                "/stock/receive",
                Map.of("sku", "MUG", "location", "A-01", "quantity", 2, "reason", "test"));
        Floor.await(() -> partsOf(order).equals("SHIPPED 3/3, OPEN 2/2"));
        assertEquals(List.of(), floor.holds(order));
        assertEquals(1, wave());
        assertBooks();
    }

    @Test
    void aPersonDecidesWhenThePolicyIsToAsk() {
        policy("ASK");
        floor.item("MUG", 300, 3);
        OrderId order = floor.order("MUG", 5);
        assertEquals("OPEN 3/5", partsOf(order));
        assertEquals("PARTIALLY_ALLOCATED", floor.status(order));
        assertEquals(List.of("INVENTORY"), floor.holds(order));
        assertEquals(0, wave());
        floor.created(
                "/orders/" + order + "/backorder-policy",
                Map.of("policy", "SHIP_AVAILABLE", "reason", "The buyer agreed."));
        assertEquals("OPEN 3/3, OPEN 0/2", partsOf(order));
        assertEquals(1, wave());
    }

    private void policy(String policy) {
        Answer set =
                floor.admin()
                        .send(
                                "PUT",
                                "/api/v1/order-policy",
                                Map.of("policy", policy),
                                Map.of("Idempotency-Key", "policy"));
        assertEquals(200, set.status(), () -> set.json().toString());
    }

    @Test
    void aHoldOnAnItemKeepsEveryOrderWithItAndALineHoldOnlyItsPart() {
        floor.item("MUG", 300, 10);
        floor.item("CUP", 300, 10);
        OrderId mug = floor.order("MUG", 1);
        JsonNode hold =
                floor.created(
                        "/stock-holds",
                        Map.of("sku", "MUG", "type", "COMPLIANCE", "reason", "Lead paint?"));
        OrderId later = floor.order("MUG", 2);
        OrderId cup = floor.order("CUP", 2);
        assertEquals(List.of("COMPLIANCE"), floor.holds(mug));
        assertEquals(List.of("COMPLIANCE"), floor.holds(later));
        floor.created("/fulfillment-orders/" + part(cup, 0) + "/split", units(cup, 1));
        floor.created(
                "/orders/" + cup + "/holds",
                Map.of("type", "CLIENT", "reason", "Wait.", "fulfillmentOrderId", part(cup, 1)));
        assertEquals(1, wave());
        assertEquals("PICKING 1/1, OPEN 1/1", partsOf(cup));
        floor.created("/stock-holds/" + hold.path("stockHoldId").asText() + "/release", Map.of());
        assertEquals(2, wave());
    }

    @Test
    void aHoldEndsByItselfWhenItsTimeHasCome() {
        floor.item("MUG", 300, 10);
        OrderId order = floor.order("MUG", 1);
        assertEquals(
                400,
                try_(
                                "/orders/" + order + "/holds",
                                Map.of("type", "UNTIL_DATE", "reason", "Holiday."))
                        .status());
        floor.created(
                "/orders/" + order + "/holds",
                Map.of(
                        "type",
                        "UNTIL_DATE",
                        "reason",
                        "Holiday.",
                        "until",
                        Instant.now().plusMillis(1_500).toString()));
        assertEquals(0, wave());
        Floor.await(() -> floor.holds(order).isEmpty());
        assertEquals(1, wave());
    }

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
        assertEquals(2, stock("MUG").path("reserved").asInt());
        JsonNode page = floor.feed(cursor, 5_000);
        assertEquals("WITHDRAWN", page.path("jobs").path(0).path("state").asText());
        assertEquals("CANCEL_REQUESTED", floor.status(order));
        floor.feed(page.path("cursor").asText(), 0);
        assertEquals("CANCELLED", floor.status(order));
        assertEquals(0, stock("MUG").path("reserved").asInt());
        Floor.await(() -> floor.shipment(order).path("labelState").asText().equals("VOIDED"));
        assertBooks();
    }

    @Test
    void aLeadGivesAnOrderUpWithoutTheStation() {
        floor.item("MUG", 300, 10);
        OrderId order = floor.order("MUG", 2);
        assertEquals(
                409, try_("/orders/" + order + "/cancel/confirm", Map.of("reason", "x")).status());
        floor.wave();
        floor.created("/orders/" + order + "/cancel", Map.of("reason", "Changed my mind."));
        floor.created("/orders/" + order + "/cancel/confirm", Map.of("reason", "Tote is here."));
        assertEquals("CANCELLED", floor.status(order));
        assertBooks();
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
                refusal(try_("/orders/" + gone + "/cancel", Map.of("reason", "Too late.")));
        assertTrue(refused.contains("on a manifest or with the driver"), refused);
        journey(gone, "ACCEPT");
        refused = refusal(try_("/orders/" + gone + "/cancel", Map.of("reason", "Too late.")));
        assertTrue(refused.contains("intercepted"), refused);
        floor.created("/orders/" + here + "/cancel", Map.of("reason", "Changed my mind."));
        assertEquals("CANCELLED", floor.status(here));
        assertEquals(7, stock("MUG").path("onHand").asInt());
        JsonNode task = floor.get("/order-tasks").path("items").path(0);
        assertEquals("UNPACK", task.path("kind").asText());
        String done = "/order-tasks/" + task.path("orderTaskId").asText() + "/done";
        floor.created(done, Map.of());
        floor.created(done, Map.of());
        assertEquals(9, stock("MUG").path("onHand").asInt());
        Floor.await(() -> floor.shipment(here).path("labelState").asText().equals("VOIDED"));
        journey(gone, "DELIVER");
        assertEquals("DELIVERED", floor.status(gone));
        floor.created("/orders/" + gone + "/close", Map.of("reason", "Done."));
        assertEquals("CLOSED", floor.status(gone));
        assertBooks();
    }

    private void journey(OrderId order, String event) {
        floor.created("/shipments/" + floor.parcel(order) + "/journey", Map.of("event", event));
    }

    @Test
    void unitsAreGivenUpAsLongAsNoWaveHasThem() {
        floor.item("MUG", 300, 10);
        OrderId order = floor.order("MUG", 5);
        floor.created("/orders/" + order + "/cancel-lines", units(order, 2));
        assertEquals("OPEN 3/3", partsOf(order));
        assertEquals(3, stock("MUG").path("reserved").asInt());
        assertEquals(409, try_("/orders/" + order + "/cancel-lines", units(order, 4)).status());
        floor.wave();
        assertEquals(
                "Only 0 units of that line are not on the floor yet.",
                refusal(try_("/orders/" + order + "/cancel-lines", units(order, 1))));
        floor.send(floor.packed(order));
        assertEquals("SHIPPED", floor.status(order));
        assertEquals(7, stock("MUG").path("onHand").asInt());
        assertBooks();
    }

    @Test
    void aNewQuantityIsReservedOrGivenBackAndWrittenDown() {
        floor.item("MUG", 300, 10);
        OrderId order = floor.order("MUG", 2);
        String path = "/orders/" + order + "/lines/" + floor.line(order) + "/quantity";
        floor.created(path, Map.of("quantity", 6, "reason", "More guests."));
        assertEquals("OPEN 6/6", partsOf(order));
        floor.created(path, Map.of("quantity", 1, "reason", "Fewer guests."));
        assertEquals("OPEN 1/1", partsOf(order));
        assertEquals(1, stock("MUG").path("reserved").asInt());
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
        assertBooks();
    }

    @Test
    void anotherAddressIsCheckedAndGetsAnotherLabel() {
        floor.item("MUG", 300, 10);
        OrderId order = floor.order("MUG", 1);
        floor.created("/orders/" + order + "/address", address("", "No street."));
        assertEquals(List.of("ADDRESS"), floor.holds(order));
        assertEquals(0, wave());
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
                refusal(try_("/orders/" + order + "/address", address("1 A Street", "Late.")));
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

    @Test
    void twoOrdersToOneAddressLeaveInOneParcelAndAreToldApart() {
        floor.item("MUG", 300, 10);
        floor.item("CUP", 300, 10);
        OrderId mug = floor.order("MUG", 2);
        OrderId cup = floor.order("CUP", 1);
        OrderId far = floor.take(PaidOrder.of(700, Map.of("MUG", 1), "1 Far Street"));
        assertEquals(
                "They go to different addresses.",
                refusal(
                        try_(
                                "/fulfillment-orders/" + part(mug, 0) + "/merge",
                                Map.of("fulfillmentOrderId", part(far, 0)))));
        floor.created("/orders/" + far + "/cancel", Map.of("reason", "Not in this test."));
        floor.created(
                "/fulfillment-orders/" + part(mug, 0) + "/merge",
                Map.of("fulfillmentOrderId", part(cup, 0), "reason", "One box."));
        assertEquals("ALLOCATED", floor.status(cup));
        floor.created("/orders/" + cup + "/holds", Map.of("reason", "Wait."));
        assertEquals(0, wave());
        String hold = floor.get("/orders/" + cup).at("/holds/0/holdId").asText();
        floor.created("/orders/" + cup + "/holds/" + hold + "/release", Map.of());
        floor.wave();
        assertEquals("RELEASED", floor.status(cup));
        assertEquals(2, floor.feed("", 0).at("/jobs/0/lines").size());
        floor.send(floor.packed(mug));
        assertEquals("SHIPPED", floor.status(mug));
        assertEquals("SHIPPED", floor.status(cup));
        assertEquals(1, floor.get("/orders/" + cup).at("/lines/0/shipped").asInt());
        assertEquals(8, stock("MUG").path("onHand").asInt());
        assertEquals(9, stock("CUP").path("onHand").asInt());
        assertBooks();
    }
}
