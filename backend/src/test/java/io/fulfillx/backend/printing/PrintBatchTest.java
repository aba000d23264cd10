package io.fulfillx.backend.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.printing.PrintShop.Machine;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A wave's labels on the printers of the server. */
class PrintBatchTest {
    private static final double FAST = 500;

    private final PrintShop shop = new PrintShop();

    @AfterEach
    void close() {
        shop.close();
    }

    private static int count(JsonNode batch, String name) {
        return batch.path("counts").path(name).asInt();
    }

    @Test
    void aWaveIsPrintedInWalkingOrder() {
        String wave = shop.wave(3);
        Machine printer = shop.machine("Zebra", FAST);
        JsonNode done = shop.done(shop.start(wave, printer));
        List<String> walk = shop.walk(wave);
        assertEquals(9, walk.size());
        assertEquals(walk, printer.numbers(walk));
        assertEquals(9, count(done, "printed"));
        assertEquals(9, done.path("sheets").asInt());
        JsonNode shipment = shop.floor().get("/shipments").path("items").path(0);
        assertEquals(1, shipment.path("prints").asInt());
    }

    @Test
    void twoPrintersHaveOneStretchOfTheWalkEach() {
        String wave = shop.wave(2);
        Machine first = shop.machine("First", FAST);
        Machine second = shop.machine("Second", FAST);
        JsonNode done = shop.done(shop.start(wave, first, second));
        List<String> walk = shop.walk(wave);
        List<String> stacked =
                Stream.concat(first.numbers(walk).stream(), second.numbers(walk).stream()).toList();
        assertEquals(walk, stacked);
        assertEquals(3, first.paper().size());
        assertEquals(3, done.path("printers").path(1).path("labels").asInt());
    }

    @Test
    void whenThePaperIsOutTheBatchSaysSoAndGoesOnAtTheSameLabel() {
        String wave = shop.wave(2);
        Machine printer = shop.machine("Zebra", FAST);
        printer.device().paperOut(true);
        JsonNode batch = shop.start(wave, printer);
        Floor.await(() -> shop.batch(batch).path("waitsFor").asText().contains("no labels"));
        assertEquals("RUNNING", shop.batch(batch).path("state").asText());
        assertEquals(
                "PAPER_OUT",
                shop.floor().get("/printers/" + printer.id()).path("condition").asText());
        printer.device().paperOut(false);
        JsonNode done = shop.done(batch);
        List<String> walk = shop.walk(wave);
        assertEquals(walk, printer.numbers(walk));
        assertTrue(done.path("waitsFor").isNull());
    }

    @Test
    void aLineThatBreaksInTheMiddleOfALabelRepeatsThatLabelFirst() {
        String wave = shop.wave(2);
        Machine printer = shop.machine("Zebra", FAST);
        printer.device().cutAfter(900);
        JsonNode done = shop.done(shop.start(wave, printer));
        List<String> walk = shop.walk(wave);
        assertEquals(walk, printer.numbers(walk));
        assertEquals(6, count(done, "printed"));
    }

    @Test
    void aPausedBatchStandsAndGoesOnWhereItWas() {
        String wave = shop.wave(3);
        Machine printer = shop.machine("Zebra", 20);
        JsonNode batch = shop.start(wave, printer);
        Floor.await(() -> printer.paper().size() >= 2);
        shop.floor().created(PrintShop.path(batch) + "/pause", Map.of());
        Floor.await(() -> count(shop.batch(batch), "sent") == 0);
        int standing = count(shop.batch(batch), "printed");
        assertTrue(standing < 9, "paused after " + standing);
        assertEquals("PAUSED", shop.batch(batch).path("state").asText());
        shop.floor().created(PrintShop.path(batch) + "/resume", Map.of());
        JsonNode _ = shop.done(batch);
        List<String> walk = shop.walk(wave);
        assertEquals(walk, printer.numbers(walk));
    }

    @Test
    void aCancelledBatchAccountsForWhatDidNotLeave() {
        String wave = shop.wave(2);
        Machine printer = shop.machine("Zebra", FAST);
        printer.device().headOpen(true);
        JsonNode batch = shop.start(wave, printer);
        Floor.await(() -> shop.batch(batch).path("waitsFor").asText().contains("open"));
        JsonNode cancelled = shop.floor().created(PrintShop.path(batch) + "/cancel", Map.of());
        assertEquals("CANCELLED", cancelled.path("state").asText());
        Floor.await(() -> count(shop.batch(batch), "notPrinted") == 6);
        printer.device().headOpen(false);
        // The same wave can be printed by another batch, and only once.
        JsonNode _ = shop.done(shop.start(wave, printer));
        List<String> walk = shop.walk(wave);
        assertEquals(walk, printer.numbers(walk));
    }

