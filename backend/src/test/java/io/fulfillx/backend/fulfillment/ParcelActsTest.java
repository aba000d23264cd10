package io.fulfillx.backend.fulfillment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.server.Assembly;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Acts on one of many parcels of an order. */
class ParcelActsTest {
    private final Assembly assembly = TestBackend.assembly();
    private final Floor floor = new Floor(assembly);

    private List<JsonNode> parcels(OrderId order) {
        return floor.get("/shipments?limit=200&orderId=" + order)
                .path("items")
                .valueStream()
                .sorted((a, b) -> a.path("number").asInt() - b.path("number").asInt())
                .toList();
    }

    @Test
    void aParcelThatLeavesSendsNoOtherParcelToTheStationAgain() {
        floor.item("ANVIL", 20_000, 3);
        OrderId order = floor.order("ANVIL", 3);
        floor.wave();
        List<JsonNode> parcels = parcels(order);
        ship(parcels.getFirst());
        String cursor = floor.feed("", 0).path("cursor").asText();
        ship(parcels.get(1));
        JsonNode page = floor.feed(cursor, 0);
        assertEquals(
                List.of(parcels.get(1).path("parcelId").asText()),
                page.path("jobs").valueStream().map(job -> job.path("parcelId").asText()).toList());
    }

    private void ship(JsonNode shipment) {
        JsonNode answer =
                floor.send(
                        new ParcelPacked(
                                ParcelId.of(shipment.path("parcelId").asText()),
                                new TrackingNumber(shipment.path("trackingNumber").asText()),
                                "L",
                                new Weight(20_000)));
        assertEquals("APPLIED", answer.path("verdicts").path(0).path("verdict").asText());
    }

    @Test
    void aKitInTwoParcelsIsToldWithTheSecondAndNamesTheFirst() {
        floor.item("CUP", 300, 10, "A-01");
        floor.item("KEG", 20_000, 10, "B-01");
        floor.created("/items", Map.of("sku", "PARTY", "title", "Party", "weightGrams", 1));
        var kit =
                floor.admin()
                        .send(
                                "PUT",
                                "/api/v1/stock/kits",
                                Map.of(
                                        "sku",
                                        "PARTY",
                                        "virtual",
                                        true,
                                        "components",
                                        List.of(
                                                Map.of("sku", "CUP", "quantity", 1),
                                                Map.of("sku", "KEG", "quantity", 2))),
                                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertEquals(200, kit.status());
        OrderId order = floor.order("PARTY", 1);
        floor.wave();
        List<JsonNode> parcels = parcels(order);
        assertEquals(2, parcels.size());
        ship(parcels.getFirst());
        assertEquals("IN_FULFILLMENT", floor.status(order));
        assertEquals("[] false", notice(parcels.getFirst()));
        ship(parcels.getLast());
        assertEquals("SHIPPED", floor.status(order));
        String first = parcels.getFirst().path("parcelId").asText();
        assertEquals("[\"" + first + "\"] true", notice(parcels.getLast()));
    }

    /** What the channel hears of with the parcel, and whether it hears of it by itself. */
    private String notice(JsonNode parcel) {
        return assembly.foundation()
                .transactions()
                .inOrg(
                        floor.org(),
                        tx ->
                                tx.sql(
                                                "select together, completes_any from"
                                                        + " shipment_notice where org_id = :org and"
                                                        + " parcel_id = :id")
                                        .with(
                                                "id",
                                                UUID.fromString(parcel.path("parcelId").asText()))
                                        .get(
                                                row ->
                                                        row.text("together")
                                                                + " "
                                                                + row.flag("completes_any")));
    }
}
