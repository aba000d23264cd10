package io.fulfillx.backend.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.printing.PrintShop.Machine;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.LabelOnPaper;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.sync.StationCommand.LabelPrinted;
import io.fulfillx.model.wire.Json;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;
import io.fulfillx.printing.raster.Png;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A wave's labels on the printers of the server. */
class PrintBatchTest {
    private static final double FAST = 500;

    private static final PrintShop SHOP = new PrintShop();

    @AfterEach
    void close() {
        SHOP.close();
    }

    private static int count(JsonNode batch, String name) {
        return batch.path("counts").path(name).asInt();
    }

    @Test
    void aWaveIsPrintedInWalkingOrder() {
        String wave = SHOP.wave(3);
        Machine printer = SHOP.machine("Zebra", FAST);
        JsonNode batch = SHOP.start(wave, printer);
        JsonNode done = SHOP.done(batch);
        List<String> walk = SHOP.walk(wave);
        assertEquals(9, walk.size());
        assertEquals(walk, printer.numbers(walk), () -> SHOP.labels(batch).toString());
        assertEquals(9, count(done, "printed"));
        assertEquals(9, done.path("sheets").asInt());
        JsonNode shipment = SHOP.floor().get("/shipments").path("items").path(0);
        assertEquals(1, shipment.path("prints").asInt());
    }

    @Test
    void twoPrintersHaveOneStretchOfTheWalkEach() {
        String wave = SHOP.wave(2);
        Machine first = SHOP.machine("First", FAST);
        Machine second = SHOP.machine("Second", FAST);
        JsonNode done = SHOP.done(SHOP.start(wave, first, second));
        List<String> walk = SHOP.walk(wave);
        List<String> stacked =
                Stream.concat(first.numbers(walk).stream(), second.numbers(walk).stream()).toList();
        assertEquals(walk, stacked);
        assertEquals(3, first.paper().size());
        assertEquals(3, done.path("printers").path(1).path("labels").asInt());
    }

    @Test
    void whenThePaperIsOutTheBatchSaysSoAndGoesOnAtTheSameLabel() {
        String wave = SHOP.wave(2);
        Machine printer = SHOP.machine("Zebra", FAST);
        printer.device().paperOut(true);
        JsonNode batch = SHOP.start(wave, printer);
        Floor.await(() -> SHOP.batch(batch).path("waitsFor").asText().contains("no labels"));
        assertEquals("RUNNING", SHOP.batch(batch).path("state").asText());
        assertEquals(
                "PAPER_OUT",
                SHOP.floor().get("/printers/" + printer.id()).path("condition").asText());
        printer.device().paperOut(false);
        JsonNode done = SHOP.done(batch);
        List<String> walk = SHOP.walk(wave);
        assertEquals(walk, printer.numbers(walk), () -> SHOP.labels(batch).toString());
        assertTrue(done.path("waitsFor").isNull());
    }

    @Test
    void aLineThatBreaksInTheMiddleOfALabelRepeatsThatLabelFirst() {
        String wave = SHOP.wave(2);
        Machine printer = SHOP.machine("Zebra", FAST);
        printer.device().cutAfter(900);
        JsonNode done = SHOP.done(SHOP.start(wave, printer));
        List<String> walk = SHOP.walk(wave);
        assertEquals(walk, printer.numbers(walk));
        assertEquals(6, count(done, "printed"));
    }

    @Test
    void aPausedBatchStandsAndGoesOnWhereItWas() {
        String wave = SHOP.wave(3);
        // Slow, so that a busy machine cannot miss the middle of the batch.
        Machine printer = SHOP.machine("Zebra", 1.5);
        JsonNode batch = SHOP.start(wave, printer);
        Floor.await(() -> printer.paper().size() >= 2);
        SHOP.floor().created(PrintShop.path(batch) + "/pause", Map.of());
        printer.device().labelsPerSecond(FAST);
        Floor.await(() -> count(SHOP.batch(batch), "sent") == 0);
        int standing = count(SHOP.batch(batch), "printed");
        assertTrue(standing < 9, "paused after " + standing);
        assertEquals("PAUSED", SHOP.batch(batch).path("state").asText());
        SHOP.floor().created(PrintShop.path(batch) + "/resume", Map.of());
        JsonNode _ = SHOP.done(batch);
        List<String> walk = SHOP.walk(wave);
        assertEquals(walk, printer.numbers(walk));
    }

