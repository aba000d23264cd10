package io.fulfillx.desktop.sync;

import static io.fulfillx.desktop.TestJobs.OPERATOR;
import static io.fulfillx.desktop.TestJobs.id;
import static io.fulfillx.desktop.TestJobs.job;
import static io.fulfillx.desktop.TestJobs.line;
import static io.fulfillx.desktop.TestJobs.page;
import static io.fulfillx.desktop.TestJobs.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.store.OutgoingJournal;
import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoreDisk;
import io.fulfillx.desktop.store.StoreSurroundings;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.CommandVerdict;
import io.fulfillx.model.sync.JournalOpened;
import io.fulfillx.model.sync.OpenJournal;
import io.fulfillx.model.sync.StationCommand.PickConfirmed;
import io.fulfillx.model.sync.Verdict;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A server whose database was put back from a backup, and a clock that was set back. */
class RestoredServerTest {
    private static final StationIdentity IDENTITY =
            new StationIdentity(
                    new OrgId(id(1)), new StationId(id(2)), "Bench 1", "house", "secret");

    @TempDir Path home;
    private final MovableClock clock = new MovableClock();
    private final Server server = new Server();
    private StationStore store;
    private SendJournal sender;
    private PullFeed puller;

    @BeforeEach
    void open() {
        store =
                StationStore.open(
                        home, new StoreSurroundings(clock, new Random(1), StoreDisk.PASSING));
        sender = new SendJournal(store, IDENTITY, server, "machine");
        puller = new PullFeed(store, IDENTITY, server, sender);
        store.apply(page(job(1, line(1, "CUP", 3, "A-1"))));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private StationChange pick() {
        var lineId = line(1, "CUP", 3, "A-1").lineId();
        ParcelWork work = store.job(parcel(1)).orElseThrow().work();
        return StationChange.of(
                OPERATOR,
                work.with(lineId, work.line(lineId).pick(1)),
                new PickConfirmed(parcel(1), lineId, Quantity.ONE, "T1"));
    }

    @Test
    void aStationWithNothingToSendHandsInAgainWhatTheServerLost() throws Exception {
        store.confirm(pick());
        store.confirm(pick());
        assertEquals(SendJournal.Sent.SOME, sender.round());
        assertEquals(SendJournal.Sent.NOTHING, sender.round());
        server.held = 0;
        puller.round(Duration.ZERO);
        assertEquals(SendJournal.Sent.SOME, sender.round());
        assertEquals(2, server.held);
    }

    @Test
    void actsOfAnEarlierEpochAreHandedInAgainAlsoAfterARestart() throws Exception {
        store.confirm(pick());
        assertEquals(SendJournal.Sent.SOME, sender.round());
        store.outgoing().startEpoch();
        store.confirm(pick());
        assertEquals(SendJournal.Sent.SOME, sender.round());
        server.held = 0;
        puller.round(Duration.ZERO);
        close();
        open();
        assertEquals(SendJournal.Sent.SOME, sender.round());
        assertEquals(2, server.held);
        assertEquals(0, store.count().unsent());
    }

    @Test
    void aJobThatWasKeptForItsUnsentActGoesOnceThatIsAnswered() throws Exception {
        store.confirm(pick());
        puller.round(Duration.ZERO);
        assertTrue(store.job(parcel(1)).isPresent());
        assertEquals(SendJournal.Sent.SOME, sender.round());
        store.apply(new FeedPage("2", false, List.of(), List.of(), List.of(), false));
        assertFalse(store.job(parcel(1)).isPresent());
    }

    @Test
    void anActIsSentAlthoughTheClockWasSetBackBehindIt() throws Exception {
        store.confirm(pick().asUndoable());
        assertEquals(SendJournal.Sent.NOTHING, sender.round());
        clock.now = clock.now.minus(Duration.ofHours(4));
        assertEquals(SendJournal.Sent.SOME, sender.round());
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-03-02T06:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Holds so many rows; its feed begins anew each time. */
    private static final class Server implements ServerLine {
        private long held;

        @Override
        public JournalOpened open(StationIdentity identity, OpenJournal opening) {
            return new JournalOpened(opening.generation() + 1, held, 3, null);
        }

        @Override
        public BatchReply push(StationIdentity identity, OutgoingJournal.Batch batch) {
            List<CommandVerdict> verdicts = new ArrayList<>();
            for (int i = 0; i < batch.rows().size(); i++) {
                verdicts.add(new CommandVerdict(batch.firstN() + i, Verdict.APPLIED, null));
            }
            held = batch.firstN() + batch.rows().size() - 1;
            return new BatchReply(held, verdicts);
        }

        @Override
        public long lastN(StationIdentity identity, String epoch) {
            return held;
        }

        @Override
        public FeedPage feed(StationIdentity identity, String cursor, Duration wait) {
            return new FeedPage("1", true, List.of(), List.of(), List.of(), false);
        }
    }
}
