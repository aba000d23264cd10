package io.fulfillx.desktop.pick;

import static io.fulfillx.desktop.TestJobs.OPERATOR;
import static io.fulfillx.desktop.TestJobs.job;
import static io.fulfillx.desktop.TestJobs.line;
import static io.fulfillx.desktop.TestJobs.next;
import static io.fulfillx.desktop.TestJobs.ofLot;
import static io.fulfillx.desktop.TestJobs.page;
import static io.fulfillx.desktop.TestJobs.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.StationCommand;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

class PickSessionTest {
    private final PackJob cups = job(1, line(1, "CUP", 3, "A-10"), line(2, "TEA", 1, "A-2"));
    private final PackJob tea = job(2, line(3, "TEA", 2, "A-2"));
    @TempDir Path home;
    private StationStore store;

    @BeforeEach
    void open() {
        store = StationStore.open(home, Clock.systemUTC());
        store.apply(page(cups, tea, job(3, line(4, "PAN", 1, "B-1"))));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private PickSession session(int... orders) {
        return new PickSession(
                store,
                OPERATOR,
                java.util.Arrays.stream(orders).mapToObj(order -> parcel(order)).toList());
    }

    private List<StationCommand> journal() {
        store.settle();
        return store.unsent(500).commands().stream().map(CommandEnvelope::command).toList();
    }

    @Test
    void oneOrderIsPickedInWalkingOrderIntoItsTote() {
        PickSession session = session(1);
        assertEquals(new PickStep.ScanToteFirst("#1"), session.scanned("B-TEA"));
        assertEquals(new PickStep.ToteAssigned("T1", "#1"), session.scanned("FXTT1"));
        assertEquals("A-2", session.state().current().orElseThrow().line().location());
        assertEquals(
                new PickStep.LocationDone("Title TEA", 1, 1, "T1", "A-10"),
                session.scanned("B-TEA"));
        assertEquals(new PickStep.Accepted("Title CUP", 1, 3, "T1"), session.scanned("CUP"));
        assertEquals(new PickStep.Multiplier(2), session.scanned("FXCTIMES2"));
        assertEquals(new PickStep.Finished(1, 0), session.scanned("B-CUP"));
        assertEquals(WorkStage.PICKED, store.job(parcel(1)).orElseThrow().work().stage());
        assertEquals(
                List.of(1, 1, 2),
                journal().stream()
                        .map(command -> ((StationCommand.PickConfirmed) command).quantity().units())
                        .toList());
    }

    @Test
    void whatDoesNotBelongIsRefusedAndStoresNothing() {
        PickSession session = session(1);
        session.scanned("FXTT1");
        assertEquals(new PickStep.WrongItem("B-PAN", "Title TEA"), session.scanned("B-PAN"));
        assertEquals(new PickStep.UnknownCode("4006381333931"), session.scanned("4006381333931"));
        assertEquals(new PickStep.NotHere("Title CUP", "A-10"), session.scanned("B-CUP"));
        session.scanned("FXCTIMES2");
        assertEquals(new PickStep.TooMany("Title TEA", 1), session.scanned("B-TEA"));
        session.scanned("B-TEA");
        assertEquals(new PickStep.TooMany("Title TEA", 0), session.scanned("B-TEA"));
        assertEquals(1, journal().size());
    }

    @Test
    void scanningALocationGoesThereFirst() {
        PickSession session = session(1);
        session.scanned("FXTT1");
        assertEquals(new PickStep.MovedTo("A-10"), session.scanned("FXLA10"));
        assertInstanceOf(PickStep.Accepted.class, session.scanned("B-CUP"));
    }

    @Test
    void withSeveralTotesTheToteScanSaysWhereItWent() {
        PickSession session = session(1, 2);
        session.scanned("FXTT1");
        assertEquals(new PickStep.ToteInUse("T1", "#1"), session.scanned("FXTT1"));
        session.scanned("FXTT2");
        assertEquals(new PickStep.NeedTote("Title TEA", 1, "T1"), session.scanned("B-TEA"));
        assertEquals(0, journal().size());
        assertEquals(new PickStep.WrongTote("T9", "T1"), session.scanned("FXTT9"));
        assertEquals(new PickStep.Accepted("Title TEA", 1, 2, "T2"), session.scanned("FXTT2"));
        session.scanned("B-TEA");
        assertEquals(new PickStep.Accepted("Title TEA", 1, 1, "T1"), session.scanned("FXTT1"));
        session.scanned("B-TEA");
        assertEquals(
                new PickStep.OrderDone("Title TEA", 2, 2, "T2", "#2"), session.scanned("FXTT2"));
    }

    @Test
    void aShortPickFinishesTheOrderAsAnException() {
        PickSession session = session(1);
        session.scanned("FXTT1");
        assertEquals(new PickStep.ShortPicked("Title TEA", 1, "#1"), session.scanned("FXCSHORT"));
        session.scanned("FXCTIMES3");
        assertEquals(new PickStep.OrderAside("Title CUP", "T1", "#1"), session.scanned("B-CUP"));
        assertEquals(PickPhase.FINISHED, session.state().phase());
        assertEquals(WorkStage.ASIDE, store.job(parcel(1)).orElseThrow().work().stage());
        assertEquals(new StationCommand.ParcelSetAside(parcel(1), "short"), journal().getLast());
    }

    @Test
    void aDamagedUnitIsReportedAndStillToBePicked() {
        PickSession session = session(2);
        session.scanned("FXTT2");
        assertEquals(new PickStep.Damaged("Title TEA", 1), session.scanned("FXCDAMAGED"));
        assertEquals(2, session.state().current().orElseThrow().left());
        assertEquals(
                new StationCommand.ItemDamaged(
                        parcel(2), tea.lines().getFirst().lineId(), Quantity.ONE),
                journal().getFirst());
    }

    @Test
    void theLastScanCanBeTakenBackAndIsNeverSent() {
        PickSession session = session(2);
        session.scanned("FXTT2");
        session.scanned("B-TEA");
        assertEquals(new PickStep.Undone("Title TEA", 1), session.scanned("FXCCANCEL"));
        assertEquals(new PickStep.NothingToUndo(), session.scanned("FXCCANCEL"));
        assertEquals(2, session.state().current().orElseThrow().left());
        assertEquals(List.of(), journal());
    }

    @Test
    void aHoldStopsTheVeryNextScanAndTheOthersGoOn() {
        PickSession session = session(1, 2);
        session.scanned("FXTT1");
        session.scanned("FXTT2");
        session.scanned("B-TEA");
        store.apply(page(next(cups, JobState.HELD)));
        assertEquals(new PickStep.Held("#1", "T1", "check the buyer"), session.scanned("FXTT1"));
        assertEquals(new PickStep.NeedTote("Title TEA", 1, "T2"), session.scanned("B-TEA"));
        assertEquals(new PickStep.Accepted("Title TEA", 1, 2, "T2"), session.scanned("FXTT2"));
        assertTrue(
                journal().stream()
                        .map(StationCommand.OnParcel.class::cast)
                        .allMatch(act -> act.parcelId().equals(parcel(2))));
    }

    @Test
    void aWithdrawnOrderIsPutBackAndItsToteIsFree() {
        PickSession session = session(2);
        session.scanned("FXTT2");
        session.scanned("B-TEA");
        store.apply(page(next(tea, JobState.WITHDRAWN)));
        assertEquals(new PickStep.Withdrawn("#2", "T2"), session.scanned("B-TEA"));
        assertEquals(new PickStep.ToteAssigned("T2", "#3"), session(3).scanned("FXTT2"));
    }

    @Test
    void aRoundThatWasCutOffGoesOnWhereItWas() {
        PickSession session = session(1);
        session.scanned("FXTT1");
        session.scanned("B-TEA");
        session.scanned("B-CUP");
        store.close();
        store = StationStore.open(home, Clock.systemUTC());
        assertEquals(List.of(parcel(1)), PickSession.unfinished(store));
        PickSession again = new PickSession(store, OPERATOR, PickSession.unfinished(store));
        assertEquals(2, again.state().current().orElseThrow().left());
        again.scanned("FXCTIMES2");
        assertInstanceOf(PickStep.Finished.class, again.scanned("B-CUP"));
    }

    private static final String MILK = "04012345123456";

    /** A GS1 barcode as a scanner sends it. */
    private static String gs1(String lot, String serial) {
        return "]C101" + MILK + "10" + lot + "\u001d21" + serial;
    }

    @Test
    void anotherLotIsRefusedAndTheRightOneIsReportedWithItsNumber() {
        store.apply(
                page(job(4, ofLot(5, "MILK", 1, MILK, "SOON"), ofLot(6, "MILK", 1, MILK, "LATE"))));
        PickSession session = session(4);
        var _ = session.scanned("FXTT4");
        assertEquals(
                new PickStep.WrongLot("Title MILK", "OVER", "SOON"),
                session.scanned(gs1("OVER", "S-1")));
        assertInstanceOf(PickStep.Accepted.class, session.scanned(gs1("LATE", "S-2")));
        assertInstanceOf(PickStep.Finished.class, session.scanned(gs1("SOON", "S-3")));
        List<StationCommand> picked =
                journal().stream().filter(StationCommand.PickConfirmed.class::isInstance).toList();
        StationCommand.PickConfirmed late = (StationCommand.PickConfirmed) picked.getFirst();
        assertEquals("LATE", late.lot());
        assertEquals(List.of("S-2"), late.serials());
        assertEquals(ofLot(6, "MILK", 1, MILK, "LATE").lineId(), late.lineId());
    }

    @Test
    void whatWasMissingAndIsReplacedMeanwhileDoesNotSetTheParcelAside() {
        store.apply(page(job(4, line(5, "PAN", 3, "A-1"), line(6, "CUP", 1, "A-2"))));
        PickSession session = session(4);
        var _ = session.scanned("FXTT4");
        assertInstanceOf(PickStep.Accepted.class, session.scanned("B-PAN"));
        assertInstanceOf(PickStep.ShortPicked.class, session.scanned("FXCSHORT"));
        PackJob replaced =
                job(
                        4,
                        line(5, "PAN", 1, "A-1"),
                        line(6, "CUP", 1, "A-2"),
                        line(7, "PAN", 2, "B-9"));
        store.apply(page(next(replaced, JobState.READY)));
        assertInstanceOf(PickStep.LocationDone.class, session.scanned("B-CUP"));
        var _ = session.scanned("FXCTIMES2");
        assertEquals(new PickStep.Finished(1, 0), session.scanned("B-PAN"));
        assertEquals(WorkStage.PICKED, store.job(parcel(4)).orElseThrow().work().stage());
        assertTrue(journal().stream().noneMatch(StationCommand.ParcelSetAside.class::isInstance));
    }
}
