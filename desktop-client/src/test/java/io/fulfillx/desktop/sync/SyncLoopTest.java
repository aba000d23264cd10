package io.fulfillx.desktop.sync;

import static io.fulfillx.desktop.TestJobs.OPERATOR;
import static io.fulfillx.desktop.TestJobs.job;
import static io.fulfillx.desktop.TestJobs.line;
import static io.fulfillx.desktop.TestJobs.next;
import static io.fulfillx.desktop.TestJobs.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.store.LineProgress;
import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationReport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

class SyncLoopTest {
    private final StationIdentity identity =
            new StationIdentity(
                    new OrgId(UUID.randomUUID()),
                    new StationId(UUID.randomUUID()),
                    "Bench 1",
                    "acme",
                    "secret");
    private static final StationReport REPORT = new StationReport("1", 0, null, "", "", "");

    private final PackJob job = job(1, line(1, "CUP", 3, "A-1"));
    @TempDir Path home;
    private StationStore store;
    private StandInServer server;
    private SyncLoop loop;

    @BeforeEach
    void open() throws IOException {
        store = StationStore.open(home, Clock.systemUTC());
        server = new StandInServer(0);
        loop = loop();
    }

    @AfterEach
    void close() {
        loop.close();
        server.close();
        store.close();
    }

    private SyncLoop loop() {
        return new SyncLoop(
                store, identity, new ServerClient(server.uri()), () -> REPORT, () -> {});
    }

    private void act(int times) {
        for (int i = 0; i < times; i++) {
            store.confirm(
                    StationChange.of(
                            OPERATOR,
                            ParcelWork.untouched(parcel(1)),
                            new StationCommand.ParcelSetAside(parcel(1), "reason " + i)));
        }
    }

    private static void await(BooleanSupplier wanted) {
        long end = System.nanoTime() + 8_000_000_000L;
        while (!wanted.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited too long");
            Thread.onSpinWait();
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void awaitAllSent() {
        await(() -> store.count().unsent() == 0);
    }

    private List<Long> appliedNumbers() {
        return server.applied().stream().map(CommandEnvelope::n).toList();
    }

    @Test
    void actsArriveInOrderOnceEachWhateverBreaksOnTheWay() {
        server.fail(
                StandInServer.Fault.LOSE_ANSWER,
                StandInServer.Fault.CUT,
                StandInServer.Fault.BUSY,
                StandInServer.Fault.EXPIRED,
                StandInServer.Fault.LOSE_ANSWER);
        loop.start();
        act(40);
        awaitAllSent();
        assertEquals(LongStream.rangeClosed(1, 40).boxed().toList(), appliedNumbers());
    }

    @Test
    void moreThanOneBatchIsSentWithoutWaiting() {
        act(1_203);
        loop.start();
        awaitAllSent();
        assertEquals(1_203, server.applied().size());
    }

    @Test
    void anExpiredTokenIsRenewedOnce() {
        loop.start();
        act(1);
        awaitAllSent();
        int before = server.signIns();
        server.fail(StandInServer.Fault.EXPIRED);
        act(1);
        awaitAllSent();
        assertEquals(before + 1, server.signIns());
        await(() -> loop.link() instanceof Link.Online);
    }

    @Test
    void theFeedReachesTheStore() {
        server.offer(job);
        loop.start();
        await(() -> store.job(parcel(1)).isPresent());
        server.offer(next(job, JobState.HELD));
        await(() -> store.job(parcel(1)).orElseThrow().job().state() == JobState.HELD);
    }

    @Test
    void theLinkTellsTheTruthAndEverythingArrivesAfterACut() throws IOException {
        loop.start();
        await(() -> loop.link() instanceof Link.Online);
        int port = server.port();
        server.close();
        await(() -> loop.link() instanceof Link.Offline);
        act(5);
        assertEquals(5, store.count().unsent());
        StandInServer back = new StandInServer(port);
        server = back;
        awaitAllSent();
        await(() -> loop.link() instanceof Link.Online);
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), appliedNumbers());
    }

