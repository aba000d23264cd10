package io.fulfillx.desktop.store;

import static io.fulfillx.desktop.TestJobs.OPERATOR;
import static io.fulfillx.desktop.TestJobs.job;
import static io.fulfillx.desktop.TestJobs.line;
import static io.fulfillx.desktop.TestJobs.next;
import static io.fulfillx.desktop.TestJobs.page;
import static io.fulfillx.desktop.TestJobs.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.CommandVerdict;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

class StationStoreTest {
    private final PackJob job = job(1, line(1, "CUP", 3, "A-1"));
    @TempDir Path home;

    private StationStore open() {
        return StationStore.open(home, Clock.systemUTC());
    }

    private StationChange pick(StationStore store, int units) {
        ParcelWork work = store.job(parcel(1)).orElseThrow().work();
        var lineId = job.lines().getFirst().lineId();
        return StationChange.of(
                OPERATOR,
                work.inTote("T1").at(WorkStage.PICKING).with(lineId, work.line(lineId).pick(units)),
                new StationCommand.PickConfirmed(parcel(1), lineId, new Quantity(units), "T1"));
    }

    @Test
    void everythingConfirmedIsThereAfterReopening() {
        String epoch;
        try (StationStore store = open()) {
            store.apply(page(job));
            store.confirm(pick(store, 2));
            ParcelWork work = store.job(parcel(1)).orElseThrow().work();
            store.confirm(
                    StationChange.of(OPERATOR, work.weighing(new Weight(380)).inCarton("S1")));
            epoch = store.epoch();
        }
        try (StationStore store = open()) {
            StoredJob stored = store.job(parcel(1)).orElseThrow();
            assertEquals(job, stored.job());
            assertEquals(2, stored.work().line(job.lines().getFirst().lineId()).picked());
            assertEquals(new Weight(380), stored.work().weight());
            assertEquals("S1", stored.work().carton());
            assertEquals(epoch, store.epoch());
            assertEquals(1, store.unsent(10).commands().size());
            assertEquals("c1", store.cursor().orElseThrow());
        }
    }

    @Test
    void aSecondProgramOnTheSameFolderIsRefusedWithAPlainSentence() {
        try (StationStore store = open()) {
            StoreException refusal = assertThrows(StoreException.class, this::open);
            assertEquals("store-in-use", refusal.code());
            assertTrue(String.valueOf(refusal.getMessage()).contains(home.toString()));
            assertEquals(0, store.lastN());
        }
    }