    @Test
    void aCancelledBatchAccountsForWhatDidNotLeave() {
        String wave = SHOP.wave(2);
        Machine printer = SHOP.machine("Zebra", FAST);
        printer.device().headOpen(true);
        JsonNode batch = SHOP.start(wave, printer);
        Floor.await(() -> SHOP.batch(batch).path("waitsFor").asText().contains("open"));
        JsonNode cancelled = SHOP.floor().created(PrintShop.path(batch) + "/cancel", Map.of());
        assertEquals("CANCELLED", cancelled.path("state").asText());
        Floor.await(() -> count(SHOP.batch(batch), "notPrinted") == 6);
        printer.device().headOpen(false);
        // The same wave can be printed by another batch, and only once.
        JsonNode _ = SHOP.done(SHOP.start(wave, printer));
        List<String> walk = SHOP.walk(wave);
        assertEquals(walk, printer.numbers(walk));
    }

    @Test
    void labelsMoveFromAPrinterThatIsStuckToAnother() {
        String wave = SHOP.wave(2);
        Machine stuck = SHOP.machine("Stuck", FAST);
        Machine spare = SHOP.machine("Spare", FAST);
        stuck.device().paperOut(true);
        JsonNode batch = SHOP.start(wave, stuck);
        Floor.await(() -> SHOP.batch(batch).path("waitsFor").asText().contains("Stuck"));
        JsonNode _ =
                SHOP.floor()
                        .created(
                                PrintShop.path(batch) + "/move",
                                Map.of("fromPrinterId", stuck.id(), "toPrinterId", spare.id()));
        JsonNode _ = SHOP.done(batch);
        List<String> walk = SHOP.walk(wave);
        assertEquals(walk, spare.numbers(walk));
        assertEquals(0, stuck.paper().size());
    }

    @Test
    void aReprintIsMarkedCountedAndKeepsItsNumber() {
        String wave = SHOP.wave(1);
        Machine printer = SHOP.machine("Zebra", FAST);
        JsonNode batch = SHOP.start(wave, printer);
        JsonNode _ = SHOP.done(batch);
        String label = SHOP.labelPath(batch, 1);
        assertEquals(
                "/reason", SHOP.ask(label + "/reprint", Map.of()).json().at("/pointer").asText());
        JsonNode _ = SHOP.floor().created(label + "/reprint", Map.of("reason", "torn"));
        Floor.await(() -> count(SHOP.batch(batch), "reprinted") == 1);
        JsonNode done = SHOP.done(batch);
        assertEquals(2, count(done, "printed"));
        assertEquals(4, done.path("sheets").asInt());
        List<String> walk = SHOP.walk(wave);
        assertEquals(
                List.of(walk.get(0), walk.get(1), walk.get(2), walk.get(1)), printer.numbers(walk));
        JsonNode reprinted = SHOP.labels(batch).get(1);
        assertEquals("torn", reprinted.path("askedReason").asText());
        assertTrue(reprinted.path("askedBy").asText().startsWith("admin:"));
        assertEquals(2, reprinted.path("copy").asInt());
        String history = history(reprinted.path("parcelId").asText());
        assertTrue(history.contains("LABEL_REPRINT"), history);
    }

    private String history(String parcel) {
        String order = SHOP.floor().get("/shipments/" + parcel).path("orderId").asText();
        return SHOP.floor().get("/orders/" + order).path("history").toString();
    }

    @Test
    void labelsOnPaperAreRefusedUnlessAReasonIsGiven() {
        String wave = SHOP.wave(1);
        Machine printer = SHOP.machine("Zebra", FAST);
        JsonNode _ = SHOP.done(SHOP.start(wave, printer));
        String path = "/waves/" + wave + "/print-batches";
        Answer refused = SHOP.ask(path, Map.of("printerIds", PrintShop.ids(printer)));
        assertEquals(409, refused.status());
        assertEquals("conflict", refused.code());
        assertEquals("/reprintReason", refused.json().path("pointer").asText());
        Answer again =
                SHOP.ask(
                        path,
                        Map.of(
                                "printerIds",
                                PrintShop.ids(printer),
                                "reprintReason",
                                "box of labels lost"));
        assertEquals(202, again.status());
        assertEquals(3, count(SHOP.done(again.json()), "reprinted"));
        assertEquals(6, printer.paper().size());
    }

