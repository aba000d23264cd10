package io.fulfillx.launcher.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.pick.PickSession;
import io.fulfillx.desktop.pick.PickStep;
import io.fulfillx.desktop.session.Reading;
import io.fulfillx.desktop.session.Tone;
import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.desktop.sync.ServerClient;
import io.fulfillx.launcher.api.ApiProblem;
import io.fulfillx.model.code.ToteCode;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationCommand.ItemDamaged;
import io.fulfillx.model.sync.StationCommand.ParcelSetAside;
import io.fulfillx.model.sync.StationCommand.PickShort;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What stations do while the network is cut meets what others decide meanwhile: each row of the
 * table of conflicts, played. A station that is revoked is in {@link FleetTest}.
 */
class ConflictsTest {
    @TempDir Path folder;

    private static void confirm(TwoBenches floor, TestBench bench, StationCommand command) {
        StoredJob job = bench.job();
        bench.store().confirm(StationChange.of(floor.house.operator(), job.work(), command));
    }

    private static PickShort missing(TestBench bench, int units) {
        StoredJob job = bench.job();
        return new PickShort(
                job.job().parcelId(), job.job().lines().getFirst().lineId(), new Quantity(units));
    }

    @Test
    void leaseExpiredNotReassignedIsAppliedAndLoggedLate() throws Exception {
        TestHouse house = new TestHouse();
        try (TestBench bench = TestBench.enrolled(house, folder.resolve("a"), "Bench 1")) {
            house.orderFor(bench.store(), 2);
            // The station gets the page and is cut off before it can ask for the next one.
            try (ServerClient client = new ServerClient(TestHouse.url())) {
                bench.store()
                        .apply(
                                client.feed(
                                        bench.store().identity().orElseThrow(), "", Duration.ZERO));
            }
            String claims = "/api/v1/shipments/" + bench.job().job().parcelId() + "/claims";
            assertEquals("SOFT", house.admin().get(claims).path(0).path("state").asText());
            long ended =
                    TestHouse.server()
                            .foundation()
                            .transactions()
                            .inOrg(
                                    house.org(),
                                    tx ->
                                            tx.sql(
                                                            "update claim set lease_until = now() -"
                                                                + " interval '1 hour' where org_id"
                                                                + " = :org")
                                                    .run());
            assertEquals(1, ended);
            TwoBenches.pickAndPack(bench);
            bench.sync();
            assertEquals(498, house.onHand());
            assertEquals(List.of(), house.discrepancies());
            assertTrue(history(house, bench).contains("nobody else had"), history(house, bench));
            assertEquals("COMMITTED", house.admin().get(claims).path(0).path("state").asText());
        }
    }

    private static String history(TestHouse house, TestBench bench) {
        return house.admin()
                .get("/api/v1/orders/" + bench.job().job().orderId() + "/history")
                .toString();
    }

    @Test
    void reassignedBySupervisorBothPackedFirstToCommitWinsTheOtherUnpacks() {
        try (TwoBenches floor = new TwoBenches(folder)) {
            TwoBenches.pickAndPack(floor.one);
            floor.moveToTwo();
            floor.twoTakesIn();
            TwoBenches.pickAndPack(floor.two);
            floor.two.sync();
            assertEquals(498, floor.house.onHand());
            floor.one.sync();
            assertEquals(
                    List.of("APPLIED", "QUARANTINED already-packed"),
                    floor.verdicts("parcel-packed"));
            assertEquals(498, floor.house.onHand());
            TestHouse.await(() -> TwoBenches.tasks(floor.one).contains("UNPACK"));
            assertEquals(
                    List.of("DESTROY_LABEL", "RECOUNT", "UNPACK"), TwoBenches.tasks(floor.one));
            assertEquals("PURCHASED", floor.shipment().path("labelState").asText());
            floor.doTasks(floor.one);
            assertEquals(List.of(), floor.openTasks());
            TestHouse.await(() -> TwoBenches.tasks(floor.one).isEmpty());
            assertEquals(498, floor.house.onHand());
            assertTrue(floor.booksAgree());
        }
    }

    @Test
    void reassignedBySupervisorBothPackedTheFirstStationWinsWhenItCommitsFirst() {
        try (TwoBenches floor = new TwoBenches(folder)) {
            TwoBenches.pickAndPack(floor.one);
            floor.moveToTwo();
            floor.twoTakesIn();
            floor.one.sync();
            assertEquals(
                    List.of("APPLIED_WITH_EXCEPTION claim-revoked"),
                    floor.verdicts("parcel-packed"));
            assertEquals(3, floor.claim().path("epoch").asInt());
            // The other has packed as well before it hears of that.
            TwoBenches.pickAndPack(floor.two);
            floor.two.sync();
            TestHouse.await(() -> TwoBenches.tasks(floor.two).contains("UNPACK"));
            assertEquals(
                    List.of("DESTROY_LABEL", "EMPTY_TOTE", "RECOUNT", "UNPACK"),
                    TwoBenches.tasks(floor.two));
            assertEquals(JobState.WITHDRAWN, floor.two.job().job().state());
            assertEquals(498, floor.house.onHand());
            assertTrue(floor.booksAgree());
        }
    }

