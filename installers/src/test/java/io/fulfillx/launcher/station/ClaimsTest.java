package io.fulfillx.launcher.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.desktop.session.Reading;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.desktop.sync.AskOtherStations;
import io.fulfillx.desktop.sync.ServerClient;
import io.fulfillx.desktop.sync.ServerRefusal;
import io.fulfillx.desktop.takeover.TakeOverSession;
import io.fulfillx.desktop.takeover.TakeOverStep;
import io.fulfillx.launcher.api.ApiProblem;
import io.fulfillx.model.code.ToteCode;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.station.ClaimNotice;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.model.sync.RecallRequest;
import io.fulfillx.scanner.Scan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Which station has a parcel, and how it passes to another. */
class ClaimsTest {
    @TempDir Path folder;

    @Test
    void noTimerTakesBackWhatAStationHasTakenIn() {
        try (TwoBenches floor = new TwoBenches(folder)) {
            long changed =
                    floor.sql(
                            tx ->
                                    tx.sql(
                                                    "update claim set lease_until = now() -"
                                                            + " interval '9 days' where org_id ="
                                                            + " :org")
                                            .run());
            assertEquals(1, changed);
            ApiProblem refused =
                    assertThrows(
                            ApiProblem.class,
                            () ->
                                    floor.house
                                            .admin()
                                            .post(
                                                    "/api/v1/shipments/" + floor.parcel + "/move",
                                                    Map.of(
                                                            "stationId",
                                                            station(floor.two),
                                                            "reason",
                                                            "Too slow.")));
            assertEquals(409, refused.status());
            assertEquals(1, floor.claim().path("epoch").asInt());
        }
    }

    private static String station(TestBench bench) {
        return bench.store().identity().orElseThrow().stationId().toString();
    }

    @Test
    void aLeadWhoScansTheToteTakesTheParcelOverWithWhatWasPicked() throws Exception {
        try (TwoBenches floor = new TwoBenches(folder);
                ServerClient client = new ServerClient(TestHouse.url())) {
            floor.one.pick(1);
            floor.one.sync();
            var identity = floor.two.store().identity().orElseThrow();
            RecallRequest tote = new RecallRequest("T1", null, null, null, lead(floor.house));
            List<ClaimNotice> holders = client.holders(identity, tote);
            assertEquals("Bench 1", holders.getFirst().stationName());
            RecallRequest seen =
                    new RecallRequest(
                            "T1", null, null, holders.getFirst().epoch(), tote.operatorId());
            UUID key = UUID.randomUUID();
            assertEquals(2, client.recall(identity, seen, key).getFirst().epoch());
            assertEquals(2, client.recall(identity, seen, key).getFirst().epoch());
            floor.two.sync();
            StoredJob job = floor.two.job();
            assertEquals(WorkStage.PICKING, job.work().stage());
            assertEquals("T1", job.work().tote());
            assertEquals(1, job.work().line(job.job().lines().getFirst().lineId()).picked());
            TestHouse.await(() -> floor.one.job().job().state() == JobState.WITHDRAWN);
            assertEquals(
                    "Bench 2", Objects.requireNonNull(floor.one.job().job().claim()).takenBy());
            floor.two.pick(1);
            floor.two.pack();
            floor.two.settle();
            assertEquals(498, floor.house.onHand());
            assertEquals(List.of("APPLIED"), floor.verdicts("parcel-packed"));
        }
    }

    @Test
    void theQuestionAtAnotherStationIsAnsweredByTheSameScan() throws Exception {
        try (TwoBenches floor = new TwoBenches(folder);
                ServerClient client = new ServerClient(TestHouse.url())) {
            floor.one.pick(1);
            floor.one.sync();
            var identity = floor.two.store().identity().orElseThrow();
            OperatorCard lea = new OperatorCard(lead(floor.house), "Lea", "", "", "lead", true);
            TakeOverSession session =
                    new TakeOverSession(
                            lea,
                            () -> Optional.of(new AskOtherStations(identity, client)),
                            UUID::randomUUID);
            Scan tote = Reading.typed(new ToteCode("T1").text(), Instant.now());
            assertEquals(
                    new TakeOverStep.Ask(floor.one.job().job().orderName(), "Bench 1"),
                    session.ask(tote));
            assertTrue(session.isYes(tote));
            assertInstanceOf(TakeOverStep.TakenOver.class, session.yes().orElseThrow());
            floor.two.sync();
            assertEquals("T1", floor.two.job().work().tote());
            assertInstanceOf(TakeOverStep.NobodyHasIt.class, session.ask(tote));
            assertEquals("operator:" + lea.operatorId(), floor.claim().path("madeBy").asText());
        }
    }

    @Test
    void whatALeadWasShownIsNotTakenOnceItHasPassedOn() {
        try (TwoBenches floor = new TwoBenches(folder);
                ServerClient client = new ServerClient(TestHouse.url())) {
            floor.one.pick(1);
            floor.one.sync();
            floor.moveToTwo();
            floor.move(floor.one, "Back.");
            assertEquals(3, floor.claim().path("epoch").asInt());
            RecallRequest shown = new RecallRequest("T1", null, null, 1, lead(floor.house));
            ServerRefusal refused =
                    assertThrows(
                            ServerRefusal.class,
                            () ->
                                    client.recall(
                                            floor.two.store().identity().orElseThrow(),
                                            shown,
                                            UUID.randomUUID()));
            assertEquals(409, refused.status());
            assertEquals(3, floor.claim().path("epoch").asInt());
        }
    }

    @Test
    void nobodyButALeadTakesAParcelOver() {
        try (TwoBenches floor = new TwoBenches(folder);
                ServerClient client = new ServerClient(TestHouse.url())) {
            floor.one.pick(1);
            floor.one.sync();
            RecallRequest tote = new RecallRequest("T1", null, null, null, floor.house.operator());
            ServerRefusal refused =
                    assertThrows(
                            ServerRefusal.class,
                            () ->
                                    client.recall(
                                            floor.two.store().identity().orElseThrow(),
                                            tote,
                                            UUID.randomUUID()));
            assertEquals(403, refused.status());
        }
    }

    @Test
    void aParcelThatComesBackIsTakenUpWhereTheOtherLeftIt() {
        try (TwoBenches floor = new TwoBenches(folder)) {
            floor.moveToTwo();
            floor.twoTakesIn();
            floor.two.pick(2);
            floor.two.sync();
            floor.move(floor.one, "Back.");
            floor.one.sync();
            TestHouse.await(() -> floor.one.job().work().stage() == WorkStage.PICKED);
            assertEquals(3, Objects.requireNonNull(floor.one.job().job().claim()).epoch());
            floor.one.pack();
            floor.one.settle();
            assertEquals(List.of("APPLIED"), floor.verdicts("parcel-packed"));
        }
    }

    private static OperatorId lead(TestHouse house) {
        JsonNode hired =
                house.admin()
                        .post(
                                "/api/v1/operators",
                                Map.of("name", "Lea", "pin", "1234", "role", "lead"));
        return new OperatorId(UUID.fromString(hired.path("operatorId").asText()));
    }
}
