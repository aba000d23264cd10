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
import java.util.List;
import java.util.Map;

/** Orders, their parts and their holds over HTTP, from the desk to the floor and back. */
class OrderFlowTest {
    private final Floor floor = new Floor(TestBackend.assembly());
    private final OrderDesk desk = new OrderDesk(floor);

    @Test
    void aSplitPartGoesToTheFloorAloneAndMergingUndoesIt() {
        floor.item("MUG", 300, 10);
        OrderId order = floor.order("MUG", 5);
        floor.created(
                "/fulfillment-orders/" + desk.part(order, 0) + "/split", desk.units(order, 2));
        assertEquals("OPEN 3/3, OPEN 2/2", desk.partsOf(order));
        floor.created(
                "/fulfillment-orders/" + desk.part(order, 0) + "/merge",
                Map.of("fulfillmentOrderId", desk.part(order, 1), "reason", "Together after all."));
        assertEquals("OPEN 5/5", desk.partsOf(order));
        floor.created(
                "/fulfillment-orders/" + desk.part(order, 0) + "/split", desk.units(order, 1));
        String later = desk.part(order, 2);
        floor.created(
                "/fulfillment-orders/" + later + "/schedule",
                Map.of("fulfillAt", Instant.now().plusSeconds(3_600).toString()));
        floor.wave();
        assertEquals("PICKING 4/4, SCHEDULED 1/1", desk.partsOf(order));
        String refused =
                desk.refusal(
                        desk.post(
                                "/fulfillment-orders/" + desk.part(order, 0) + "/split",
                                desk.units(order, 1)));
        assertTrue(refused.startsWith("The fulfillment order is PICKING; split is not"), refused);
        assertTrue(refused.contains("Possible now: pick all"), refused);
        floor.send(floor.packed(order));
        assertEquals("PARTIALLY_SHIPPED", floor.status(order));
        floor.created("/fulfillment-orders/" + later + "/open", Map.of());
        assertEquals(1, desk.wave());
        assertEquals(6, desk.stock("MUG").path("onHand").asInt());
        desk.assertBooks();
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
                desk.refusal(
                        desk.post(
                                "/fulfillment-orders/" + desk.part(order, 0) + "/move",
                                Map.of("warehouse", "EAST", "reason", "Nearer.")));
        assertEquals("The warehouse EAST has 3 of the 5 units.", refused);
        floor.created(
                "/fulfillment-orders/" + desk.part(order, 0) + "/split", desk.units(order, 3));
        floor.created(
                "/fulfillment-orders/" + desk.part(order, 1) + "/move",
                Map.of("warehouse", "EAST", "reason", "Nearer."));
        assertEquals("EAST", desk.parts(order).path(1).path("warehouse").asText());
        int east = 0;
        for (JsonNode place : desk.stock("MUG").path("locations")) {
            if (place.path("location").asText().equals("E-1")) {
                east = place.path("reserved").asInt();
            }
        }
        assertEquals(3, east, () -> desk.stock("MUG").toString());
        assertEquals(2, desk.wave());
        desk.assertBooks();
    }

    @Test
    void whatIsThereIsSentWhileTheRestWaitsForStock() {
        policy("SHIP_AVAILABLE");
        floor.item("MUG", 300, 3);
        OrderId order = floor.order("MUG", 5);
        assertEquals("OPEN 3/3, OPEN 0/2", desk.partsOf(order));
        assertEquals("PARTIALLY_ALLOCATED", floor.status(order));
        floor.wave();
        floor.send(floor.packed(order));
        assertEquals("SHIPPED 3/3, OPEN 0/2", desk.partsOf(order));
        floor.created(
                "/stock/receive",
                Map.of("sku", "MUG", "location", "A-01", "quantity", 2, "reason", "test"));
        Floor.await(() -> desk.partsOf(order).equals("SHIPPED 3/3, OPEN 2/2"));
        assertEquals(List.of(), floor.holds(order));
        assertEquals(1, desk.wave());
        desk.assertBooks();
    }

