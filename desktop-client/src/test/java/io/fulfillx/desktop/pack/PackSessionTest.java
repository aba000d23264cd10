package io.fulfillx.desktop.pack;

import static io.fulfillx.desktop.TestJobs.OPERATOR;
import static io.fulfillx.desktop.TestJobs.job;
import static io.fulfillx.desktop.TestJobs.line;
import static io.fulfillx.desktop.TestJobs.next;
import static io.fulfillx.desktop.TestJobs.page;
import static io.fulfillx.desktop.TestJobs.parcel;
import static io.fulfillx.desktop.TestJobs.parcelOf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.TestJobs;
import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.LabelOnPaper;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.printing.queue.PrintJob;
import io.fulfillx.printing.queue.PrintOutcome;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

class PackSessionTest {
    private static final PrintOutcome OUT = new PrintOutcome.Printed("device-counter");
    private final PackJob cups = job(1, line(1, "CUP", 3, "A-1"), line(2, "TEA", 1, "A-2"));
    private final PackJob tea = job(2, line(3, "TEA", 1, "A-2"));
    private final List<PackStep> later = new ArrayList<>();
    @TempDir Path home;
    private StationStore store;
    private ScriptedPrinter printer;
    private PackSession session;

    @BeforeEach
    void open() {
        store = StationStore.open(home, Clock.systemUTC());
        store.apply(page(cups, tea, job(3, line(4, "PAN", 1, "B-1"))));
        tote(1, "T1");
        tote(2, "T2");
        start();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void tote(int order, String tote) {
        ParcelWork work = ParcelWork.untouched(parcel(order)).inTote(tote).at(WorkStage.PICKED);
        store.confirm(StationChange.of(OPERATOR, work));
    }

    private void start() {
        later.clear();
        printer = new ScriptedPrinter(store);
        session =
                new PackSession(
                        store,
                        OPERATOR,
                        printer,
                        new WeightRules(30_000, 5, 50),
                        new PlateSheet(Texts.in(Locale.ENGLISH)),
                        later::add);
        printer.answers(session::printed);
    }

    private void restart() {
        store.close();
        store = StationStore.open(home, Clock.systemUTC());
        start();
    }

    private PackStep scan(String... texts) {
        PackStep last = new PackStep.NothingToUndo();
        for (String text : texts) {
            last = session.scanned(text);
        }
        return last;
    }

    private PackPhase phase() {
        return session.state().phase();
    }

    private List<StationCommand> journal() {
        return store.unsent(500).commands().stream().map(CommandEnvelope::command).toList();
    }

    private WorkStage stage(int order) {
        return store.job(parcel(order)).orElseThrow().work().stage();
    }

    @Test
    void aParcelIsVerifiedWeighedLabelledAndDone() {
        assertEquals(new PackStep.Opened("#1", 4), scan("FXTT1"));
        assertEquals(new PackStep.Verified("Title CUP", 1, 3), scan("B-CUP"));
        assertEquals(new PackStep.Verified("Title CUP", 3, 3), scan("FXCTIMES2", "B-CUP"));
        assertEquals(new PackStep.AllVerified("Title TEA", "Small box"), scan("B-TEA"));
        assertEquals(new PackStep.CartonChosen("L1", "Large box"), scan("FXKL1"));
        assertEquals(new Weight(600), session.state().expectedWeight());
        assertEquals(new PackStep.Printing("TRACK1001"), session.weighed("610"));
        assertEquals(PackPhase.PRINTING, phase());
        printer.answer(OUT);
        assertEquals(List.of(new PackStep.Done("#1", "TRACK1001", 0)), later);
        TrackingNumber number = new TrackingNumber("TRACK1001");
        assertEquals(
                List.of(
                        new StationCommand.LabelPrinted(
                                parcel(1), number, "script:", 1, "device-counter"),
                        new StationCommand.ParcelPacked(parcel(1), number, "L1", new Weight(610))),
                journal());
        assertEquals(PackPhase.IDLE, phase());
    }

    @Test
    void whatDoesNotBelongIsShownAtOnceAndStoresNothing() {
        scan("FXTT2");
        assertEquals(new PackStep.WrongItem("B-PAN"), scan("B-PAN"));
        assertEquals(new PackStep.UnknownCode("4006381333931"), scan("4006381333931"));
        scan("B-TEA");
        assertEquals(new PackStep.TooMany("Title TEA", 1), scan("B-TEA"));
        assertEquals(new PackStep.OtherOpen("#2"), scan("FXTT1"));
        assertEquals(List.of(), journal());
    }

    @Test
    void aHoldBlocksTheVeryNextScanInEveryPhase() {
        PackJob newest = cups;
        for (List<String> before :
                List.of(
                        List.of("FXTT1"),
                        List.of("FXTT1", "FXCTIMES3", "B-CUP", "B-TEA"),
                        List.of("FXTT1", "FXCCONFIRM"))) {
            scan(before.toArray(String[]::new));
            newest = next(newest, JobState.HELD);
            store.apply(page(newest));
            assertEquals(new PackStep.Held("#1", "check the buyer"), scan("B-CUP"));
            assertEquals(new PackStep.Held("#1", "check the buyer"), scan("FXTT1"));
            newest = next(newest, JobState.READY);
            store.apply(page(newest));
        }
        scan("FXTT1");
        assertEquals(PackPhase.WEIGHT, phase());
        store.apply(page(next(newest, JobState.HELD)));
        assertInstanceOf(PackStep.Held.class, session.weighed("480"));
        assertEquals(0, printer.submitted());
    }

    @Test
    void aHoldThatComesWhileThePrinterWorksKeepsTheParcelHere() {
        scan("FXTT2", "B-TEA", "FXCWEIGHTOK");
        store.apply(page(next(tea, JobState.HELD)));
        printer.answer(OUT);
        assertEquals(List.of(new PackStep.Held("#2", "check the buyer")), later);
        assertEquals(List.of(), journal());
        store.apply(page(next(next(tea, JobState.HELD), JobState.READY)));
        assertEquals(new PackStep.Done("#2", "TRACK1002", 0), scan("FXTT2"));
        assertEquals(2, journal().size());
    }

    @Test
    void aWithdrawnParcelIsPutBack() {
        scan("FXTT1", "B-CUP");
        store.apply(page(next(cups, JobState.WITHDRAWN)));
        assertEquals(new PackStep.Withdrawn("#1"), scan("B-CUP"));
        assertEquals(new PackStep.NothingHere("FXTT1"), scan("FXTT1"));
        assertEquals(List.of(new StationCommand.ParcelSetAside(parcel(1), "withdrawn")), journal());
    }

    @Test
    void aPackedParcelIsNeverPackedAgain() {
        scan("FXTT2", "B-TEA", "FXCWEIGHTOK");
        printer.answer(OUT);
        assertEquals(new PackStep.AlreadyPacked("#2", "TRACK1002"), scan("FXTT2"));
        assertEquals(new PackStep.AlreadyPacked("#2", "TRACK1002"), scan("FXOO2"));
        store.apply(page(next(cups, JobState.SHIPPED)));
        assertEquals(new PackStep.AlreadyPacked("#1", "TRACK1001"), scan("FXTT1"));
    }

    @Test
    void anUnlikelyWeightIsAskedForOnceMore() {
        scan("FXTT2", "B-TEA", "FXCCONFIRM");
        assertEquals(new PackStep.WeightInvalid("0", 30_000), session.weighed("0"));
        assertEquals(new PackStep.WeightInvalid("30001", 30_000), session.weighed("30001"));
        assertEquals(new PackStep.WeightInvalid("1.5", 30_000), session.weighed("1.5"));
        assertEquals(new PackStep.WeightUnlikely(900, 180), session.weighed("900"));
        assertEquals(new PackStep.Printing("TRACK1002"), session.weighed("900"));
    }

    @Test
    void aLabelThatSurelyDidNotPrintIsSimplyPrintedAgain() {
        scan("FXTT2", "B-TEA", "FXCWEIGHTOK");
        printer.answer(new PrintOutcome.NotPrinted("paper is out"));
        assertEquals(List.of(new PackStep.NotPrinted("paper is out")), later);
        assertEquals(PackPhase.PRINT, phase());
        assertEquals("paper is out", session.state().printProblem().orElseThrow());
        assertEquals(new PackStep.Printing("TRACK1002"), scan("FXCREPRINT"));
        printer.answer(OUT);
        assertEquals(1, ((StationCommand.LabelPrinted) journal().getFirst()).copy());
    }

    @Test
    void anUnclearPrintIsAskedAndReprintedWithTheSameNumberAsCopyTwo() {
        scan("FXTT2", "B-TEA", "FXCWEIGHTOK");
        printer.answer(new PrintOutcome.Unknown("cable pulled"));
        assertEquals(new PackStep.AskPrinted("TRACK1002", "cable pulled"), later.getFirst());
        assertInstanceOf(PackStep.AskPrinted.class, scan("FXCREPRINT"));
        assertEquals(1, printer.submitted(), "nothing is reprinted before somebody looked");
        assertEquals(new PackStep.Reprinting("TRACK1002", 2), scan("FXCNOTPRINTED"));
        printer.answer(OUT);
        assertEquals(2, ((StationCommand.LabelPrinted) journal().getFirst()).copy());
        assertEquals(WorkStage.PACKED, stage(2));
    }

    @Test
    void anUnclearPrintEndsWhenTheLabelIsScannedOrConfirmed() {
        scan("FXTT2", "B-TEA", "FXCWEIGHTOK");
        printer.answer(new PrintOutcome.Unknown("cable pulled"));
        assertEquals(new PackStep.WrongLabel("TRACK1001", "TRACK1002"), scan("TRACK1001"));
        assertEquals(new PackStep.Done("#2", "TRACK1002", 0), scan("42010001TRACK1002"));
        scan("FXTT1", "FXCTIMES3", "B-CUP", "B-TEA", "FXCWEIGHTOK");
        printer.answer(new PrintOutcome.Unknown("cable pulled"));
        assertEquals(new PackStep.Done("#1", "TRACK1001", 0), scan("FXCPRINTED"));
        assertEquals(4, journal().size());
    }

    @Test
    void aLabelPrintedAheadIsScannedOntoItsParcel() {
        printAhead(2);
        printer.answer(OUT);
        scan("FXTT2", "B-TEA");
        assertEquals(new PackStep.ScanLabel("TRACK1002"), scan("FXCWEIGHTOK"));
        assertEquals(1, printer.submitted(), "it is there already");
        assertEquals(new PackStep.WrongLabel("TRACK1001", "TRACK1002"), scan("TRACK1001"));
        assertEquals(List.of(), journal(), "a label on the wrong parcel is no packed parcel");
        assertEquals(new PackStep.Done("#2", "TRACK1002", 0), scan("TRACK1002"));
        assertEquals(WorkStage.PACKED, stage(2));
        assertEquals("scanned", ((StationCommand.LabelPrinted) journal().getFirst()).evidence());
    }

    @Test
    void aLostLabelPrintedAheadIsReprintedAsCopyTwo() {
        printAhead(2);
        printer.answer(OUT);
        scan("FXTT2", "B-TEA", "FXCWEIGHTOK");
        assertEquals(new PackStep.Reprinting("TRACK1002", 2), scan("FXCREPRINT"));
        printer.answer(OUT);
        assertEquals(2, ((StationCommand.LabelPrinted) journal().getFirst()).copy());
    }

    @Test
    void aLabelThatTheServerPrintedIsScannedAndNotPrintedAgain() {
        store.apply(page(TestJobs.onPaper(tea, new LabelOnPaper("Zebra", 1, false))));
        scan("FXTT2", "B-TEA");
        assertInstanceOf(PackStep.AskPrinted.class, scan("FXCWEIGHTOK"));
        store.apply(page(TestJobs.onPaper(tea, new LabelOnPaper("Zebra", 1, true))));
        assertEquals(PackPhase.SCAN_LABEL, phase());
        assertEquals(new PackStep.Done("#2", "TRACK1002", 0), scan("TRACK1002"));
        assertEquals(0, printer.submitted());
        assertEquals(
                new StationCommand.LabelPrinted(
                        tea.parcelId(), tea.paidLabel().trackingNumber(), "Zebra", 1, "scanned"),
                journal().getFirst());
    }

    @Test
    void aLabelThatTheServerCalledBackIsPrintedHere() {
        store.apply(page(TestJobs.onPaper(tea, new LabelOnPaper("Zebra", 1, false))));
        store.apply(page(tea));
        scan("FXTT2", "B-TEA");
        assertEquals(new PackStep.Printing("TRACK1002"), scan("FXCWEIGHTOK"));
    }

    @Test
    void aLabelThatIsStillPrintingAheadIsWaitedFor() {
        printAhead(2);
        scan("FXTT2", "B-TEA");
        assertEquals(new PackStep.Printing("TRACK1002"), scan("FXCWEIGHTOK"));
        restart();
        assertEquals(new PackStep.AskPrinted("TRACK1002", ""), session.resumed().orElseThrow());
        assertEquals(new PackStep.Done("#2", "TRACK1002", 0), scan("TRACK1002"));
    }

    /** As a batch does, before the parcel is picked. */
    private void printAhead(int order) {
        printer.submit(
                new PrintJob(
                        UUID.randomUUID(),
                        parcel(order),
                        store.job(parcel(order)).orElseThrow().job().paidLabel(),
                        1));
    }

    @Test
    void exceptionsSetTheParcelAside() {
        scan("FXTT1", "B-CUP");
        assertEquals(new PackStep.SetAside("#1", "short"), scan("FXCSHORT"));
        assertEquals(
                new StationCommand.PickShort(
                        parcel(1), cups.lines().getFirst().lineId(), new Quantity(2)),
                journal().getFirst());
        assertEquals(3, journal().size());
        assertEquals(new PackStep.AlreadyAside("#1", "short"), scan("FXTT1"));
        assertEquals(new PackStep.SetAside("#2", "damaged"), scan("FXTT2", "FXCDAMAGED", "B-TEA"));
        assertEquals(new PackStep.SetAside("#3", "operator"), scan("FXOO3", "FXCASIDE"));
        assertEquals(6, journal().size());
    }

    @Test
    void cancelTakesTheLastUnitBackThenParksTheParcel() {
        scan("FXTT1", "B-CUP");
        assertEquals(new PackStep.Undone("Title CUP", 1), scan("FXCCANCEL"));
        scan("B-CUP", "B-CUP");
        scan("FXCCANCEL");
        assertEquals(new PackStep.Parked("#1"), scan("FXCCANCEL"));
        scan("FXTT1");
        assertEquals(new PackStep.Verified("Title CUP", 2, 3), scan("B-CUP"));
    }

    @Test
    void aToteWithSeveralParcelsOfOneOrderGoesOnWithTheNext() {
        store.apply(
                page(
                        parcelOf(11, 9, 1, 2, line(5, "CUP", 1, "A-1")),
                        parcelOf(12, 9, 2, 2, line(6, "CUP", 1, "A-1"))));
        tote(11, "T9");
        tote(12, "T9");
        assertEquals(new PackStep.Opened("#9 (1/2)", 1), scan("FXTT9"));
        scan("B-CUP", "FXCWEIGHTOK");
        printer.answer(OUT);
        assertEquals(new PackStep.Done("#9 (1/2)", "TRACK1011", 1), later.getFirst());
        assertEquals(new PackStep.Opened("#9 (2/2)", 1), scan("FXTT9"));
    }

    @Test
    void aKilledStationGoesOnAtEveryStage() {
        scan("FXTT1", "FXCTIMES3", "B-CUP");
        restart();
        assertEquals(new PackStep.Opened("#1", 4), session.resumed().orElseThrow());
        scan("B-TEA");
        restart();
        assertEquals(PackPhase.CARTON, phase());
        scan("FXCCONFIRM");
        restart();
        assertEquals(PackPhase.WEIGHT, phase());
        session.weighed("480");
        restart();
        assertInstanceOf(PackStep.AskPrinted.class, session.resumed().orElseThrow());
        assertEquals(new PackStep.Done("#1", "TRACK1001", 0), scan("FXCPRINTED"));
        assertEquals(2, journal().size());
    }

    @Test
    void aPrintResolvedWhileNobodyLookedFinishesTheParcelOnce() {
        scan("FXTT2", "B-TEA", "FXCWEIGHTOK");
        printer.answers(_ -> {});
        printer.answer(OUT);
        restart();
        assertEquals(new PackStep.Done("#2", "TRACK1002", 0), session.resumed().orElseThrow());
        assertEquals(PackPhase.IDLE, phase());
        restart();
        assertTrue(session.resumed().isEmpty());
        assertEquals(2, journal().size());
    }

    @Test
    void aSpoiledLabelOfTheLastParcelIsPrintedOnceMore() {
        scan("FXTT2", "B-TEA", "FXCWEIGHTOK");
        printer.answer(OUT);
        assertEquals(new PackStep.Reprinting("TRACK1002", 2), scan("FXCREPRINT"));
        printer.answer(OUT);
        assertEquals(3, journal().size());
        assertEquals(2, ((StationCommand.LabelPrinted) journal().getLast()).copy());
    }
}