    @Test
    void anUnknownLabelIsAskedAboutAndSettledByWhoeverLooks() {
        String wave = SHOP.wave(1);
        Machine printer = SHOP.machine("Zebra", FAST);
        JsonNode batch = SHOP.start(wave, printer);
        JsonNode _ = SHOP.done(batch);
        String first = SHOP.labelPath(batch, 0);
        String second = SHOP.labelPath(batch, 1);
        assertEquals(409, SHOP.ask(first + "/confirm", Map.of("cameOut", true)).status());
        SHOP.doubt(first);
        SHOP.doubt(second);
        assertEquals(2, count(SHOP.batch(batch), "unknown"));
        Answer refused =
                SHOP.ask(
                        "/waves/" + wave + "/print-batches",
                        Map.of("printerIds", PrintShop.ids(printer)));
        assertEquals("conflict", refused.code());
        JsonNode _ = SHOP.floor().created(first + "/confirm", Map.of("cameOut", true));
        JsonNode told = SHOP.floor().created(second + "/confirm", Map.of("cameOut", false));
        assertEquals(2, count(told, "printed"));
        assertEquals(1, count(told, "notPrinted"));
        assertEquals(3, printer.paper().size());
    }

    @Test
    void aStationIsToldThatTheLabelIsOnPaperAndItsLookIsNoSecondSheet() {
        String wave = SHOP.wave(1);
        Machine printer = SHOP.machine("Zebra", FAST);
        JsonNode batch = SHOP.start(wave, printer);
        JsonNode _ = SHOP.done(batch);
        String parcel = SHOP.labels(batch).getFirst().path("parcelId").asText();
        PackJob job =
                Json.read(SHOP.floor().feed("", 0).toString(), FeedPage.class).jobs().stream()
                        .filter(each -> each.parcelId().toString().equals(parcel))
                        .findFirst()
                        .orElseThrow();
        assertEquals(new LabelOnPaper("Zebra", 1, true), job.onPaper());
        JsonNode reply =
                SHOP.floor()
                        .send(
                                new LabelPrinted(
                                        job.parcelId(),
                                        job.paidLabel().trackingNumber(),
                                        "Zebra",
                                        1,
                                        "scanned"));
        assertEquals("APPLIED", reply.at("/verdicts/0/verdict").asText());
        assertEquals(1, SHOP.floor().get("/shipments/" + parcel).path("prints").asInt());
    }

    @Test
    void whatAStationHasPrintedIsNotPrintedByABatch() {
        String wave = SHOP.wave(1);
        Machine printer = SHOP.machine("Zebra", FAST);
        PackJob job =
                Json.read(SHOP.floor().feed("", 0).toString(), FeedPage.class).jobs().stream()
                        .filter(each -> each.waveId().toString().equals(wave))
                        .findFirst()
                        .orElseThrow();
        assertNull(job.onPaper());
        String number = job.paidLabel().trackingNumber().value();
        JsonNode _ =
                SHOP.floor()
                        .send(
                                new LabelPrinted(
                                        job.parcelId(),
                                        job.paidLabel().trackingNumber(),
                                        "tcp://10.0.0.7:9100",
                                        1,
                                        "device-counter"));
        String path = "/waves/" + wave + "/print-batches";
        Answer refused = SHOP.ask(path, Map.of("printerIds", PrintShop.ids(printer)));
        assertEquals("conflict", refused.code());
        JsonNode batch =
                SHOP.floor()
                        .created(
                                path,
                                Map.of("printerIds", PrintShop.ids(printer), "skipPrinted", true));
        assertEquals(2, count(SHOP.done(batch), "printed"));
        assertFalse(printer.numbers(List.of(number)).contains(number));
    }

    @Test
    void aLabelCanBeSeenAsItComesOut() throws IOException {
        String wave = SHOP.wave(1);
        JsonNode shipment = SHOP.shipment(SHOP.walk(wave).getFirst());
        String path = "/api/v1/shipments/" + shipment.path("parcelId").asText() + "/label.png";
        Answer picture = SHOP.floor().admin().get(path + "?dpi=300");
        assertEquals("image/png", picture.mediaType());
        Bitmap label = Png.read(picture.body());
        assertEquals(Media.FOUR_BY_SIX.widthDots(Dpi.DPI_300), label.width());
        assertTrue(label.blackDots() > 5_000, label + " " + label.blackDots());
        assertEquals(400, SHOP.floor().admin().get(path + "?dpi=250").status());
    }
}