    @Test
    void orderCancelledBeforePackWasRecordedGoesToTheHoldShelfAndIsThenConfirmed() {
        try (TwoBenches floor = new TwoBenches(folder)) {
            TwoBenches.pickAndPack(floor.one);
            floor.house
                    .admin()
                    .post("/api/v1/orders/" + floor.order() + "/cancel", Map.of("reason", "Sorry"));
            assertEquals("CANCEL_REQUESTED", floor.orderStatus());
            floor.one.sync();
            assertEquals(List.of("QUARANTINED order-cancelled"), floor.verdicts("parcel-packed"));
            TestHouse.await(() -> floor.orderStatus().equals("CANCELLED"));
            TestHouse.await(() -> TwoBenches.tasks(floor.one).size() == 3);
            assertEquals(
                    List.of("DESTROY_LABEL", "HOLD_SHELF", "UNPACK"), TwoBenches.tasks(floor.one));
            assertEquals(WorkStage.ASIDE, floor.one.job().work().stage());
            TestHouse.await(() -> floor.shipment().path("labelState").asText().equals("VOIDED"));
            floor.doTasks(floor.one);
            assertEquals(List.of(), floor.openTasks());
            assertEquals(500, floor.house.onHand());
            assertTrue(floor.booksAgree());
        }
    }

    @Test
    void aLabelThatTheCarrierDoesNotTakeBackIsAskedForByAPerson() {
        try (TwoBenches floor = new TwoBenches(folder)) {
            long lost =
                    floor.sql(
                            tx ->
                                    tx.sql(
                                                    "update label set carrier_shipment_id = 'gone'"
                                                            + " where org_id = :org")
                                            .run());
            assertEquals(1, lost);
            floor.house
                    .admin()
                    .post("/api/v1/orders/" + floor.order() + "/cancel", Map.of("reason", "Sorry"));
            floor.one.sync();
            TestHouse.await(() -> floor.openTasks().contains("VOID_LABEL"));
            assertEquals("PURCHASED", floor.shipment().path("labelState").asText());
        }
    }

    @Test
    void cancelledAfterHandOverIsRefusedAndBecomesAReturn() {
        try (TwoBenches floor = new TwoBenches(folder)) {
            TwoBenches.pickAndPack(floor.one);
            floor.one.sync();
            floor.one.disconnect();
            floor.house
                    .admin()
                    .post(
                            "/api/v1/shipments/" + floor.parcel + "/journey",
                            Map.of("event", "HAND_OVER"));
            ApiProblem refused =
                    assertThrows(
                            ApiProblem.class,
                            () ->
                                    floor.house
                                            .admin()
                                            .post(
                                                    "/api/v1/orders/" + floor.order() + "/cancel",
                                                    Map.of("reason", "Sorry")));
            assertEquals(409, refused.status());
            assertEquals(List.of("RETURN"), floor.openTasks());
            assertEquals(498, floor.house.onHand());
        }
    }

    @Test
    void addressChangedHoldsTheParcelWithTheOldLabel() {
        try (TwoBenches floor = new TwoBenches(folder)) {
            TwoBenches.pickAndPack(floor.one);
            floor.house
                    .admin()
                    .post(
                            "/api/v1/orders/" + floor.order() + "/address",
                            Map.of(
                                    "shipTo",
                                    Map.of(
                                            "name", "Ada Brook",
                                            "line1", "900 New Road",
                                            "city", "Portland",
                                            "stateCode", "OR",
                                            "postalCode", "97205",
                                            "countryCode", "US"),
                                    "reason",
                                    "Moved."));
            floor.one.sync();
            assertTrue(
                    floor.verdicts("parcel-packed").getFirst().startsWith("QUARANTINED"),
                    floor.verdicts("parcel-packed").toString());
            TestHouse.await(() -> TwoBenches.tasks(floor.one).size() >= 2);
            assertEquals(List.of("DESTROY_LABEL", "HOLD_SHELF"), TwoBenches.tasks(floor.one));
            assertEquals(500, floor.house.onHand());
        }
    }

    @Test
    void shortPickIsAlwaysAcceptedAndStockNeverGoesNegative() {
        try (TwoBenches floor = new TwoBenches(folder)) {
            confirm(floor, floor.one, missing(floor.one, 1));
            floor.moveToTwo();
            floor.twoTakesIn();
            TwoBenches.pickAndPack(floor.two);
            floor.two.sync();
            floor.one.sync();
            // The parcel has left with both: there is nothing to write off, so the place tells.
            assertEquals(List.of("APPLIED_WITH_EXCEPTION recount"), floor.verdicts("pick-short"));
            assertEquals(498, floor.house.onHand());
            assertEquals(List.of(), floor.house.discrepancies());
            TestHouse.await(() -> TwoBenches.tasks(floor.one).equals(List.of("RECOUNT")));
            assertEquals("A-01", floor.one.store().tasks().open().getFirst().place());
        }
    }