    @Test
    void onlyTheOwnerMayReadTheStore() throws IOException {
        try (StationStore store = open()) {
            store.apply(page(job));
            for (String file : List.of("station.db", "station.db-wal")) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(home.resolve(file))));
            }
        }
    }

    @Test
    void aDamagedFileStopsTheStartAndIsLeftAlone() throws IOException {
        byte[] rubbish = "this is no database, whatever its name says".getBytes(UTF_8);
        Files.write(home.resolve("station.db"), rubbish);
        StoreException refusal = assertThrows(StoreException.class, this::open);
        assertEquals("store-damaged", refusal.code());
        assertEquals(rubbish.length, Files.size(home.resolve("station.db")));
    }

    @Test
    void numbersAreGaplessAndTheNewestMayBeTakenBackUntilTheNextOne() {
        try (StationStore store = open()) {
            store.apply(page(job));
            CommandEnvelope first = store.confirm(pick(store, 1).asUndoable()).getFirst();
            assertEquals(0, store.unsent(10).commands().size());
            CommandEnvelope second = store.confirm(pick(store, 1).asUndoable()).getFirst();
            ParcelWork untouched = ParcelWork.untouched(parcel(1));
            assertFalse(store.undo(first.commandId(), untouched));
            assertTrue(store.undo(second.commandId(), untouched));
            store.confirm(pick(store, 1));
            assertEquals(
                    List.of(1L, 2L),
                    store.unsent(10).commands().stream().map(CommandEnvelope::n).toList());
        }
    }

    @Test
    void aFailedChangeLeavesNothingBehind() {
        try (StationStore store = open()) {
            store.apply(page(job));
            var lineId = job.lines().getFirst().lineId();
            ParcelWork broken =
                    ParcelWork.untouched(parcel(1)).with(lineId, new LineProgress(-1, 0, 0, 0));
            StationChange change =
                    StationChange.of(
                            OPERATOR, broken, new StationCommand.ParcelSetAside(parcel(1), "x"));
            assertThrows(StoreException.class, () -> store.confirm(change));
            assertEquals(0, store.lastN());
            assertEquals(WorkStage.TO_PICK, store.job(parcel(1)).orElseThrow().work().stage());
        }
    }

    @Test
    void aHoldComesThroughWhileLocalProgressStays() {
        try (StationStore store = open()) {
            store.apply(page(job));
            store.confirm(pick(store, 2));
            store.apply(page(next(job, JobState.HELD)));
            StoredJob stored = store.job(parcel(1)).orElseThrow();
            assertEquals(JobState.HELD, stored.job().state());
            assertEquals(2, stored.work().line(job.lines().getFirst().lineId()).picked());
            store.apply(page(job));
            assertEquals(
                    JobState.HELD,
                    store.job(parcel(1)).orElseThrow().job().state(),
                    "an older version never wins");
        }
    }

    @Test
    void aResetDropsWhatIsNotSeenAgainButNoUnsentWork() {
        PackJob gone = job(2, line(2, "CUP", 1, "A-1"));
        PackJob kept = job(3, line(3, "CUP", 1, "A-1"));
        try (StationStore store = open()) {
            store.apply(page(job, gone, kept));
            store.confirm(pick(store, 1));
            store.apply(new FeedPage("r1", true, List.of(), List.of(), List.of(), true));
            store.apply(new FeedPage("r2", false, List.of(kept), List.of(), List.of(), false));
            assertTrue(store.job(parcel(1)).isPresent());
            assertFalse(store.job(parcel(2)).isPresent());
            assertTrue(store.job(parcel(3)).isPresent());
            assertEquals(1, store.lastN());
        }
    }

    @Test
    void anOldCopyOfTheStoreGivesItsUnansweredRowsNewNumbers() {
        try (StationStore store = open()) {
            store.apply(page(job));
            store.confirm(pick(store, 1));
            CommandEnvelope waiting = store.confirm(pick(store, 1)).getFirst();
            String epoch = store.epoch();
            store.answered(
                    epoch,
                    new BatchReply(1, List.of(new CommandVerdict(1, Verdict.APPLIED, null))));
            store.outgoing().startEpoch();
            assertFalse(epoch.equals(store.epoch()));
            CommandEnvelope renumbered = store.unsent(10).commands().getFirst();
            assertEquals(1, renumbered.n());
            assertEquals(waiting.commandId(), renumbered.commandId());
        }
    }

    @Test
    void answeredRowsArePrunedBoundedButTheNumberingGoesOn() {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(40));
        try (StationStore store = open()) {
            store.apply(page(job));
            for (int i = 0; i < 3; i++) {
                store.confirm(pick(store, 1));
            }
            store.answered(
                    store.epoch(),
                    new BatchReply(
                            3,
                            LongStream.rangeClosed(1, 3)
                                    .mapToObj(n -> new CommandVerdict(n, Verdict.APPLIED, null))
                                    .toList()));
        }
        try (StationStore store = StationStore.open(home, later)) {
            assertEquals(1, store.prune(Duration.ofDays(30), 1));
            assertEquals(1, store.prune(Duration.ofDays(30), 100));
            assertEquals(3, store.lastN());
            assertEquals(4, store.confirm(pick(store, 1)).getFirst().n());
        }
    }

    @Test
    void theOldestUnsentActIsKnown() {
        try (StationStore store = open()) {
            store.apply(page(job));
            Instant before = Instant.now().minusMillis(1);
            store.confirm(pick(store, 1));
            JournalCount count = store.count();
            assertEquals(1, count.unsent());
            Instant oldest = count.oldest();
            assertTrue(oldest != null && !oldest.isBefore(before.minusMillis(5)));
        }
    }
}
