package io.fulfillx.launcher.station;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.desktop.sync.ServerClient;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackJob;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What counts as a station's answer to a cancel, and what it is told so that it can answer. */
class CancelAnswersTest {
    @TempDir Path folder;

    private static void cancel(TwoBenches floor) {
        floor.house
                .admin()
                .post("/api/v1/orders/" + floor.order() + "/cancel", Map.of("reason", "Sorry"));
        assertEquals("CANCEL_REQUESTED", floor.orderStatus());
    }

    @Test
    void aStationThatOnlyPickedHasNotAnsweredBeforeItHears() throws Exception {
        try (TwoBenches floor = new TwoBenches(folder);
                ServerClient client = new ServerClient(TestHouse.url())) {
            floor.one.pick(1);
            cancel(floor);
            var identity = floor.one.store().identity().orElseThrow();
            var journal = floor.one.store().outgoing();
            var _ = client.push(identity, journal.next(floor.one.store().clock().instant(), 10));
            assertEquals(List.of("QUARANTINED order-cancelled"), floor.verdicts("pick-confirmed"));
            assertEquals("CANCEL_REQUESTED", floor.orderStatus());
        }
    }

    @Test
    void aCancelIsConfirmedAlthoughThePageThatToldOfItWasLost() throws Exception {
        try (TwoBenches floor = new TwoBenches(folder);
                ServerClient client = new ServerClient(TestHouse.url())) {
            cancel(floor);
            var store = floor.one.store();
            var _ =
                    client.feed(
                            store.identity().orElseThrow(),
                            store.cursor().orElseThrow(),
                            Duration.ZERO);
            // The next page ends elsewhere.
            floor.house.orderFor(store, 1);
            floor.one.connect();
            TestHouse.await(
                    () ->
                            floor.house
                                    .admin()
                                    .get(order(floor))
                                    .path("status")
                                    .asText()
                                    .equals("CANCELLED"));
        }
    }

    private static String order(TwoBenches floor) {
        return "/api/v1/orders/"
                + floor.house
                        .admin()
                        .get("/api/v1/shipments/" + floor.parcel)
                        .path("orderId")
                        .asText();
    }

    @Test
    void aStationIsToldThatItsParcelIsWithdrawnWhileAnotherLabelIsBought() throws Exception {
        try (TwoBenches floor = new TwoBenches(folder);
                ServerClient client = new ServerClient(TestHouse.url())) {
            long _ =
                    floor.sql(
                            tx ->
                                    tx.sql(
                                                    "insert into label (org_id, label_id,"
                                                        + " parcel_id, attempt, reference, state,"
                                                        + " carrier, service, created_at,"
                                                        + " changed_at) select org_id, :id,"
                                                        + " parcel_id, attempt + 1, 'FXTEST',"
                                                        + " 'FAILED', carrier, service, now(),"
                                                        + " now() from label where org_id = :org")
                                            .with("id", UUID.randomUUID())
                                            .run());
            long _ =
                    floor.sql(
                            tx ->
                                    tx.sql(
                                                    "update parcel set status = 'PLANNED' where"
                                                            + " org_id = :org")
                                            .run());
            floor.house
                    .admin()
                    .post(
                            "/api/v1/orders/" + floor.order() + "/holds",
                            Map.of("type", "MANUAL", "reason", "Wait"));
            assertEquals(
                    List.of(JobState.WITHDRAWN),
                    client
                            .feed(floor.one.store().identity().orElseThrow(), "", Duration.ZERO)
                            .jobs()
                            .stream()
                            .map(PackJob::state)
                            .toList(),
                    "who begins anew is told, too");
            floor.one.connect();
            TestHouse.await(() -> floor.one.job().job().state() == JobState.WITHDRAWN);
        }
    }
}
