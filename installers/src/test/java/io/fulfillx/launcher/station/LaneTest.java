package io.fulfillx.launcher.station;

import static io.fulfillx.launcher.station.UnlabelledHouse.awaitTask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.desktop.pack.PackStep;
import io.fulfillx.desktop.store.LentNumbers;
import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.desktop.sync.ServerClient;
import io.fulfillx.desktop.tasks.TaskSession;
import io.fulfillx.desktop.tasks.TaskStep;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.Sscc;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.StationTask;
import io.fulfillx.model.sync.RecallRequest;
import io.fulfillx.scanner.Scan;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Parcels that are packed before their label is there wait on a lane, under a plate. */
class LaneTest {
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
        TestHouse.await(() -> bench.store().numbers().left(LentNumbers.PLATES) == 1_000);
    }

    @AfterEach
    void close() {
        floor.close();
    }

    private void takeInUnlabelled(int orders) {
        floor.takeInUnlabelled(orders, LentNumbers.PLATES, 1_000);
    }

    /** One job with its label, and the station is offline. */
    private void takeInLabelled() {
        house.orderFor(bench.store(), 2);
        TestHouse.await(() -> !bench.store().jobs().isEmpty());
        bench.disconnect();
    }

    private StoredJob job() {
        return bench.job();
    }

    private Sscc plateOf(StoredJob job) {
        return Objects.requireNonNull(
                bench.store().job(job.job().parcelId()).orElseThrow().work().plate());
    }

    private JsonNode shipment() {
        return floor.shipment(job());
    }

    @Test
    void aParcelWithoutALabelWaitsUnderAPlateAndIsLabelledWhenTheCarrierAnswers() {
        takeInUnlabelled(1);
        assertNull(job().job().label());
        assertInstanceOf(PackStep.PlatePrinting.class, packer.pack(job(), 700));
        assertInstanceOf(PackStep.OnLane.class, packer.putOut());
        Sscc plate = plateOf(job());
        assertEquals(WorkStage.PLATED, job().work().stage());
        assertEquals(999, bench.store().numbers().left(LentNumbers.PLATES));
        LabelDocument sheet = packer.printer().sheets().getFirst();
        String zpl = new String(sheet.content(), StandardCharsets.UTF_8);
        assertTrue(zpl.contains("LABEL PENDING") && zpl.contains("US 97205"), zpl);
        assertTrue(zpl.contains(plate.digits()), zpl);
        // Nothing can be done with it before its label is there.
        assertInstanceOf(PackStep.LabelPending.class, packer.scan(plate.element()));

        bench.sync();
        assertEquals("PLANNED", shipment().path("state").asText());
        assertEquals(700, shipment().path("actualWeight").asInt());
        assertEquals(plate.digits(), shipment().path("plate").asText());
        TestHouse.carrierLine().restore();
        StationTask _ = awaitTask(bench, StationTask.LABEL_PARCEL);
        assertEquals(plate.digits(), bench.store().tasks().open().getFirst().place());
        TestHouse.await(() -> job().job().label() != null);
        assertInstanceOf(PackStep.Printing.class, packer.scan(plate.element()));
        assertInstanceOf(PackStep.Done.class, packer.putOut());
        assertEquals(List.of(), bench.store().tasks().open());
        bench.settle();
        assertEquals("PACKED", shipment().path("state").asText());
        assertEquals(498, house.onHand());
        assertEquals(List.of(), house.discrepancies());
        assertEquals(List.of(), house.admin().all("/api/v1/order-tasks"));
        assertEquals(1, labels());
    }

    /** How many were ever asked for. */
    private long labels() {
        return TestHouse.server()
                .foundation()
                .transactions()
                .inOrg(
                        house.org(),
                        tx ->
                                tx.sql("select count(*) as n from label where org_id = :org")
                                        .get(row -> row.bigint("n")));
    }

    @Test
    void aLabelThatWasBoughtForAnotherWeightIsTakenBackAndAnotherOneBought() {
        tolerate(Map.of("grams", 50, "percent", 5, "sameCarton", false));
        takeInLabelled();
        String first = job().job().paidLabel().trackingNumber().value();
        assertInstanceOf(PackStep.PlatePrinting.class, packer.pack(job(), 2_400));
        assertInstanceOf(PackStep.OnLane.class, packer.putOut());
        String plate = plateOf(job()).element();
        assertInstanceOf(PackStep.LabelPending.class, packer.scan(plate));
        bench.sync();
        StationTask _ = awaitTask(bench, StationTask.LABEL_PARCEL);
        TestHouse.await(() -> job().carrierLabel().isPresent());
        String second = job().job().paidLabel().trackingNumber().value();
        assertNotEquals(first, second);
        assertInstanceOf(PackStep.Printing.class, packer.scan(plate));
        PackStep.Done done = assertInstanceOf(PackStep.Done.class, packer.putOut());
        assertEquals(second, done.trackingNumber());
        bench.settle();
        assertEquals("PACKED", shipment().path("state").asText());
        assertEquals(List.of("PURCHASED 2400", "VOIDED 680"), paid());
        assertEquals(List.of(), house.discrepancies());
    }

    private void tolerate(Map<String, Object> tolerance) {
        house.admin()
                .put(
                        "/api/v1/label-rule",
                        Map.of(
                                "companyPrefix",
                                "9521234",
                                "extensionDigit",
                                3,
                                "tolerance",
                                tolerance));
    }

    /** Each label with the weight that its carrier was told; 600 g of mugs and 80 g of carton. */
    private List<String> paid() {
        return TestHouse.server()
                .foundation()
                .transactions()
                .inOrg(
                        house.org(),
                        tx ->
                                tx.sql(
                                                "select state || ' ' || grams as label from label"
                                                        + " where org_id = :org order by attempt"
                                                        + " desc")
                                        .list(row -> row.text("label")));
    }

    @Test
    void aLabelThatFitsIsPrintedOfflineAndNoPlateIsBurned() {
        tolerate(Map.of("grams", 50, "percent", 5, "sameCarton", true));
        takeInLabelled();
        int paidFor = job().job().expectedWeight().grams();
        assertInstanceOf(PackStep.Printing.class, packer.pack(job(), paidFor + 50));
        assertInstanceOf(PackStep.Done.class, packer.putOut());
        assertEquals(1_000, bench.store().numbers().left(LentNumbers.PLATES));
    }

    @Test
    void aPlatedParcelOfACancelledOrderIsPutBackAndItsLabelNeverBought() {
        takeInUnlabelled(1);
        packer.pack(job(), 700);
        packer.putOut();
        house.admin()
                .post("/api/v1/orders/" + job().job().orderId() + "/cancel", Map.of("reason", "x"));
        assertEquals(
                "CANCEL_REQUESTED",
                house.admin()
                        .get("/api/v1/orders/" + job().job().orderId())
                        .path("status")
                        .asText());
        bench.sync();
        TestHouse.carrierLine().restore();
        TestHouse.await(() -> job().job().state() == JobState.WITHDRAWN);
        TestHouse.await(
                () ->
                        house.admin()
                                .get("/api/v1/orders/" + job().job().orderId())
                                .path("status")
                                .asText()
                                .equals("CANCELLED"));
        StationTask _ = awaitTask(bench, "UNPACK");
        assertEquals(0, labels());
        assertEquals(500, house.onHand());
    }

    @Test
    void aCopiedDiskGivesOutTheSameNumberOnceAndThenOthers() {
        takeInUnlabelled(2);
        Sscc number = bench.store().numbers().nextPlate().orElseThrow();
        try (TestBench copy = bench.copyTo(folder.resolve("two"))) {
            plate(bench.store(), 0);
            plate(copy.store(), 1);
            bench.sync();
            bench.disconnect();
            copy.sync();
            assertEquals(List.of("plate-used"), house.discrepancies());
            StationTask _ = awaitTask(copy, "HOLD_SHELF");
            // Each goes on with numbers that nobody had before.
            TestHouse.await(() -> copy.store().numbers().left(LentNumbers.PLATES) >= 1_000);
            copy.disconnect();
            bench.sync();
            TestHouse.await(() -> bench.store().numbers().left(LentNumbers.PLATES) >= 1_000);
            Sscc mine = bench.store().numbers().nextPlate().orElseThrow();
            Sscc others = copy.store().numbers().nextPlate().orElseThrow();
            assertTrue(number.digits().compareTo(others.digits()) < 0);
            assertEquals(
                    1_000,
                    Math.abs(
                            Long.parseLong(mine.digits().substring(8, 17))
                                    - Long.parseLong(others.digits().substring(8, 17))));
        }
    }

    /** One of the two parcels is packed there. */
    private void plate(StationStore store, int which) {
        Packer there = new Packer(store, house.operator());
        StoredJob job = UnlabelledHouse.job(store, which);
        assertInstanceOf(PackStep.PlatePrinting.class, there.pack(job, 700));
        assertInstanceOf(PackStep.OnLane.class, there.putOut());
    }

    @Test
    void aPlatedParcelThatAnotherStationTakesOverIsLabelledThere() throws Exception {
        takeInUnlabelled(1);
        packer.pack(job(), 700);
        packer.putOut();
        String plate = plateOf(job()).element();
        bench.sync();
        assertEquals("Bench 1", holder(plate));
        TestHouse.carrierLine().restore();
        StationTask _ = awaitTask(bench, StationTask.LABEL_PARCEL);
        try (TestBench two = TestBench.enrolled(house, folder.resolve("two"), "Bench 2")) {
            StationIdentity other = two.store().identity().orElseThrow();
            house.admin()
                    .post(
                            "/api/v1/shipments/" + job().job().parcelId() + "/move",
                            Map.of(
                                    "stationId",
                                    other.stationId().toString(),
                                    "reason",
                                    "The lane stands there.",
                                    "toteInHand",
                                    true));
            two.sync();
            TestHouse.await(
                    () ->
                            two.store().jobs().stream()
                                    .anyMatch(it -> it.carrierLabel().isPresent()));
            Packer there = new Packer(two.store(), house.operator());
            assertInstanceOf(PackStep.Printing.class, there.scan(plate));
            assertInstanceOf(PackStep.Done.class, there.putOut());
            two.settle();
        }
        assertEquals("PACKED", shipment().path("state").asText());
        assertEquals(700, shipment().path("actualWeight").asInt());
        TestHouse.await(() -> bench.store().tasks().open().isEmpty());
        assertEquals(List.of(), house.discrepancies());
        assertEquals(498, house.onHand());
    }

    /** Who has it, as a third station is told before the label is there. */
    private String holder(String plate) throws Exception {
        try (TestBench third = TestBench.enrolled(house, folder.resolve("three"), "Bench 3");
                ServerClient client = new ServerClient(TestHouse.url())) {
            RecallRequest asked = new RecallRequest(null, plate, null, null, house.operator());
            return client.holders(third.store().identity().orElseThrow(), asked)
                    .getFirst()
                    .stationName();
        }
    }

    @Test
    void aLabelThatWasPrintedAheadAndDoesNotFitIsTornUp() {
        tolerate(Map.of("grams", 50, "percent", 5, "sameCarton", false));
        takeInLabelled();
        packer.printAhead(job());
        bench.store().reportSheets(house.operator());
        assertInstanceOf(PackStep.PlatePrinting.class, packer.pack(job(), 2_400));
        assertInstanceOf(PackStep.OnLane.class, packer.putOut());
        bench.sync();
        StationTask _ = awaitTask(bench, "DESTROY_LABEL");
        StationTask _ = awaitTask(bench, StationTask.LABEL_PARCEL);
        assertEquals(List.of("PURCHASED 2400", "VOIDED 680"), paid());
    }

    @Test
    void aMisfitThatTheStationCouldNotKnowOfIsWrittenDownForTheCarriersBill() {
        takeInLabelled();
        assertInstanceOf(PackStep.Printing.class, packer.pack(job(), 2_400));
        assertInstanceOf(PackStep.Done.class, packer.putOut());
        tolerate(Map.of("grams", 50, "percent", 5, "sameCarton", false));
        bench.sync();
        assertEquals("PACKED", shipment().path("state").asText());
        String history =
                house.admin()
                        .get("/api/v1/orders/" + job().job().orderId() + "/history")
                        .toString();
        assertTrue(history.contains("Its label was bought for 680 g"), history);
    }

    @Test
    void theTaskIsEndedByTheLabelAndNotByAScanOfTheList() {
        takeInUnlabelled(1);
        packer.pack(job(), 700);
        packer.putOut();
        TestHouse.carrierLine().restore();
        bench.sync();
        StationTask _ = awaitTask(bench, StationTask.LABEL_PARCEL);
        TaskSession tasks = new TaskSession(bench.store(), house.operator());
        Scan scan = Scan.of("keyboard", plateOf(job()).element(), Instant.now());
        assertInstanceOf(TaskStep.ScanAtBench.class, tasks.scanned(scan));
        assertInstanceOf(TaskStep.NothingToDo.class, tasks.confirmFirst());
        assertEquals(1, bench.store().tasks().open().size());
    }
}
