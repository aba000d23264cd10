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
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoreException;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.label.LeasedService;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.label.NumberSeries;
import io.fulfillx.model.label.NumberSeries.Kind;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationCommand.LabelPrinted;
import io.fulfillx.model.sync.StationCommand.ParcelNumbered;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;
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

/** A parcel whose station makes its number. */
class PackLeasedTest {
    private static final PrintOutcome OUT = new PrintOutcome.Printed("device-counter");
    private static final NumberSeries UPS = new NumberSeries(Kind.UPS_1Z, "999AA1");
    private final PackJob tea = unlabelled(job(2, line(3, "TEA", 1, "A-2"))).leasing(service(500));
    private final List<PackStep> later = new ArrayList<>();
    @TempDir Path home;
    private StationStore store;
    private ScriptedPrinter printer;
    private PackSession session;

    private static LeasedService service(int limit) {
        Address house = new Address("House", null, "1", null, "Town", null, "1000", "CH", null);
        return new LeasedService(
                "ups", "03", "Ground", "03", new Weight(limit), house, "BILLED", 4);
    }

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

    private void lend(String carrier, NumberSeries series, long from, long to) {
        var wanted = store.numbers().wanted(carrier).orElseThrow();
        store.numbers().lent(wanted, new NumberRange(series, from, to));
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
    void aProgramThatWasKilledWhileItsLabelPrintedGoesOnWithTheSameNumber() {
        lend("ups", UPS, 5, 9);
        TrackingNumber number = UPS.number("03", 5);
        assertEquals(new PackStep.Printing(number.value()), pack());
        assertEquals(3, store.numbers().left("ups"));
        store.close();
        store = StationStore.open(home, Clock.systemUTC());
        start();
        assertInstanceOf(PackStep.AskPrinted.class, session.resumed().orElseThrow());
        assertEquals(new PackStep.Reprinting(number.value(), 2), session.scanned("FXCNOTPRINTED"));
        printer.answer(OUT);
        assertEquals(List.of(new PackStep.Done("#2", number.value(), 0)), later);
        assertEquals(WorkStage.PACKED, stored().work().stage());
        assertEquals(3, store.numbers().left("ups"));
        List<StationCommand> acts = journal();
        assertEquals(
                List.of(ParcelNumbered.class, LabelPrinted.class, ParcelPacked.class),
                acts.stream().map(StationCommand::getClass).toList());
        assertEquals(
                new ParcelNumbered(tea.parcelId(), number, "03", 4, "S1", new Weight(180)),
                acts.getFirst());
    }

    @Test
    void anAgreementNeverChangesALabelThatIsThereAndEndsAtItsWeight() {
        lend("ups", UPS, 5, 9);
        lend(LentNumbers.PLATES, NumberSeries.plates(0, "9521000"), 0, 9);
        PackJob labelled = job(1, line(1, "CUP", 1, "A-1")).leasing(service(500));
        PackJob heavy = unlabelled(job(3, line(5, "POT", 1, "A-3"))).leasing(service(179));
        store.apply(page(tea, labelled, heavy));
        session.scanned("FXOO1");
        session.scanned("B-CUP");
        assertEquals(new PackStep.Printing("TRACK1001"), session.scanned("FXCWEIGHTOK"));
        printer.answer(OUT);
        session.scanned("FXOO3");
        session.scanned("B-POT");
        assertInstanceOf(PackStep.PlatePrinting.class, session.scanned("FXCWEIGHTOK"));
        assertEquals(4, store.numbers().left("ups"));
    }

    @Test
    void aNumberThatIsNotTheNextOneIsNeverWrittenDownNorOneOfAnEarlierJournal() {
        lend("ups", UPS, 5, 9);
        TrackingNumber other = UPS.number("03", 6);
        StationChange change =
                StationChange.of(
                        OPERATOR,
                        stored().work().numbered(other),
                        new ParcelNumbered(tea.parcelId(), other, "03", 4, "S1", new Weight(180)));
        assertThrows(StoreException.class, () -> store.confirm(change));
        assertEquals(List.of(), journal());
        assertEquals(4, store.numbers().left("ups"));
        store.outgoing().startEpoch();
        assertEquals(0, store.numbers().left("ups"));
        assertEquals(Optional.empty(), store.numbers().next(service(500)));
    }
}
