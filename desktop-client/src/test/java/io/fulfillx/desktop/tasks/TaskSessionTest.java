package io.fulfillx.desktop.tasks;

import static io.fulfillx.desktop.TestJobs.OPERATOR;
import static io.fulfillx.desktop.TestJobs.job;
import static io.fulfillx.desktop.TestJobs.line;
import static io.fulfillx.desktop.TestJobs.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.desktop.session.Reading;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.model.code.OrderCode;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.station.StationTask;
import io.fulfillx.model.sync.StationCommand;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a conflict left to be done by hand. */
class TaskSessionTest {
    private final PackJob job = job(1, line(1, "CUP", 3, "A-1"));
    private final StationTask unpack = task(1, "UNPACK", "");
    private final StationTask tear = task(2, "DESTROY_LABEL", "");
    private final StationTask count = task(3, "RECOUNT", "A-1");
    @TempDir Path home;

    private StationTask task(int number, String kind, String place) {
        return new StationTask(
                new UUID(9, number),
                parcel(1),
                kind,
                job.orderName(),
                job.orderCode(),
                place,
                "Do it.",
                Instant.EPOCH);
    }

    private StationStore open() {
        StationStore store = StationStore.open(home, Clock.systemUTC());
        store.apply(
                new FeedPage(
                        "c1",
                        false,
                        List.of(job),
                        List.of(),
                        List.of(),
                        false,
                        List.of(unpack, tear, count)));
        return store;
    }

    private static TaskStep scan(TaskSession session, String text) {
        return session.scanned(Reading.typed(text, Instant.EPOCH));
    }

    @Test
    void aScanConfirmsTheFirstThatItBelongsToAndTheServerIsTold() {
        try (StationStore store = open()) {
            TaskSession session = new TaskSession(store, OPERATOR);
            String order = new OrderCode(job.orderCode()).text();
            assertEquals(new TaskStep.Confirmed(job.orderName(), 2), scan(session, order));
            assertEquals(List.of(tear, count), session.open());
            assertEquals(
                    List.of(new StationCommand.TaskDone(parcel(1), unpack.taskId())),
                    store.unsent(10).commands().stream().map(row -> row.command()).toList());
        }
        try (StationStore store = StationStore.open(home, Clock.systemUTC())) {
            assertEquals(List.of(tear, count), new TaskSession(store, OPERATOR).open());
        }
    }

    @Test
    void aLabelAndAPlaceConfirmToo() {
        try (StationStore store = open()) {
            TaskSession session = new TaskSession(store, OPERATOR);
            assertEquals(new TaskStep.Confirmed(job.orderName(), 2), scan(session, "FXLA1"));
            assertEquals(List.of(unpack, tear), session.open());
            assertEquals(
                    new TaskStep.Confirmed(job.orderName(), 1),
                    scan(session, job.paidLabel().trackingNumber().value()));
            assertEquals(List.of(tear), session.open());
        }
    }

    @Test
    void whatHasNoCodeLeftIsConfirmedByTheKey() {
        try (StationStore store = open()) {
            TaskSession session = new TaskSession(store, OPERATOR);
            assertEquals(
                    new TaskStep.NotOnTheList("4006381333931"), scan(session, "4006381333931"));
            for (int left = 2; left >= 0; left--) {
                assertEquals(new TaskStep.Confirmed(job.orderName(), left), session.confirmFirst());
            }
            assertEquals(new TaskStep.NothingToDo(), session.confirmFirst());
        }
    }
}
