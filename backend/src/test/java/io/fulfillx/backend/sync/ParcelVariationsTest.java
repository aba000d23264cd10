package io.fulfillx.backend.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.PaidOrder;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationCommand.ItemDamaged;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;
import io.fulfillx.model.wire.Json;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders that are not one small box, from their arrival to the dock. */
class ParcelVariationsTest {
    private final Floor floor = new Floor(TestBackend.assembly());

    private void rule(String sku, String actions) {
        floor.rules(
                """
                {"format": 1, "rules": [
                  {"id": "by-sku", "name": "By SKU", "when": {"lines": "any", "where": [
                    {"field": "sku", "operator": "equals", "value": "%s"}]},
                   "then": [%s]}]}
                """
                        .formatted(sku, actions));
    }

    private List<JsonNode> shipments(OrderId order) {
        return floor.get("/shipments?limit=200&orderId=" + order)
                .path("items")
                .valueStream()
                .toList();
    }

    private static StationCommand packed(JsonNode shipment) {
        return new ParcelPacked(
                ParcelId.of(shipment.path("parcelId").asText()),
                new TrackingNumber(shipment.path("trackingNumber").asText()),
                "L",
                new Weight(9_000));
    }

    private FeedPage feed(String cursor) {
        return Json.read(floor.feed(cursor, 0).toString(), FeedPage.class);
    }

    @Test
    void theLabelsOfAWaveComeInWalkingOrder() throws IOException {
        floor.item("FAR", 300, 10, "B-02");
        floor.item("NEAR", 300, 10, "A-01");
        OrderId far = floor.order("FAR", 1);
        OrderId near = floor.order("NEAR", 1);
        String labels = "/api/v1/waves/" + floor.wave() + "/labels";
        String first = floor.tracking(near).value();
        String second = floor.tracking(far).value();
        String zpl = new String(floor.admin().get(labels + ".zpl").body(), StandardCharsets.UTF_8);
        assertEquals(2, zpl.split("\\^XA", -1).length - 1);
        assertTrue(zpl.indexOf(first) < zpl.indexOf(second), zpl);
        Answer pdf = floor.admin().get(labels + ".pdf");
        assertEquals("application/pdf", pdf.mediaType());
        try (PDDocument document = Loader.loadPDF(pdf.body())) {
            assertEquals(2, document.getNumberOfPages());
            assertTrue(page(document, 1).contains(first), page(document, 1));
            assertTrue(page(document, 2).contains(second), page(document, 2));
        }
    }

