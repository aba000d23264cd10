package io.fulfillx.desktop.pack;

import static io.fulfillx.desktop.TestJobs.OPERATOR;
import static io.fulfillx.desktop.TestJobs.job;
import static io.fulfillx.desktop.TestJobs.labelled;
import static io.fulfillx.desktop.TestJobs.line;
import static io.fulfillx.desktop.TestJobs.page;
import static io.fulfillx.desktop.TestJobs.unlabelled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.fulfillx.desktop.store.LentNumbers;
import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoreException;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.label.NumberSeries;
import io.fulfillx.model.label.Sscc;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.LeaseNumbers;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationCommand.ParcelPlated;
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
import java.util.Optional;
import java.util.UUID;

/** A parcel whose label is not at the station. */
class PackLaneTest {
    private static final PrintOutcome OUT = new PrintOutcome.Printed("device-counter");
    private final PackJob tea = unlabelled(job(2, line(3, "TEA", 1, "A-2")));
    private final List<PackStep> later = new ArrayList<>();
    @TempDir Path home;
    private StationStore store;
    private ScriptedPrinter printer;
    private PackSession session;

    @BeforeEach
    void open() {
        store = StationStore.open(home, Clock.systemUTC());
        store.apply(page(tea));
        start();
    }

    @AfterEach
    void close() {
        store.close();
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
                        new PlateSheet(Texts.in(Locale.GERMAN)),
                        later::add);
        printer.answers(session::printed);
    }

    private void restart() {
        store.close();
        store = StationStore.open(home, Clock.systemUTC());
        start();
    }

    private void lease(long from, long to) {
        LeaseNumbers wanted = store.numbers().wanted(LentNumbers.PLATES).orElseThrow();
        store.numbers().lent(wanted, new NumberRange(NumberSeries.plates(0, "9521000"), from, to));
    }

    private PackStep pack() {
        session.scanned("FXOO2");
        session.scanned("B-TEA");
        return session.scanned("FXCWEIGHTOK");
    }

    private StoredJob stored() {
        return store.job(tea.parcelId()).orElseThrow();
    }

    private List<StationCommand> journal() {
        return store.unsent(500).commands().stream().map(CommandEnvelope::command).toList();
    }

    @Test
    void withoutANumberItStaysWeighedUntilThereIsOne() {
        assertEquals(new PackStep.NoPlateLeft("#2"), pack());
        assertEquals(PackPhase.PRINT, session.state().phase());
        assertEquals(new PackStep.NoPlateLeft("#2"), session.scanned("FXCCONFIRM"));
        assertEquals(List.of(), journal());
        restart();
        assertEquals(PackPhase.PRINT, session.state().phase());
        lease(7, 8);
        assertInstanceOf(PackStep.PlatePrinting.class, session.scanned("FXCCONFIRM"));
        printer.answer(OUT);
        Sscc plate = new NumberRange(NumberSeries.plates(0, "9521000"), 7, 8).plate();
        assertEquals(List.of(new PackStep.OnLane("#2", plate.digits())), later);
        assertEquals(
                List.of(new ParcelPlated(tea.parcelId(), plate, "S1", new Weight(180))), journal());
        assertEquals(PackPhase.IDLE, session.state().phase());
        assertEquals(Optional.empty(), store.numbers().nextPlate());
    }

    @Test
    void aProgramThatWasKilledWhileItsPlatePrintedGoesOnWithTheSameNumber() {
        lease(1, 3);
        pack();
        assertEquals(1, store.numbers().left(LentNumbers.PLATES));
        restart();
        assertEquals(1, store.numbers().left(LentNumbers.PLATES));
        assertInstanceOf(PackStep.AskPrinted.class, session.resumed().orElseThrow());
        String plate = String.valueOf(stored().work().plate());
        assertEquals(new PackStep.Reprinting(plate, 2), session.scanned("FXCNOTPRINTED"));
        printer.answer(OUT);
        assertEquals(List.of(new PackStep.OnLane("#2", plate)), later);
        assertEquals(WorkStage.PLATED, stored().work().stage());
        assertEquals(1, journal().size());
    }

    @Test
    void aPlateWithoutItsLabelOpensNothingAndItsLabelFinishesIt() {
        lease(1, 3);
        pack();
        printer.answer(OUT);
        later.clear();
        Sscc plate = store.job(tea.parcelId()).orElseThrow().work().plate();
        String code = "00" + plate;
        assertEquals(new PackStep.LabelPending("#2"), session.scanned(code));
        assertEquals(new PackStep.LabelPending("#2"), session.scanned("FXOO2"));
        store.apply(page(labelled(tea)));
        assertEquals(new PackStep.Printing("TRACK1002"), session.scanned(code));
        printer.answer(new PrintOutcome.NotPrinted("paper-out"));
        assertEquals(new PackStep.Printing("TRACK1002"), session.scanned("FXCREPRINT"));
        printer.answer(OUT);
        assertEquals(new PackStep.Done("#2", "TRACK1002", 0), later.getLast());
        assertEquals(WorkStage.PACKED, stored().work().stage());
        assertEquals(new PackStep.AlreadyPacked("#2", "TRACK1002"), session.scanned(code));
    }

    @Test
    void aNumberThatIsNotTheNextOneIsNeverWrittenDown() {
        lease(1, 9);
        Sscc later = new NumberRange(NumberSeries.plates(0, "9521000"), 5, 9).plate();
        StationChange change =
                StationChange.of(
                        OPERATOR,
                        stored().work().plated(later),
                        new ParcelPlated(tea.parcelId(), later, "S1", new Weight(180)));
        assertThrows(StoreException.class, () -> store.confirm(change));
        assertEquals(List.of(), journal());
        assertEquals(8, store.numbers().left(LentNumbers.PLATES));
    }

    @Test
    void anotherLifeOfTheJournalHasNoNumbersOfTheOneBefore() {
        lease(1, 9);
        LeaseNumbers before = store.numbers().wanted(LentNumbers.PLATES).orElseThrow();
        store.outgoing().startEpoch();
        assertEquals(0, store.numbers().left(LentNumbers.PLATES));
        LeaseNumbers after = store.numbers().wanted(LentNumbers.PLATES).orElseThrow();
        assertEquals(store.epoch(), after.epoch());
        store.numbers().lent(before, new NumberRange(NumberSeries.plates(0, "9521000"), 20, 30));
        assertEquals(0, store.numbers().left(LentNumbers.PLATES));
        store.numbers().lent(after, new NumberRange(NumberSeries.plates(0, "9521000"), 30, 40));
        store.numbers().lent(after, new NumberRange(NumberSeries.plates(0, "9521000"), 30, 40));
        assertEquals(10, store.numbers().left(LentNumbers.PLATES));
        UUID again = store.numbers().wanted(LentNumbers.PLATES).orElseThrow().lease();
        assertEquals(again, store.numbers().wanted(LentNumbers.PLATES).orElseThrow().lease());
    }
}