    @Test
    void aPersonDecidesWhenThePolicyIsToAsk() {
        policy("ASK");
        floor.item("MUG", 300, 3);
        OrderId order = floor.order("MUG", 5);
        assertEquals("OPEN 3/5", desk.partsOf(order));
        assertEquals("PARTIALLY_ALLOCATED", floor.status(order));
        assertEquals(List.of("INVENTORY"), floor.holds(order));
        assertEquals(0, desk.wave());
        floor.created(
                "/orders/" + order + "/backorder-policy",
                Map.of("policy", "SHIP_AVAILABLE", "reason", "The buyer agreed."));
        assertEquals("OPEN 3/3, OPEN 0/2", desk.partsOf(order));
        assertEquals(1, desk.wave());
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
        floor.created("/fulfillment-orders/" + desk.part(cup, 0) + "/split", desk.units(cup, 1));
        floor.created(
                "/orders/" + cup + "/holds",
                Map.of(
                        "type",
                        "CLIENT",
                        "reason",
                        "Wait.",
                        "fulfillmentOrderId",
                        desk.part(cup, 1)));
        assertEquals(1, desk.wave());
        assertEquals("PICKING 1/1, OPEN 1/1", desk.partsOf(cup));
        floor.created("/stock-holds/" + hold.path("stockHoldId").asText() + "/release", Map.of());
        assertEquals(2, desk.wave());
    }

    @Test
    void aHoldEndsByItselfWhenItsTimeHasCome() {
        floor.item("MUG", 300, 10);
        OrderId order = floor.order("MUG", 1);
        assertEquals(
                400,
                desk.post(
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
        assertEquals(0, desk.wave());
        Floor.await(() -> floor.holds(order).isEmpty());
        assertEquals(1, desk.wave());
    }

    @Test
    void twoOrdersToOneAddressLeaveInOneParcelAndAreToldApart() {
        floor.item("MUG", 300, 10);
        floor.item("CUP", 300, 10);
        OrderId mug = floor.take(PaidOrder.of(701, Map.of("MUG", 2), "12 Mill Lane"));
        OrderId cup = floor.take(PaidOrder.of(702, Map.of("CUP", 1), "12 Mill Lane"));
        OrderId far = floor.take(PaidOrder.of(700, Map.of("MUG", 1), "1 Far Street"));
        assertEquals(
                "They go to different addresses.",
                desk.refusal(
                        desk.post(
                                "/fulfillment-orders/" + desk.part(mug, 0) + "/merge",
                                Map.of("fulfillmentOrderId", desk.part(far, 0)))));
        floor.created("/orders/" + far + "/cancel", Map.of("reason", "Not in this test."));
        floor.created(
                "/fulfillment-orders/" + desk.part(mug, 0) + "/merge",
                Map.of("fulfillmentOrderId", desk.part(cup, 0), "reason", "One box."));
        assertEquals("ALLOCATED", floor.status(cup));
        floor.created("/orders/" + cup + "/holds", Map.of("reason", "Wait."));
        assertEquals(0, desk.wave());
        String hold = floor.get("/orders/" + cup).at("/holds/0/holdId").asText();
        floor.created("/orders/" + cup + "/holds/" + hold + "/release", Map.of());
        floor.wave();
        assertEquals("RELEASED", floor.status(cup));
        assertEquals(2, floor.feed("", 0).at("/jobs/0/lines").size());
        floor.send(floor.packed(mug));
        assertEquals("SHIPPED", floor.status(mug));
        assertEquals("SHIPPED", floor.status(cup));
        assertEquals(1, floor.get("/orders/" + cup).at("/lines/0/shipped").asInt());
        assertEquals(8, desk.stock("MUG").path("onHand").asInt());
        assertEquals(9, desk.stock("CUP").path("onHand").asInt());
        desk.assertBooks();
    }
}