    private static String page(PDDocument document, int number) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        return stripper.getText(document).replaceAll("\\s", "");
    }

    @Test
    void aWaveWithoutAllItsLabelsGivesThoseItHasOnlyWhenAsked() {
        floor.item("GOOD", 300, 10);
        floor.item("ODD", 300, 10);
        rule("ODD", "{\"setService\": \"FXI\"}");
        OrderId good = floor.order("GOOD", 1);
        OrderId odd = floor.order("ODD", 1);
        String wave = floor.wave();
        assertEquals("NEEDS_ATTENTION", floor.get("/waves/" + wave).path("state").asText());
        String labels = "/api/v1/waves/" + wave + "/labels.zpl";
        Answer refused = floor.admin().get(labels);
        assertEquals(409, refused.status());
        assertEquals(
                "1 of 2 labels are still missing. Wait, or ask with partial=true.",
                refused.json().path("detail").asText());
        String zpl =
                new String(
                        floor.admin().get(labels + "?partial=true").body(), StandardCharsets.UTF_8);
        assertEquals(1, zpl.split("\\^XA", -1).length - 1);
        assertTrue(zpl.contains(floor.tracking(good).value()));
        assertTrue(floor.shipment(odd).path("problem").asText().contains("FXI"));
        assertEquals(1, floor.holds(odd).size());
    }

    @Test
    void whatFitsNoParcelIsHeldBeforeItGoesToTheFloor() {
        floor.item("ANVIL", 40_000, 10);
        OrderId order = floor.order("ANVIL", 1);
        JsonNode released =
                floor.created(
                        "/waves",
                        Map.of("stationId", floor.stationId().toString(), "maxOrders", 10));
        assertEquals(0, released.path("parcels").asInt(-1));
        assertEquals(List.of("CARTON"), floor.holds(order));
        assertEquals("ALLOCATED", floor.status(order));
    }

    @Test
    void aRuleChoosesCartonAndService() {
        floor.item("VASE", 300, 10);
        rule("VASE", "{\"chooseCarton\": \"L\"}, {\"setService\": \"FXE\"}");
        OrderId order = floor.order("VASE", 1);
        floor.wave();
        assertEquals("L", floor.shipment(order).path("carton").asText());
        assertEquals("FXE", floor.shipment(order).path("service").asText());
        assertEquals("L", feed("").jobs().getFirst().carton().code());
    }

    @Test
    void aPostOfficeBoxIsServedByThePostAlthoughGroundIsCheaper() {
        floor.item("STONE", 12_000, 10);
        OrderId box = floor.take(PaidOrder.of(900, Map.of("STONE", 1), "PO Box 417"));
        OrderId street = floor.order("STONE", 1);
        floor.wave();
        assertEquals("FXG", floor.shipment(street).path("service").asText());
        assertEquals("FXP", floor.shipment(box).path("service").asText());
        floor.send(packed(floor.shipment(box)));
        assertEquals("SHIPPED", floor.status(box));
    }

    @Test
    void anOrderOfManyParcelsIsShippedWithItsLastOne() {
        floor.item("MUG", 300, 400);
        OrderId order = floor.order("MUG", 300);
        floor.wave();
        List<JsonNode> parcels = shipments(order);
        assertTrue(parcels.size() > 2, parcels.toString());
        Set<String> numbers = new HashSet<>();
        for (JsonNode parcel : parcels) {
            assertEquals(parcels.size(), parcel.path("parcelCount").asInt());
            assertTrue(numbers.add(parcel.path("trackingNumber").asText()));
        }
        for (JsonNode parcel : parcels.subList(1, parcels.size())) {
            floor.send(packed(parcel));
            assertEquals("PARTIALLY_SHIPPED", floor.status(order));
        }
        floor.send(packed(parcels.getFirst()));
        assertEquals("SHIPPED", floor.status(order));
        assertEquals(100, floor.onHand("MUG"));
        assertEquals(0, floor.get("/stock/check").path("driftUnits").asInt(-1));
    }

    @Test
    void moreThanTwoHundredJobsComeInPagesEachOnce() {
        floor.item("SAFE", 20_000, 300);
        floor.order("SAFE", 201);
        floor.wave();
        FeedPage first = feed("");
        FeedPage second = feed(first.cursor());
        assertEquals(200, first.jobs().size());
        assertTrue(first.more());
        assertEquals(1, second.jobs().size());
        assertEquals(0, feed(second.cursor()).jobs().size());
        Set<ParcelId> seen = new HashSet<>();
        first.jobs().forEach(job -> seen.add(job.parcelId()));
        second.jobs().forEach(job -> seen.add(job.parcelId()));
        assertEquals(201, seen.size());
    }

    @Test
    void aDamagedUnitLeavesTheStockAndHoldsTheOrder() {
        floor.item("BOWL", 300, 10);
        OrderId order = floor.order("BOWL", 2);
        floor.wave();
        JsonNode reply =
                floor.send(
                        new ItemDamaged(floor.parcel(order), floor.line(order), new Quantity(1)));
        assertEquals("APPLIED", reply.at("/verdicts/0/verdict").asText());
        assertEquals(9, floor.onHand("BOWL"));
        assertEquals(List.of("INVENTORY"), floor.holds(order));
        List<String> kinds =
                floor.get("/stock/ledger?sku=BOWL")
                        .path("items")
                        .valueStream()
                        .map(entry -> entry.path("kind").asText())
                        .toList();
        assertTrue(kinds.contains("DAMAGE"), kinds.toString());
        assertEquals(0, floor.get("/stock/check").path("driftUnits").asInt(-1));
    }
}
