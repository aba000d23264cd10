package io.fulfillx.launcher.station;

import static io.fulfillx.launcher.station.UnlabelledHouse.awaitTask;
import static io.fulfillx.launcher.station.UnlabelledHouse.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.desktop.pack.PackStep;
import io.fulfillx.desktop.print.LabelPictures;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.tasks.TaskSession;
import io.fulfillx.desktop.tasks.TaskStep;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LeasedService;
import io.fulfillx.model.label.NumberSeries;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.station.StationTask;
import io.fulfillx.model.wire.Json;
import io.fulfillx.printing.symbol.Symbol;
import io.fulfillx.printing.symbol.SymbolReaders;
import io.fulfillx.scanner.Scan;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Parcels that leave under a number that their station made, without a plate. */
class LeasedLabelTest {
    private static final String CARRIER = "simulator";

    /** The carrier knows the organizations of all tests: each has a mailer id of its own. */
    private static final AtomicInteger MAILER = new AtomicInteger(901_131_000);

    @TempDir Path folder;
    private UnlabelledHouse floor;
    private TestHouse house;
    private TestBench bench;
    private Packer packer;

    @BeforeEach
    void open() {
        floor = new UnlabelledHouse(folder.resolve("one"));
        house = floor.house();
        bench = floor.bench();
        packer = floor.packer();
    }

    @AfterEach
    void close() {
        floor.close();
    }

    private void agree(int numbers) {
        Map<String, Object> service =
                Map.of(
                        "service",
                        "FXG",
                        "name",
                        "FX GROUND",
                        "type",
                        "612",
                        "transitDays",
                        4,
                        "limitGrams",
                        2_000,
                        "poBox",
                        false);
        Map<String, Object> agreed =
                Map.of(
                        "kind",
                        "USPS_IMPB",
                        "issuer",
                        Integer.toString(MAILER.incrementAndGet()),
                        "services",
                        List.of(service),
                        "firstSerial",
                        100,
                        "lastSerial",
                        99 + numbers,
                        "postage",
                        "PERMIT 4711");
        house.admin().put("/api/v1/carrier-accounts/" + CARRIER, Map.of("leasedNumbers", agreed));
    }

    private static TrackingNumber numberOf(StationStore store, int which) {
        return Objects.requireNonNull(job(store, which).work().number());
    }

    private JsonNode manifest() {
        return house.admin().get("/api/v1/manifests").path("items").path(0);
    }

