package io.fulfillx.backend.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.StationCommand.LabelPrinted;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;
import io.fulfillx.model.sync.StationCommand.ParcelSetAside;
import io.fulfillx.model.sync.StationCommand.PickShort;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What a station and the server tell each other over a shift, on real HTTP and PostgreSQL. */
class StationShiftTest {
    private static final int WAIT_MILLIS = 20_000;

    private final Floor floor = new Floor(TestBackend.assembly());

    StationShiftTest() {
        floor.item("MUG", 300, 100);
    }

    private FeedPage feed(String cursor, int wait) {
        return Json.read(floor.feed(cursor, wait).toString(), FeedPage.class);
    }

    private static String verdict(JsonNode reply, int index) {
        JsonNode verdict = reply.path("verdicts").path(index);
        String code = verdict.path("code").asText("");
        return verdict.path("verdict").asText()
                + (code.isEmpty() || code.equals("null") ? "" : " " + code);
    }

    private void assertBooksAgree() {
        JsonNode check = floor.get("/stock/check");
        assertEquals(0, check.path("driftUnits").asInt());
        assertEquals(0, check.path("oversoldUnits").asInt());
    }

    @Test
    void aParcelIsPickedPrintedPackedAndShipped() {
        OrderId order = floor.order("MUG", 2);
        floor.wave();
        PackJob job = feed("", 0).jobs().getFirst();
        assertEquals(JobState.READY, job.state());
        String zpl = new String(job.paidLabel().content(), StandardCharsets.UTF_8);
        assertTrue(zpl.contains("^XA"), zpl);
        JsonNode reply =
                floor.send(
                        floor.picked(order, 2),
                        new LabelPrinted(
                                job.parcelId(),
                                job.paidLabel().trackingNumber(),
                                "zebra",
                                1,
                                "device-counter"),
                        floor.packed(order));
        assertEquals(3, reply.path("lastN").asInt());
        assertEquals("APPLIED", verdict(reply, 2));
        JsonNode shipment = floor.shipment(order);
        assertEquals("PACKED", shipment.path("state").asText());
        assertEquals(1, shipment.path("prints").asInt());
        assertEquals("SHIPPED", floor.status(order));
        assertEquals(98, floor.onHand("MUG"));
        assertBooksAgree();
    }

    @Test
    void aParcelPackedTwiceLeavesStockOnce() {
        OrderId order = floor.order("MUG", 3);
        floor.wave();
        JsonNode reply = floor.send(floor.packed(order), floor.packed(order));
        assertEquals("APPLIED", verdict(reply, 0));
        assertEquals("QUARANTINED already-packed", verdict(reply, 1));
        assertEquals(97, floor.onHand("MUG"));
        assertEquals(1, floor.get("/discrepancies").path("items").size());
        assertBooksAgree();
    }

    @Test
    void theDatabaseRefusesASecondShipmentWhateverTheProgramBelieves() {
        OrderId order = floor.order("MUG", 3);
        floor.wave();
        ParcelPacked packed = floor.packed(order);
        assertEquals("APPLIED", verdict(floor.send(packed), 0));
        long fooled =
                TestBackend.assembly()
                        .foundation()
                        .transactions()
                        .inOrg(
                                floor.org(),
                                tx ->
                                        tx.sql(
                                                        "update parcel set status = 'LABELLED'"
                                                                + " where org_id = :org")
                                                .run());
        assertEquals(1, fooled);
        assertEquals("QUARANTINED already-packed", verdict(floor.send(packed), 0));
        assertEquals(97, floor.onHand("MUG"));
        JsonNode kept = floor.get("/discrepancies").path("items").path(0);
        assertEquals("parcel-packed", kept.path("command").path("type").asText());
        assertBooksAgree();
    }

