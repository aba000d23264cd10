package io.fulfillx.desktop.pack;

import static io.fulfillx.desktop.TestJobs.OPERATOR;
import static io.fulfillx.desktop.TestJobs.page;

import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.LeaseNumbers;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.printing.queue.PrintOutcome;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A bench with a parcel of order 2, one unit of TEA, and a printer that answers when it is let. */
final class UnlabelledBench implements AutoCloseable {
    private final Path home;
    private final PackJob tea;
    private final List<PackStep> later = new ArrayList<>();
    private StationStore store;
    private ScriptedPrinter printer;
    private PackSession session;

    UnlabelledBench(Path home, PackJob tea) {
        this.home = home;
        this.tea = tea;
        this.store = StationStore.open(home, Clock.systemUTC());
        store.apply(page(tea));
        this.printer = new ScriptedPrinter(store);
        this.session = newSession();
    }

    private PackSession newSession() {
        PackSession fresh =
                new PackSession(
                        store,
                        OPERATOR,
                        printer,
                        new WeightRules(30_000, 5, 50),
                        new PlateSheet(Texts.in(Locale.GERMAN)),
                        later::add);
        printer.answers(fresh::printed);
        return fresh;
    }

    /** The program is killed and begins again. */
    void restart() {
        store.close();
        later.clear();
        store = StationStore.open(home, Clock.systemUTC());
        printer = new ScriptedPrinter(store);
        session = newSession();
    }

    StationStore store() {
        return store;
    }

    PackSession session() {
        return session;
    }

    /** What came after the answer to a scan. */
    List<PackStep> later() {
        return later;
    }

    /** The server gives numbers for labels of that carrier. */
    void lend(String carrier, NumberRange range) {
        LeaseNumbers wanted = store.numbers().wanted(carrier).orElseThrow();
        store.numbers().lent(wanted, range);
    }

    /** Checks the parcel, up to what is to be printed. */
    PackStep pack() {
        var _ = session.scanned("FXOO2");
        var _ = session.scanned("B-TEA");
        return session.scanned("FXCWEIGHTOK");
    }

    void answer(PrintOutcome outcome) {
        printer.answer(outcome);
    }

    void putOut() {
        answer(new PrintOutcome.Printed("device-counter"));
    }

    StoredJob stored() {
        return store.job(tea.parcelId()).orElseThrow();
    }

    List<StationCommand> journal() {
        return store.unsent(500).commands().stream().map(CommandEnvelope::command).toList();
    }

    @Override
    public void close() {
        store.close();
    }
}
