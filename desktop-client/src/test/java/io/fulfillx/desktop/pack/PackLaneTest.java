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
import io.fulfillx.desktop.store.StoreException;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.label.NumberSeries;
import io.fulfillx.model.label.Sscc;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.sync.LeaseNumbers;
import io.fulfillx.model.sync.StationCommand.ParcelPlated;
import io.fulfillx.printing.queue.PrintOutcome;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A parcel whose label is not at the station. */
class PackLaneTest {
    private final PackJob tea = unlabelled(job(2, line(3, "TEA", 1, "A-2")));
    @TempDir Path home;
    private UnlabelledBench bench;

    @BeforeEach
    void open() {
        bench = new UnlabelledBench(home, tea);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static NumberRange range(long from, long to) {
        return new NumberRange(NumberSeries.plates(0, "9521000"), from, to);
    }

    private void lease(long from, long to) {
        bench.lend(LentNumbers.PLATES, range(from, to));
    }

    @Test
    void withoutANumberItStaysWeighedUntilThereIsOne() {
        assertEquals(new PackStep.NoPlateLeft("#2"), bench.pack());
        assertEquals(PackPhase.PRINT, bench.session().state().phase());
        assertEquals(new PackStep.NoPlateLeft("#2"), bench.session().scanned("FXCCONFIRM"));
        assertEquals(List.of(), bench.journal());
        bench.restart();
        assertEquals(PackPhase.PRINT, bench.session().state().phase());
        lease(7, 8);
        assertInstanceOf(PackStep.PlatePrinting.class, bench.session().scanned("FXCCONFIRM"));
        bench.putOut();
        Sscc plate = range(7, 8).plate();
        assertEquals(List.of(new PackStep.OnLane("#2", plate.digits())), bench.later());
        assertEquals(
                List.of(new ParcelPlated(tea.parcelId(), plate, "S1", new Weight(180))),
                bench.journal());
        assertEquals(PackPhase.IDLE, bench.session().state().phase());
        assertEquals(Optional.empty(), bench.store().numbers().nextPlate());
    }

    @Test
    void aProgramThatWasKilledWhileItsPlatePrintedGoesOnWithTheSameNumber() {
        lease(1, 3);
        bench.pack();
        assertEquals(1, bench.store().numbers().left(LentNumbers.PLATES));
        bench.restart();
        assertEquals(1, bench.store().numbers().left(LentNumbers.PLATES));
        assertInstanceOf(PackStep.AskPrinted.class, bench.session().resumed().orElseThrow());
        String plate = String.valueOf(bench.stored().work().plate());
        assertEquals(new PackStep.Reprinting(plate, 2), bench.session().scanned("FXCNOTPRINTED"));
        bench.putOut();
        assertEquals(List.of(new PackStep.OnLane("#2", plate)), bench.later());
        assertEquals(WorkStage.PLATED, bench.stored().work().stage());
        assertEquals(1, bench.journal().size());
    }

    @Test
    void aPlateWithoutItsLabelOpensNothingAndItsLabelFinishesIt() {
        lease(1, 3);
        bench.pack();
        bench.putOut();
        bench.later().clear();
        Sscc plate = bench.store().job(tea.parcelId()).orElseThrow().work().plate();
        String code = "00" + plate;
        assertEquals(new PackStep.LabelPending("#2"), bench.session().scanned(code));
        assertEquals(new PackStep.LabelPending("#2"), bench.session().scanned("FXOO2"));
        bench.store().apply(page(labelled(tea)));
        assertEquals(new PackStep.Printing("TRACK1002"), bench.session().scanned(code));
        bench.answer(new PrintOutcome.NotPrinted("paper-out"));
        assertEquals(new PackStep.Printing("TRACK1002"), bench.session().scanned("FXCREPRINT"));
        bench.putOut();
        assertEquals(new PackStep.Done("#2", "TRACK1002", 0), bench.later().getLast());
        assertEquals(WorkStage.PACKED, bench.stored().work().stage());
        assertEquals(new PackStep.AlreadyPacked("#2", "TRACK1002"), bench.session().scanned(code));
    }

    @Test
    void aNumberThatIsNotTheNextOneIsNeverWrittenDown() {
        lease(1, 9);
        Sscc later = range(5, 9).plate();
        StationChange change =
                StationChange.of(
                        OPERATOR,
                        bench.stored().work().plated(later),
                        new ParcelPlated(tea.parcelId(), later, "S1", new Weight(180)));
        assertThrows(StoreException.class, () -> bench.store().confirm(change));
        assertEquals(List.of(), bench.journal());
        assertEquals(8, bench.store().numbers().left(LentNumbers.PLATES));
    }

    @Test
    void anotherLifeOfTheJournalHasNoNumbersOfTheOneBefore() {
        lease(1, 9);
        LeaseNumbers before = bench.store().numbers().wanted(LentNumbers.PLATES).orElseThrow();
        bench.store().outgoing().startEpoch();
        assertEquals(0, bench.store().numbers().left(LentNumbers.PLATES));
        LeaseNumbers after = bench.store().numbers().wanted(LentNumbers.PLATES).orElseThrow();
        assertEquals(bench.store().epoch(), after.epoch());
        bench.store().numbers().lent(before, range(20, 30));
        assertEquals(0, bench.store().numbers().left(LentNumbers.PLATES));
        bench.store().numbers().lent(after, range(30, 40));
        bench.store().numbers().lent(after, range(30, 40));
        assertEquals(10, bench.store().numbers().left(LentNumbers.PLATES));
        UUID again = bench.store().numbers().wanted(LentNumbers.PLATES).orElseThrow().lease();
        assertEquals(
                again, bench.store().numbers().wanted(LentNumbers.PLATES).orElseThrow().lease());
    }
}