    @Test
    void aRepeatedBatchChangesNothingAndAGapIsNamed() {
        OrderId order = floor.order("MUG", 1);
        floor.wave();
        List<CommandEnvelope> rows =
                List.of(
                        floor.envelope(1, floor.picked(order, 1)),
                        floor.envelope(2, floor.packed(order)));
        assertEquals("APPLIED", verdict(floor.hand("e9", rows).json(), 1));
        assertEquals("ALREADY_APPLIED", verdict(floor.hand("e9", rows).json(), 1));
        Answer gap = floor.hand("e9", List.of(floor.envelope(4, floor.packed(order))));
        assertEquals(409, gap.status());
        assertEquals("gap", gap.code());
        assertEquals(2, gap.json().path("lastN").asInt());
        JsonNode state = floor.station().get("/api/v1/sync/state?epoch=e9").json();
        assertEquals(2, state.path("lastN").asInt());
        assertEquals(99, floor.onHand("MUG"));
    }

    @Test
    void theSameActInANewEpochIsKnown() {
        OrderId order = floor.order("MUG", 1);
        floor.wave();
        CommandEnvelope row = floor.envelope(1, floor.packed(order));
        assertEquals("APPLIED", verdict(floor.hand("first", List.of(row)).json(), 0));
        Answer again = floor.hand("second", List.of(row));
        assertEquals("ALREADY_APPLIED", verdict(again.json(), 0));
        assertEquals(1, again.json().path("lastN").asInt());
    }

    @Test
    void aCopiedStoreIsToldToBeginANewEpoch() {
        OrderId order = floor.order("MUG", 1);
        floor.wave();
        assertEquals(
                200, floor.hand("e", List.of(floor.envelope(1, floor.packed(order)))).status());
        Answer other = floor.hand("e", List.of(floor.envelope(1, floor.packed(order))));
        assertEquals("conflict", other.code());
    }

    @Test
    void aHoldWakesTheStationThatWaits() {
        OrderId order = floor.order("MUG", 1);
        floor.wave();
        String cursor = feed("", 0).cursor();
        var waiting = CompletableFuture.supplyAsync(() -> feed(cursor, WAIT_MILLIS));
        Instant begin = Instant.now();
        floor.created(
                "/orders/" + order + "/holds", Map.of("type", "FRAUD", "reason", "Ask first."));
        FeedPage page = waiting.join();
        Duration took = Duration.between(begin, Instant.now());
        assertEquals(JobState.HELD, page.jobs().getFirst().state());
        assertEquals("Ask first.", page.jobs().getFirst().holds().getFirst().reason());
        assertTrue(took.toMillis() < WAIT_MILLIS / 2, took.toString());
    }

    @Test
    void aCancelledOrderIsWithdrawnAndItsPackIsKeptForALead() {
        OrderId order = floor.order("MUG", 1);
        floor.wave();
        ParcelPacked packed = floor.packed(order);
        String cursor = feed("", 0).cursor();
        floor.created("/orders/" + order + "/cancel", Map.of("reason", "Changed my mind."));
        PackJob job = feed(cursor, WAIT_MILLIS).jobs().getFirst();
        assertEquals(JobState.WITHDRAWN, job.state());
        assertEquals(0, job.paidLabel().content().length);
        assertEquals("QUARANTINED order-cancelled", verdict(floor.send(packed), 0));
        assertEquals("CANCELLED", floor.status(order));
        JsonNode found = floor.get("/discrepancies").path("items").path(0);
        assertEquals("parcel-packed", found.path("command").path("type").asText());
        String path = "/discrepancies/" + found.path("discrepancyId").asText() + "/resolve";
        assertEquals(
                409,
                floor.admin().post("/api/v1" + path, Map.of("resolution", "SHIP_ANYWAY")).status());
        floor.created(path, Map.of("resolution", "PUT_BACK"));
        assertEquals(0, floor.get("/discrepancies").path("items").size());
        Floor.await(() -> floor.shipment(order).path("labelState").asText().equals("VOIDED"));
        assertEquals(100, floor.onHand("MUG"));
        assertBooksAgree();
    }