    private static JsonNode carriersBook() throws Exception {
        HttpRequest asked =
                HttpRequest.newBuilder(TestHouse.carrier().resolve("/v1/admin/manifests")).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return Json.read(
                    http.send(asked, HttpResponse.BodyHandlers.ofString()).body(), JsonNode.class);
        }
    }

    private List<String> labels() {
        return TestHouse.server()
                .foundation()
                .transactions()
                .inOrg(
                        house.org(),
                        tx ->
                                tx.sql(
                                                "select state || ' ' || tracking_number as label"
                                                        + " from label where org_id = :org"
                                                        + " and tracking_number is not null"
                                                        + " order by tracking_number")
                                        .list(row -> row.text("label")));
    }

    @Test
    void aParcelLeavesOfflineUnderANumberOfItsStationAndItsCarrierIsToldOnce() throws Exception {
        agree(1_000);
        floor.takeInUnlabelled(1, CARRIER, 1_000);
        StoredJob job = job(bench.store(), 0);
        assertNull(job.job().label());
        assertInstanceOf(PackStep.Printing.class, packer.pack(job, 700));
        PackStep.Done done = assertInstanceOf(PackStep.Done.class, packer.putOut());
        assertEquals(999, bench.store().numbers().left(CARRIER));
        TrackingNumber number = numberOf(bench.store(), 0);
        assertEquals(number.value(), done.trackingNumber());
        assertLabel(packer.printer().sheets().getFirst(), number);
        int before = carriersBook().path("numbers").asInt();

        // The carrier is still away: the parcel has left all the same, and its manifest waits.
        bench.sync();
        assertEquals("PACKED", floor.shipment(job).path("state").asText());
        assertEquals(number.value(), floor.shipment(job).path("trackingNumber").asText());
        assertEquals(700, floor.shipment(job).path("actualWeight").asInt());
        assertEquals(498, house.onHand());
        TestHouse.await(() -> manifest().path("attempts").asInt() > 0);
        assertEquals("CLOSED", manifest().path("state").asText());
        assertEquals(before, carriersBook().path("numbers").asInt());
        TestHouse.carrierLine().restore();
        TestHouse.await(() -> manifest().path("state").asText().equals("REPORTED"));
        assertEquals(1, manifest().path("numbers").asInt());
        assertEquals(0, manifest().path("refused").asInt());
        assertEquals(before + 1, carriersBook().path("numbers").asInt());
        assertEquals(0, carriersBook().path("doubled").asInt());
        // No label was ever bought beside it.
        assertEquals(List.of("PURCHASED " + number), labels());
        assertEquals(List.of(), house.discrepancies());
        assertEquals(List.of(), house.admin().all("/api/v1/order-tasks"));
    }

    /** What the sheet's one barcode says: the ZIP code, then the number with its check digit. */
    private static void assertLabel(LabelDocument sheet, TrackingNumber number) {
        List<Symbol> symbols =
                SymbolReaders.best().read(new LabelPictures().of(sheet).orElseThrow());
        assertEquals(1, symbols.size());
        assertEquals("]C1", symbols.getFirst().aimId());
        String digits = symbols.getFirst().payload().replace("\u001d", "");
        assertEquals("42097205" + number, digits);
        int sum = 0;
        for (int i = 0; i < number.value().length(); i++) {
            int digit = number.value().charAt(number.value().length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : 3 * digit;
        }
        assertEquals(0, sum % 10);
    }

    @Test
    void aNumberThatItsCarrierRefusesIsATaskAtTheStationThatPackedIt() {
        agree(1_000);
        // There is no such place, which the carrier says of the manifest only.
        house.shipTo("00012");
        floor.takeInUnlabelled(2, CARRIER, 1_000);
        StoredJob job = job(bench.store(), 0);
        ship(packer, job);
        TrackingNumber number = numberOf(bench.store(), 0);
        TestHouse.carrierLine().restore();
        bench.sync();
        StationTask task = awaitTask(bench, StationTask.REFUSED_NUMBER);
        assertEquals(job.job().orderName(), task.orderName());
        assertEquals(number.value(), task.place());
        assertEquals("REPORTED", manifest().path("state").asText());
        assertEquals(1, manifest().path("refused").asInt());
        JsonNode asked = house.admin().all("/api/v1/order-tasks").getFirst();
        assertEquals("REFUSED_NUMBER", asked.path("kind").asText());
        String instruction = asked.path("instruction").asText();
        assertTrue(instruction.contains(number + " (POSTAL_CODE: there is no"), instruction);
        assertTrue(instruction.contains("Keep it from its pickup"), instruction);
        // The parcel has left the bench; nothing of that is undone, and nobody else has to act.
        assertEquals("PACKED", floor.shipment(job).path("state").asText());
        assertEquals(List.of("PURCHASED " + number), labels());
        assertEquals(List.of(), house.discrepancies());
        assertEquals(498, house.onHand());

        // Its label confirms that it was fetched back: the barcode begins with the ZIP code.
        TaskSession tasks = new TaskSession(bench.store(), house.operator());
        Scan scan = Scan.of("keyboard", "42000012" + number, Instant.now());
        assertEquals(new TaskStep.Confirmed(job.job().orderName(), 0), tasks.scanned(scan));
        bench.settle();
        TestHouse.await(() -> house.admin().all("/api/v1/order-tasks").isEmpty());
    }

    @Test
    void noLabelIsBoughtBesideItAlthoughTheCarrierAnswersAgainBeforeTheStationDoes() {
        agree(1_000);
        floor.takeInUnlabelled(1, CARRIER, 1_000);
        StoredJob job = job(bench.store(), 0);
        ship(packer, job);
        TestHouse.carrierLine().restore();
        boolean _ =
                TestHouse.server()
                        .foundation()
                        .transactions()
                        .inOrg(
                                house.org(),
                                tx -> {
                                    TestHouse.server()
                                            .fulfillment()
                                            .askAgain(tx, job.job().parcelId());
                                    return true;
                                });
        house.orderFor(bench.store(), 1);
        assertEquals(1, labels().size());
        bench.sync();
        assertEquals("PACKED", floor.shipment(job).path("state").asText());
        assertEquals(2, labels().size());
        assertEquals(List.of(), house.discrepancies());
    }

    @Test
    void whenNoNumberIsLeftOrTheParcelIsTooHeavyAPlateTakesItsPlace() {
        agree(1);
        floor.takeInUnlabelled(3, CARRIER, 1);
        assertInstanceOf(PackStep.PlatePrinting.class, packer.pack(job(bench.store(), 0), 2_001));
        assertInstanceOf(PackStep.OnLane.class, packer.putOut());
        assertInstanceOf(PackStep.Printing.class, packer.pack(job(bench.store(), 1), 700));
        assertInstanceOf(PackStep.Done.class, packer.putOut());
        assertInstanceOf(PackStep.PlatePrinting.class, packer.pack(job(bench.store(), 2), 700));
        assertInstanceOf(PackStep.OnLane.class, packer.putOut());
        TestHouse.carrierLine().restore();
        bench.sync();
        // Those on the lane get labels that are bought, as if there were no agreement.
        TestHouse.await(
                () ->
                        bench.store().tasks().open().stream()
                                        .filter(it -> it.kind().equals(StationTask.LABEL_PARCEL))
                                        .count()
                                == 2);
        assertEquals(3, labels().size());
        assertEquals(List.of(), house.discrepancies());
    }

    @Test
    void twoParcelsNeverHaveOneNumberNotEvenFromACopiedDisk() {
        agree(5_000);
        floor.takeInUnlabelled(3, CARRIER, 1_000);
        try (TestBench copy = bench.copyTo(folder.resolve("two"))) {
            Packer there = floor.packer(copy);
            packer = floor.packer(bench);
            ship(packer, job(bench.store(), 0));
            ship(packer, job(bench.store(), 1));
            ship(there, job(copy.store(), 2));
            TrackingNumber first = numberOf(bench.store(), 0);
            assertNotEquals(first, numberOf(bench.store(), 1));
            assertEquals(first, numberOf(copy.store(), 2));
            bench.sync();
            bench.disconnect();
            copy.sync();
            assertTrue(house.discrepancies().contains("number-used"));
            assertEquals("PACKED", floor.shipment(job(bench.store(), 0)).path("state").asText());
            assertNotEquals("PACKED", floor.shipment(job(copy.store(), 2)).path("state").asText());
            StationTask _ = awaitTask(copy, "HOLD_SHELF");
            assertEquals(494 + 2, house.onHand());
            // The copy goes on in another life of its journal, with numbers that nobody had.
            TestHouse.await(() -> copy.store().numbers().left(CARRIER) == 1_000);
            copy.disconnect();
            assertEquals(998, bench.store().numbers().left(CARRIER));
            assertEquals(1_100, serial(copy.store()));
            // So does the first one, whose journal is an old one now.
            bench.sync();
            TestHouse.await(() -> bench.store().numbers().left(CARRIER) == 1_000);
            assertEquals(2_100, serial(bench.store()));
        }
    }

    private static long serial(StationStore store) {
        LeasedService leased = Objects.requireNonNull(job(store, 0).job().leased());
        return NumberSeries.read(store.numbers().next(leased).orElseThrow()).orElseThrow().serial();
    }

    private static void ship(Packer there, StoredJob job) {
        assertInstanceOf(PackStep.Printing.class, there.pack(job, 700));
        assertInstanceOf(PackStep.Done.class, there.putOut());
    }

    @Test
    void aLabelWithAnOldAddressIsKeptAndAnotherOneBought() {
        agree(1_000);
        floor.takeInUnlabelled(1, CARRIER, 1_000);
        StoredJob job = job(bench.store(), 0);
        ship(packer, job);
        house.admin()
                .post(
                        "/api/v1/orders/" + job.job().orderId() + "/address",
                        Map.of(
                                "shipTo",
                                Map.of(
                                        "name", "Ada Brook",
                                        "line1", "1 Other Road",
                                        "city", "Portland",
                                        "stateCode", "OR",
                                        "postalCode", "97206",
                                        "countryCode", "US"),
                                "reason",
                                "Moved."));
        bench.sync();
        assertTrue(house.discrepancies().contains("address-changed"));
        assertNotEquals("PACKED", floor.shipment(job).path("state").asText());
        assertEquals(500, house.onHand());
        // Its number is not the parcel's, and the carrier never hears of it.
        assertEquals(List.of(), labels());
        assertEquals(List.of(), house.admin().all("/api/v1/manifests"));
    }
}
