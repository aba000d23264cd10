package io.fulfillx.backend.fulfillment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.station.PackLine;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;
import io.fulfillx.model.sync.StationCommand.ParcelSetAside;
import io.fulfillx.model.sync.StationCommand.PickConfirmed;
import io.fulfillx.model.sync.StationCommand.PickShort;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What picking and packing does to the stock, from the wave to the dock. */
class FloorStockTest {
    private final Floor floor = new Floor(TestBackend.assembly());

    @AfterEach
    void theLedgerReplaysToTheLevels() {
        JsonNode check = floor.get("/stock/check");
        assertEquals(0, check.path("driftUnits").asInt(-1));
        assertEquals(0, check.path("oversoldUnits").asInt(-1));
    }

    private void put(String path, Object body) {
        var answer =
                floor.admin()
                        .send(
                                "PUT",
                                "/api/v1/stock" + path,
                                body,
                                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertEquals(200, answer.status(), () -> path + " " + answer.json());
    }

    /** A level of an item: its units on hand, promised, bound; and free ones. */
    private String level(String sku, String location, String lot) {
        for (JsonNode place :
                floor.get("/stock?sku=" + sku).path("items").path(0).path("locations")) {
            if (place.path("location").asText().equals(location)
                    && place.path("lot").asText().equals(lot)) {
                return "%s/%s/%s free %s"
                        .formatted(
                                place.path("onHand").asInt(),
                                place.path("reserved").asInt(),
                                place.path("allocated").asInt(),
                                place.path("available").asInt());
            }
        }
        return "none";
    }

    private String level(String sku, String location) {
        return level(sku, location, "");
    }

    private PackJob job(OrderId order) {
        FeedPage page = Json.read(floor.feed("", 0).toString(), FeedPage.class);
        return page.jobs().stream()
                .filter(job -> job.orderId().equals(order))
                .findFirst()
                .orElseThrow();
    }

    private String send(StationCommand command) {
        JsonNode verdict = floor.send(command).path("verdicts").path(0);
        return (verdict.path("verdict").asText() + " " + verdict.path("code").asText("")).strip();
    }

    private static PickConfirmed pick(PackJob job, PackLine line) {
        return new PickConfirmed(job.parcelId(), line.lineId(), line.quantity(), "T1");
    }

    private void applied(StationCommand command) {
        assertEquals("APPLIED", send(command), () -> command.toString());
    }

    private void lot(String sku, String lot, int daysLeft, int units) {
        floor.created(
                "/stock/movements",
                Map.of(
                        "kind",
                        "RECEIVE",
                        "sku",
                        sku,
                        "location",
                        "A-01",
                        "lot",
                        lot,
                        "quantity",
                        units,
                        "expiresOn",
                        LocalDate.now(ZoneOffset.UTC).plusDays(daysLeft).toString()));
    }

    /** An item without stock. */
    private void plain(String sku, int grams) {
        floor.created("/items", Map.of("sku", sku, "title", "Item " + sku, "weightGrams", grams));
    }

    @Test
    void aWaveBindsItsUnitsAndAPickMovesThemIntoTheToteTheyLeaveFrom() {
        floor.item("MUG", 300, 100);
        OrderId order = floor.order("MUG", 3);
        assertEquals("100/3/0 free 97", level("MUG", "A-01"));
        floor.wave();
        assertEquals("100/3/3 free 97", level("MUG", "A-01"));
        applied(floor.picked(order, 2));
        assertEquals("98/1/1 free 97", level("MUG", "A-01"));
        assertEquals("2/2/2 free 0", level("MUG", "TOTE T1"));
        applied(floor.packed(order));
        assertEquals("97/0/0 free 97", level("MUG", "A-01"));
        assertEquals("0/0/0 free 0", level("MUG", "TOTE T1"));
        assertEquals("SHIPPED", floor.status(order));
    }

    @Test
    void whatIsNotInItsBinIsPromisedFromAnotherAndTheParcelGoesOn() {
        floor.item("MUG", 300, 5);
        floor.created(
                "/stock/receive",
                Map.of("sku", "MUG", "location", "B-01", "quantity", 3, "reason", "test"));
        OrderId order = floor.order("MUG", 4);
        floor.wave();
        applied(floor.picked(order, 1));
        applied(new PickShort(floor.parcel(order), floor.line(order), new Quantity(3)));
        assertEquals(List.of(), floor.holds(order));
        assertEquals("1/0/0 free 1", level("MUG", "A-01"));
        assertEquals("3/3/3 free 0", level("MUG", "B-01"));
        PackJob job = job(order);
        assertEquals(
                List.of("A-01", "B-01"), job.lines().stream().map(PackLine::location).toList());
        assertEquals(new Quantity(3), job.lines().get(1).quantity());
        applied(pick(job, job.lines().get(1)));
        applied(floor.packed(order));
        assertEquals("SHIPPED", floor.status(order));
        assertEquals(1, floor.onHand("MUG"));
    }

    @Test
    void whatIsNowhereHoldsTheOrder() {
        floor.item("MUG", 300, 5);
        OrderId order = floor.order("MUG", 4);
        floor.wave();
        applied(new PickShort(floor.parcel(order), floor.line(order), new Quantity(3)));
        assertEquals(List.of("INVENTORY"), floor.holds(order));
        assertEquals("2/1/1 free 1", level("MUG", "A-01"));
    }

    @Test
    void aWithdrawnParcelIsPutBackAndFreeForOthers() {
        floor.item("MUG", 300, 10);
        OrderId order = floor.order("MUG", 2);
        floor.wave();
        ParcelId parcel = floor.parcel(order);
        applied(floor.picked(order, 2));
        floor.created("/orders/" + order + "/cancel", Map.of("reason", "Changed my mind."));
        // The station holds the parcel: only its answer ends the promise.
        assertEquals("2/2/2 free 0", level("MUG", "TOTE T1"));
        applied(new ParcelSetAside(parcel, "withdrawn"));
        assertEquals("0/0/0 free 0", level("MUG", "TOTE T1"));
        assertEquals("10/0/0 free 10", level("MUG", "A-01"));
        assertEquals(0, floor.get("/discrepancies").path("items").size());
    }

    @Test
    void aLeadPutsAToteBackAndTheUnitsStayPromised() {
        floor.item("MUG", 300, 10);
        OrderId order = floor.order("MUG", 2);
        floor.wave();
        applied(floor.picked(order, 2));
        String path = "/shipments/" + floor.parcel(order) + "/put-back";
        assertEquals(2, floor.created(path, Map.of()).path("units").asInt());
        assertEquals(0, floor.created(path, Map.of()).path("units").asInt());
        assertEquals("10/2/2 free 8", level("MUG", "A-01"));
        applied(floor.packed(order));
        assertEquals("8/0/0 free 8", level("MUG", "A-01"));
        assertEquals(409, floor.admin().post("/api/v1" + path, Map.of()).status());
    }

    @Test
    void theWaveChoosesTheLotThatExpiresFirstByThen() {
        plain("MILK", 300);
        put("/keeping", Map.of("sku", "MILK", "tracksLots", true, "stopShipDays", 10));
        lot("MILK", "LATE", 90, 5);
        OrderId order = floor.order("MILK", 3);
        lot("MILK", "SOON", 30, 2);
        lot("MILK", "OVER", 9, 50);
        floor.wave();
        assertEquals("2/2/2 free 0", level("MILK", "A-01", "SOON"));
        assertEquals("5/1/1 free 4", level("MILK", "A-01", "LATE"));
        assertEquals("50/0/0 free 50", level("MILK", "A-01", "OVER"));
        PackJob job = job(order);
        assertEquals(List.of("LATE", "SOON"), job.lines().stream().map(PackLine::lot).toList());
        PackLine soon = job.lines().get(1);
        applied(pick(job, job.lines().getFirst()));
        assertEquals(
                "QUARANTINED wrong-lot",
                send(
                        new PickConfirmed(
                                job.parcelId(),
                                soon.lineId(),
                                Quantity.ONE,
                                "T1",
                                "OVER",
                                List.of())));
        applied(
                new PickConfirmed(
                        job.parcelId(), soon.lineId(), Quantity.ONE, "T1", "LATE", List.of()));
        assertEquals("2/2/2 free 0", level("MILK", "TOTE T1", "LATE"));
        assertEquals("2/1/1 free 1", level("MILK", "A-01", "SOON"));
    }

    @Test
    void aLotThatCameTooNearItsEndGoesToNobody() {
        plain("MILK", 300);
        put("/keeping", Map.of("sku", "MILK", "tracksLots", true, "stopShipDays", 10));
        lot("MILK", "SOON", 30, 5);
        OrderId order = floor.order("MILK", 3);
        put("/keeping", Map.of("sku", "MILK", "stopShipDays", 40));
        JsonNode released =
                floor.created(
                        "/waves",
                        Map.of("stationId", floor.stationId().toString(), "maxOrders", 10));
        assertEquals(0, released.path("parcels").asInt(-1));
        assertEquals("BACKORDERED", floor.status(order));
        assertEquals("5/0/0 free 5", level("MILK", "A-01", "SOON"));
        lot("MILK", "FRESH", 90, 3);
        Floor.await(() -> floor.status(order).equals("ALLOCATED"));
        assertEquals("3/3/0 free 0", level("MILK", "A-01", "FRESH"));
    }

    @Test
    void theNumberThatWasScannedIsTheOneThatLeaves() {
        plain("PHONE", 300);
        put("/keeping", Map.of("sku", "PHONE", "tracksSerials", true));
        floor.created(
                "/stock/movements",
                Map.of(
                        "kind",
                        "RECEIVE",
                        "sku",
                        "PHONE",
                        "location",
                        "A-01",
                        "quantity",
                        3,
                        "serials",
                        List.of("S-1", "S-2", "S-3")));
        OrderId order = floor.order("PHONE", 1);
        floor.wave();
        applied(
                new PickConfirmed(
                        floor.parcel(order),
                        floor.line(order),
                        Quantity.ONE,
                        "T1",
                        null,
                        List.of("S-2")));
        applied(floor.packed(order));
        Map<String, Boolean> here = new HashMap<>();
        for (JsonNode serial : floor.get("/stock/serials?sku=PHONE").path("items")) {
            here.put(serial.path("serial").asText(), serial.hasNonNull("location"));
        }
        assertEquals(Map.of("S-1", true, "S-2", false, "S-3", true), here);
    }

    private void kit(int teaGrams) {
        floor.item("CUP", 300, 10, "A-01");
        floor.item("TEA", teaGrams, 10, "B-01");
        plain("DUO", 1);
        put(
                "/kits",
                Map.of(
                        "sku",
                        "DUO",
                        "virtual",
                        true,
                        "components",
                        List.of(
                                Map.of("sku", "CUP", "quantity", 1),
                                Map.of("sku", "TEA", "quantity", 2))));
    }

    private int shippedKits(OrderId order) {
        return floor.get("/orders/" + order).path("lines").path(0).path("shipped").asInt(-1);
    }

    @Test
    void aVirtualKitIsPickedAndPackedByItsComponentsAndShippedAsOneLine() {
        kit(200);
        OrderId order = floor.order(Map.of("DUO", 2));
        assertEquals("10/2/0 free 8", level("CUP", "A-01"));
        assertEquals("10/4/0 free 6", level("TEA", "B-01"));
        floor.wave();
        PackJob job = job(order);
        assertEquals(
                List.of("CUP", "TEA"), job.lines().stream().map(l -> l.sku().value()).toList());
        PackLine tea = job.lines().get(1);
        assertEquals(new Quantity(4), tea.quantity());
        assertEquals(new Weight(200), tea.unitWeight());
        assertTrue(tea.barcodes().contains("B-TEA"));
        assertEquals(job.lines().getFirst().kit(), tea.kit());
        assertTrue(tea.kit() != null && !tea.kit().isEmpty());
        assertEquals(2 * 300 + 4 * 200 + job.carton().tare().grams(), job.expectedWeight().grams());
        job.lines().forEach(line -> applied(pick(job, line)));
        applied(floor.packed(order));
        assertEquals("SHIPPED", floor.status(order));
        assertEquals(2, shippedKits(order));
        assertEquals("8/0/0 free 8", level("CUP", "A-01"));
        assertEquals("6/0/0 free 6", level("TEA", "B-01"));
    }

    @Test
    void aKitInSeveralParcelsCountsWhenItsLastComponentLeaves() {
        kit(20_000);
        OrderId order = floor.order(Map.of("DUO", 1));
        floor.wave();
        List<JsonNode> parcels =
                floor.get("/shipments?orderId=" + order).path("items").valueStream().toList();
        assertEquals(2, parcels.size());
        ship(parcels.getFirst());
        assertNotEquals("SHIPPED", floor.status(order));
        assertEquals(0, shippedKits(order));
        ship(parcels.getLast());
        assertEquals("SHIPPED", floor.status(order));
        assertEquals(1, shippedKits(order));
    }

    private void ship(JsonNode shipment) {
        applied(
                new ParcelPacked(
                        ParcelId.of(shipment.path("parcelId").asText()),
                        new TrackingNumber(shipment.path("trackingNumber").asText()),
                        "L",
                        new Weight(9_000)));
    }

    @Test
    void aKitKeepsWhatItWasMadeOfWhenItWasPromised() {
        kit(200);
        OrderId order = floor.order(Map.of("DUO", 1));
        put(
                "/kits",
                Map.of(
                        "sku",
                        "DUO",
                        "virtual",
                        true,
                        "components",
                        List.of(Map.of("sku", "CUP", "quantity", 5))));
        floor.wave();
        applied(floor.packed(order));
        assertEquals("SHIPPED", floor.status(order));
        assertEquals("9/0/0 free 9", level("CUP", "A-01"));
        assertEquals("8/0/0 free 8", level("TEA", "B-01"));
    }

    @Test
    void aKitWithoutOneComponentIsShort() {
        kit(200);
        OrderId order = floor.order(Map.of("DUO", 2));
        floor.wave();
        PackJob job = job(order);
        PackLine cup = job.lines().getFirst();
        applied(pick(job, job.lines().get(1)));
        applied(new PickShort(job.parcelId(), cup.lineId(), Quantity.ONE));
        assertEquals(List.of("INVENTORY"), floor.holds(order));
        JsonNode hold = floor.get("/orders/" + order).path("holds").path(0);
        floor.created(
                "/orders/" + order + "/holds/" + hold.path("holdId").asText() + "/release",
                Map.of("reason", "Send the rest."));
        applied(floor.packed(order));
        assertEquals(1, shippedKits(order));
        assertEquals("PARTIALLY_SHIPPED", floor.status(order));
    }
}