    @Test
    void aHeldParcelThatWasPackedGoesOutWhenALeadSaysSo() {
        OrderId order = floor.order("MUG", 1);
        floor.wave();
        floor.created("/orders/" + order + "/holds", Map.of("type", "FRAUD", "reason", "Ask."));
        assertEquals("QUARANTINED order-held", verdict(floor.send(floor.packed(order)), 0));
        String id =
                floor.get("/discrepancies").path("items").path(0).path("discrepancyId").asText();
        floor.created("/discrepancies/" + id + "/resolve", Map.of("resolution", "SHIP_ANYWAY"));
        assertEquals("SHIPPED", floor.status(order));
        assertEquals(99, floor.onHand("MUG"));
    }

    @Test
    void missingUnitsHoldTheOrderAndTheRestShipsAfterItsRelease() {
        OrderId order = floor.order("MUG", 3);
        floor.wave();
        JsonNode reply =
                floor.send(new PickShort(floor.parcel(order), floor.line(order), new Quantity(1)));
        assertEquals("APPLIED", verdict(reply, 0));
        assertEquals(99, floor.onHand("MUG"));
        PackJob held = feed("", 0).jobs().getFirst();
        assertEquals(JobState.HELD, held.state());
        assertEquals(new Quantity(2), held.lines().getFirst().quantity());
        JsonNode hold = floor.get("/orders/" + order).path("holds").path(0);
        floor.created(
                "/orders/" + order + "/holds/" + hold.path("holdId").asText() + "/release",
                Map.of("reason", "Send the rest."));
        assertEquals(JobState.READY, feed("", 0).jobs().getFirst().state());
        assertEquals("APPLIED", verdict(floor.send(floor.packed(order)), 0));
        assertEquals("PARTIALLY_SHIPPED", floor.status(order));
        assertEquals(97, floor.onHand("MUG"));
        assertBooksAgree();
    }

    @Test
    void aParcelSetAsideHoldsItsOrder() {
        OrderId order = floor.order("MUG", 1);
        floor.wave();
        assertEquals(
                "APPLIED",
                verdict(floor.send(new ParcelSetAside(floor.parcel(order), "wet box")), 0));
        assertEquals(JobState.HELD, feed("", 0).jobs().getFirst().state());
    }

    @Test
    void aCommandOfANewerStationIsRefusedAndBlocksNothing() {
        OrderId order = floor.order("MUG", 1);
        floor.wave();
        JsonNode known = Json.mapper().valueToTree(floor.envelope(2, floor.packed(order)));
        JsonNode unknown = Json.mapper().valueToTree(floor.envelope(1, floor.packed(order)));
        ((com.fasterxml.jackson.databind.node.ObjectNode) unknown.path("command"))
                .put("type", "parcel-sung-to");
        JsonNode reply =
                floor.station()
                        .post(
                                "/api/v1/sync/commands",
                                Map.of("epoch", "e", "commands", List.of(unknown, known)))
                        .json();
        assertEquals("REFUSED not-understood", verdict(reply, 0));
        assertEquals("APPLIED", verdict(reply, 1));
    }

    @Test
    void aCursorOfAnotherDatabaseBeginsAnew() {
        floor.order("MUG", 1);
        floor.wave();
        FeedPage first = feed("", 0);
        assertFalse(first.operators().isEmpty());
        assertEquals(4, first.cartons().size());
        FeedPage page = feed("12345-9-9", 0);
        assertTrue(page.reset());
        assertEquals(1, page.jobs().size());
        assertTrue(feed("nonsense", 0).reset());
        assertFalse(feed(page.cursor(), 0).reset());
    }

    @Test
    void aCursorFromALaterStateOfTheDatabaseBeginsAnew() {
        FeedPage page = feed("", 0);
        String[] place = page.cursor().split("-");
        long transaction = Long.parseLong(place[1]) + 1_000_000;
        assertTrue(feed(place[0] + "-" + transaction + "-" + place[2], 0).reset());
    }

    @Test
    void anUnknownParcelIsKeptToo() {
        ParcelPacked ghost =
                new ParcelPacked(
                        new ParcelId(java.util.UUID.randomUUID()),
                        new io.fulfillx.model.label.TrackingNumber("1Z999AA10123456784"),
                        "S",
                        new Weight(1));
        assertEquals("QUARANTINED unknown-parcel", verdict(floor.send(ghost), 0));
    }
}