    @Test
    void shortPickIsAlwaysAcceptedAndItsPlaceIsCounted() {
        try (TwoBenches floor = new TwoBenches(folder)) {
            confirm(floor, floor.one, missing(floor.one, 1));
            floor.one.sync();
            assertEquals(List.of("APPLIED"), floor.verdicts("pick-short"));
            assertEquals(499, floor.house.onHand());
            TestHouse.await(() -> TwoBenches.tasks(floor.one).equals(List.of("RECOUNT")));
            assertTrue(floor.booksAgree());
        }
    }

    @Test
    void damageIsAlwaysAcceptedAndTheOrderIsAnException() {
        try (TwoBenches floor = new TwoBenches(folder)) {
            StoredJob job = floor.one.job();
            confirm(
                    floor,
                    floor.one,
                    new ItemDamaged(
                            job.job().parcelId(),
                            job.job().lines().getFirst().lineId(),
                            new Quantity(1)));
            floor.one.sync();
            assertEquals(List.of("APPLIED"), floor.verdicts("item-damaged"));
            assertEquals(499, floor.house.onHand());
            assertEquals(List.of(), floor.house.discrepancies());
            TestHouse.await(() -> floor.one.job().job().state() == JobState.HELD);
            assertTrue(floor.booksAgree());
        }
    }

    @Test
    void itemSubstitutionWithoutARuleIsNotTakenAndSettingAsideIsAnException() {
        try (TwoBenches floor = new TwoBenches(folder)) {
            StoredJob job = floor.one.job();
            PickSession round =
                    new PickSession(
                            floor.one.store(),
                            floor.house.operator(),
                            List.of(job.job().parcelId()));
            var _ = round.scanned(Reading.typed(new ToteCode("T1").text(), Instant.now()));
            PickStep other = round.scanned(Reading.typed("B-CUP", Instant.now()));
            assertEquals(Tone.RED, other.tone(), other.toString());
            assertEquals(0, floor.one.store().count().unsent());
            confirm(
                    floor,
                    floor.one,
                    new ParcelSetAside(job.job().parcelId(), "Only cups lie there."));
            floor.one.sync();
            assertEquals(List.of("APPLIED"), floor.verdicts("parcel-set-aside"));
            TestHouse.await(() -> floor.one.job().job().state() == JobState.HELD);
            assertEquals(500, floor.house.onHand());
        }
    }

    @Test
    void orderCancelledBeforePackWasRecordedIsConfirmedAfterASupervisorHasRecalledIt() {
        try (TwoBenches floor = new TwoBenches(folder)) {
            String order = "/api/v1/orders/" + floor.order();
            floor.house.admin().post(order + "/cancel", Map.of("reason", "Sorry"));
            assertEquals("CANCEL_REQUESTED", floor.orderStatus());
            TwoBenches.pickAndPack(floor.one);
            floor.house.admin().post(order + "/cancel/confirm", Map.of("reason", "Have it here."));
            assertEquals("CANCELLED", floor.orderStatus());
            floor.one.sync();
            assertEquals(List.of("QUARANTINED order-cancelled"), floor.verdicts("parcel-packed"));
            TestHouse.await(() -> TwoBenches.tasks(floor.one).contains("HOLD_SHELF"));
            floor.doTasks(floor.one);
            assertEquals(500, floor.house.onHand());
            assertTrue(floor.booksAgree());
        }
    }

    @Test
    void extraScanIsAnExceptionForALead() {
        try (TwoBenches floor = new TwoBenches(folder)) {
            floor.one.pick(3);
            floor.one.sync();
            assertEquals(List.of("QUARANTINED too-many-picked"), floor.verdicts("pick-confirmed"));
            TestHouse.await(() -> TwoBenches.tasks(floor.one).equals(List.of("EMPTY_TOTE")));
            assertTrue(floor.booksAgree());
        }
    }

    @Test
    void operatorDisabledWhileOfflineWhatWasSignedBeforeIsAcceptedAndFlagged() {
        try (TwoBenches floor = new TwoBenches(folder)) {
            floor.one.pick(2);
            floor.house
                    .admin()
                    .post("/api/v1/operators/" + floor.house.operator() + "/disable", Map.of());
            floor.one.pack();
            floor.one.sync();
            assertEquals(
                    List.of("APPLIED_WITH_EXCEPTION operator-disabled"),
                    floor.verdicts("pick-confirmed"));
            assertEquals(List.of("QUARANTINED operator-disabled"), floor.verdicts("parcel-packed"));
            TestHouse.await(() -> TwoBenches.tasks(floor.one).equals(List.of("HOLD_SHELF")));
            assertEquals(500, floor.house.onHand());
        }
    }
}