    @Test
    void labelsMoveFromAPrinterThatIsStuckToAnother() {
        String wave = shop.wave(2);
        Machine stuck = shop.machine("Stuck", FAST);
        Machine spare = shop.machine("Spare", FAST);
        stuck.device().paperOut(true);
        JsonNode batch = shop.start(wave, stuck);
        Floor.await(() -> shop.batch(batch).path("waitsFor").asText().contains("Stuck"));
        JsonNode _ =
                shop.floor()
                        .created(
                                PrintShop.path(batch) + "/move",
                                Map.of("fromPrinterId", stuck.id(), "toPrinterId", spare.id()));
        JsonNode _ = shop.done(batch);
        List<String> walk = shop.walk(wave);
        assertEquals(walk, spare.numbers(walk));
        assertEquals(0, stuck.paper().size());
    }

    @Test
    void aReprintIsMarkedCountedAndKeepsItsNumber() {
        String wave = shop.wave(1);
        Machine printer = shop.machine("Zebra", FAST);
        JsonNode batch = shop.start(wave, printer);
        JsonNode _ = shop.done(batch);
        String label = shop.labelPath(batch, 1);
        assertEquals(
                "/reason", shop.ask(label + "/reprint", Map.of()).json().at("/pointer").asText());
        JsonNode _ = shop.floor().created(label + "/reprint", Map.of("reason", "torn"));
        Floor.await(() -> count(shop.batch(batch), "reprinted") == 1);
        JsonNode done = shop.done(batch);
        assertEquals(2, count(done, "printed"));
        assertEquals(4, done.path("sheets").asInt());
        List<String> walk = shop.walk(wave);
        assertEquals(
                List.of(walk.get(0), walk.get(1), walk.get(2), walk.get(1)), printer.numbers(walk));
        JsonNode reprinted = shop.labels(batch).get(1);
        assertEquals("torn", reprinted.path("askedReason").asText());
        assertTrue(reprinted.path("askedBy").asText().startsWith("admin:"));
        assertEquals(2, reprinted.path("copy").asInt());
        String history = history(reprinted.path("parcelId").asText());
        assertTrue(history.contains("LABEL_REPRINT"), history);
    }

    private String history(String parcel) {
        String order = shop.floor().get("/shipments/" + parcel).path("orderId").asText();
        return shop.floor().get("/orders/" + order).path("history").toString();
    }

    @Test
    void labelsOnPaperAreRefusedUnlessAReasonIsGiven() {
        String wave = shop.wave(1);
        Machine printer = shop.machine("Zebra", FAST);
        JsonNode _ = shop.done(shop.start(wave, printer));
        String path = "/waves/" + wave + "/print-batches";
        Answer refused = shop.ask(path, Map.of("printerIds", PrintShop.ids(printer)));
        assertEquals(409, refused.status());
        assertEquals("conflict", refused.code());
        assertEquals("/reprintReason", refused.json().path("pointer").asText());
        Answer again =
                shop.ask(
                        path,
                        Map.of(
                                "printerIds",
                                PrintShop.ids(printer),
                                "reprintReason",
                                "box of labels lost"));
        assertEquals(202, again.status());
        assertEquals(3, count(shop.done(again.json()), "reprinted"));
        assertEquals(6, printer.paper().size());
    }

    @Test
    void anUnknownLabelIsAskedAboutAndNotSentAgainByItself() {
        String wave = shop.wave(1);
        Machine printer = shop.machine("Zebra", FAST);
        printer.device().countsLabels(false);
        printer.device().paperOut(true);
        JsonNode batch = shop.start(wave, printer);
        Floor.await(
                () -> count(shop.batch(batch), "waiting") + count(shop.batch(batch), "sent") == 3);
        printer.device().paperOut(false);
        JsonNode _ = shop.done(batch);
        Answer needless = shop.ask(shop.labelPath(batch, 0) + "/confirm", Map.of("cameOut", true));
        assertEquals(409, needless.status());
    }
}
