package io.fulfillx.desktop.pick;

import static io.fulfillx.desktop.TestJobs.OPERATOR;
import static io.fulfillx.desktop.TestJobs.inCases;
import static io.fulfillx.desktop.TestJobs.job;
import static io.fulfillx.desktop.TestJobs.line;
import static io.fulfillx.desktop.TestJobs.page;
import static io.fulfillx.desktop.TestJobs.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.StationCommand;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** One scan of a case counts as all that is in it. */
class PickCaseTest {
    @TempDir Path home;
    private StationStore store;
    private PickSession session;

    @BeforeEach
    void open() {
        store = StationStore.open(home, Clock.systemUTC());
        store.apply(page(job(1, inCases(line(1, "CUP", 27, "A-1"), 12))));
        session = new PickSession(store, OPERATOR, List.of(parcel(1)));
        session.scanned("FXTT1");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<Integer> picked() {
        store.settle();
        return store.unsent(500).commands().stream()
                .map(CommandEnvelope::command)
                .map(command -> ((StationCommand.PickConfirmed) command).quantity().units())
                .toList();
    }

    @Test
    void aCaseCountsAsItsUnitsAndAnItemAsOne() {
        assertEquals(new PickStep.Accepted("Title CUP", 12, 27, "T1"), session.scanned("C-CUP"));
        assertEquals(new PickStep.Accepted("Title CUP", 13, 27, "T1"), session.scanned("B-CUP"));
        assertEquals(new PickStep.Multiplier(2), session.scanned("FXCTIMES2"));
        assertEquals(new PickStep.TooMany("Title CUP", 14), session.scanned("C-CUP"));
        assertEquals(new PickStep.Accepted("Title CUP", 25, 27, "T1"), session.scanned("C-CUP"));
        assertEquals(new PickStep.TooMany("Title CUP", 2), session.scanned("C-CUP"));
        assertEquals(List.of(12, 1, 12), picked());
    }

    @Test
    void aCaseIsTakenBackAsAWhole() {
        session.scanned("C-CUP");
        assertEquals(new PickStep.Undone("Title CUP", 12), session.scanned("FXCCANCEL"));
        assertEquals(new PickStep.Accepted("Title CUP", 1, 27, "T1"), session.scanned("CUP"));
    }
}