    @Test
    void aServerRestoredFromABackupGetsTheRestAgain() {
        loop.start();
        act(3);
        awaitAllSent();
        server.forget();
        act(1);
        await(() -> server.applied().size() == 4);
        awaitAllSent();
        assertEquals(List.of(1L, 2L, 3L, 4L), appliedNumbers());
    }

    @Test
    void anOldCopyOfTheStoreNeverReusesNumbersTheServerHas() {
        String epoch = store.epoch();
        act(1);
        server.hold(epoch, 7);
        loop.start();
        awaitAllSent();
        assertTrue(!epoch.equals(store.epoch()));
        assertEquals(List.of(1L), appliedNumbers());
    }

    @Test
    void aStationTheServerDoesNotKnowSaysSoAndKeepsItsWork() {
        server.retire();
        loop.start();
        act(1);
        await(() -> loop.link().equals(new Link.Refused("station-unknown")));
        assertEquals(1, store.count().unsent());
    }

    @Test
    void aProgramThatIsTooOldSaysSoAndKeepsItsWorkUntilItIsUpdated() {
        server.fail(StandInServer.Fault.OUTDATED);
        act(1);
        loop.start();
        await(() -> loop.link().equals(new Link.Refused("station-outdated")));
        assertEquals(1, store.count().unsent());
        awaitAllSent();
        assertEquals(List.of(1L), appliedNumbers());
    }

    @Test
    void aServerThatKnowsOfNoOpeningsAndNoSocketsIsServedAsBefore() {
        // The stand-in speaks protocol 2: it answers 404 to both.
        act(2);
        loop.start();
        awaitAllSent();
        assertEquals(List.of(1L, 2L), appliedNumbers());
        assertTrue(!loop.isPoked());
        await(() -> loop.link() instanceof Link.Online);
    }

    @Test
    void whatTheServerSentBeforeItKnewOfAnActNeverOverwritesTheAct() {
        store.apply(new FeedPage("c1", false, List.of(job), List.of(), List.of(), false));
        OrderLineId line = job.lines().getFirst().lineId();
        ParcelWork picked = ParcelWork.untouched(parcel(1)).with(line, LineProgress.NONE.pick(2));
        store.confirm(
                StationChange.of(
                        OPERATOR,
                        picked,
                        new StationCommand.PickConfirmed(parcel(1), line, new Quantity(2), "T1")));
        store.apply(
                new FeedPage(
                        "c2",
                        false,
                        List.of(next(job, JobState.READY)),
                        List.of(),
                        List.of(),
                        false));
        assertEquals(picked, store.job(parcel(1)).orElseThrow().work());
        // Nor does a server that was restored and knows nothing of the job.
        store.apply(new FeedPage("c3", true, List.of(), List.of(), List.of(), false));
        assertEquals(picked, store.job(parcel(1)).orElseThrow().work());
        assertEquals(1, store.count().unsent());
    }

    @Test
    void enrolmentIsKeptAndHappensOnce() {
        Enrolment enrolment = new Enrolment(store);
        assertEquals(
                new EnrolOutcome.BadCode("enrolment-code-unknown"),
                enrolment.enrol(server.uri(), "acme", "BAD"));
        assertEquals(
                new EnrolOutcome.Unreachable("http://127.0.0.1:1"),
                enrolment.enrol(URI.create("http://127.0.0.1:1"), "acme", "GOOD"));
        assertEquals(
                new EnrolOutcome.Enrolled("Bench 1"),
                enrolment.enrol(server.uri(), "acme", "GOOD"));
        assertEquals("s3cret", store.identity().orElseThrow().secret());
        assertInstanceOf(
                EnrolOutcome.AlreadyEnrolled.class, enrolment.enrol(server.uri(), "acme", "GOOD"));
    }
}
