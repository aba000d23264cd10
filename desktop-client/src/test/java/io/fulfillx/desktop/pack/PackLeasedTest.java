package io.fulfillx.desktop.pack;

import static io.fulfillx.desktop.TestJobs.OPERATOR;
import static io.fulfillx.desktop.TestJobs.job;
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
import io.fulfillx.model.address.Address;
import io.fulfillx.model.label.LeasedService;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.label.NumberSeries;
import io.fulfillx.model.label.NumberSeries.Kind;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationCommand.LabelPrinted;
import io.fulfillx.model.sync.StationCommand.ParcelNumbered;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A parcel whose station makes its number. */
class PackLeasedTest {
    private static final NumberSeries UPS = new NumberSeries(Kind.UPS_1Z, "999AA1");
    private final PackJob tea = unlabelled(job(2, line(3, "TEA", 1, "A-2"))).leasing(service(500));
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

    private static LeasedService service(int limit) {
        Address house = new Address("House", null, "1", null, "Town", null, "1000", "CH", null);
        return new LeasedService(
                "ups", "03", "Ground", "03", new Weight(limit), house, "BILLED", 4);
    }

    @Test
    void aProgramThatWasKilledWhileItsLabelPrintedGoesOnWithTheSameNumber() {
        bench.lend("ups", new NumberRange(UPS, 5, 9));
        TrackingNumber number = UPS.number("03", 5);
        assertEquals(new PackStep.Printing(number.value()), bench.pack());
        assertEquals(3, bench.store().numbers().left("ups"));
        bench.restart();
        assertInstanceOf(PackStep.AskPrinted.class, bench.session().resumed().orElseThrow());
        assertEquals(
                new PackStep.Reprinting(number.value(), 2),
                bench.session().scanned("FXCNOTPRINTED"));
        bench.putOut();
        assertEquals(List.of(new PackStep.Done("#2", number.value(), 0)), bench.later());
        assertEquals(WorkStage.PACKED, bench.stored().work().stage());
        assertEquals(3, bench.store().numbers().left("ups"));
        List<StationCommand> acts = bench.journal();
        assertEquals(
                List.of(ParcelNumbered.class, LabelPrinted.class, ParcelPacked.class),
                acts.stream().map(StationCommand::getClass).toList());
        assertEquals(
                new ParcelNumbered(tea.parcelId(), number, "03", 4, "S1", new Weight(180)),
                acts.getFirst());
    }

    @Test
    void anAgreementNeverChangesALabelThatIsThereAndEndsAtItsWeight() {
        bench.lend("ups", new NumberRange(UPS, 5, 9));
        bench.lend(LentNumbers.PLATES, new NumberRange(NumberSeries.plates(0, "9521000"), 0, 9));
        PackJob labelled = job(1, line(1, "CUP", 1, "A-1")).leasing(service(500));
        PackJob heavy = unlabelled(job(3, line(5, "POT", 1, "A-3"))).leasing(service(179));
        bench.store().apply(page(tea, labelled, heavy));
        bench.session().scanned("FXOO1");
        bench.session().scanned("B-CUP");
        assertEquals(new PackStep.Printing("TRACK1001"), bench.session().scanned("FXCWEIGHTOK"));
        bench.putOut();
        bench.session().scanned("FXOO3");
        bench.session().scanned("B-POT");
        assertInstanceOf(PackStep.PlatePrinting.class, bench.session().scanned("FXCWEIGHTOK"));
        assertEquals(4, bench.store().numbers().left("ups"));
    }

    @Test
    void aNumberThatIsNotTheNextOneIsNeverWrittenDownNorOneOfAnEarlierJournal() {
        bench.lend("ups", new NumberRange(UPS, 5, 9));
        TrackingNumber other = UPS.number("03", 6);
        StationChange change =
                StationChange.of(
                        OPERATOR,
                        bench.stored().work().numbered(other),
                        new ParcelNumbered(tea.parcelId(), other, "03", 4, "S1", new Weight(180)));
        assertThrows(StoreException.class, () -> bench.store().confirm(change));
        assertEquals(List.of(), bench.journal());
        assertEquals(4, bench.store().numbers().left("ups"));
        bench.store().outgoing().startEpoch();
        assertEquals(0, bench.store().numbers().left("ups"));
        assertEquals(Optional.empty(), bench.store().numbers().next(service(500)));
    }
}
