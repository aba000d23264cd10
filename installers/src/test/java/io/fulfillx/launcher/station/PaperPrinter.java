package io.fulfillx.launcher.station;

import io.fulfillx.desktop.pack.PackSession;
import io.fulfillx.desktop.print.LabelPrinter;
import io.fulfillx.desktop.print.StationPrintJournal;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.printing.queue.PrintIntent;
import io.fulfillx.printing.queue.PrintJob;
import io.fulfillx.printing.queue.PrintOutcome;
import io.fulfillx.printing.queue.PrintResult;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A printer that journals like the real one and whose sheets are out when it is told so. */
final class PaperPrinter implements LabelPrinter {
    private final StationPrintJournal journal;
    private final List<PrintJob> waiting = new ArrayList<>();
    private final List<LabelDocument> sheets = new ArrayList<>();

    PaperPrinter(StationStore store) {
        this.journal = new StationPrintJournal(store);
    }

    /** All that came out. */
    List<LabelDocument> sheets() {
        return List.copyOf(sheets);
    }

    /** What waits comes out. */
    void putOut(PackSession session) {
        for (PrintJob job : List.copyOf(waiting)) {
            waiting.remove(job);
            sheets.add(job.document());
            PrintResult result =
                    new PrintResult(job, new PrintOutcome.Printed("device-counter"), Instant.now());
            journal.outcomes(List.of(result));
            session.printed(result);
        }
    }

    @Override
    public void submit(PrintJob job) {
        waiting.add(job);
        journal.intents(List.of(new PrintIntent(job, "paper:", 1, null, 1)));
    }

    @Override
    public boolean waitsFor(ParcelId parcelId) {
        return waiting.stream().anyMatch(job -> job.parcelId().equals(parcelId));
    }

    @Override
    public boolean cancel(ParcelId parcelId) {
        return false;
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }
}
