package io.fulfillx.desktop.pack;

import io.fulfillx.desktop.print.LabelPrinter;
import io.fulfillx.desktop.print.StationPrintJournal;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.printing.queue.PrintIntent;
import io.fulfillx.printing.queue.PrintJob;
import io.fulfillx.printing.queue.PrintOutcome;
import io.fulfillx.printing.queue.PrintResult;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** A printer that journals like the real one and answers when the test says so. */
final class ScriptedPrinter implements LabelPrinter {
    private final StationPrintJournal journal;
    private Consumer<PrintResult> listener = _ -> {};
    private @Nullable PrintJob waiting;
    private int submitted;

    ScriptedPrinter(StationStore store) {
        this.journal = new StationPrintJournal(store);
    }

    void answers(Consumer<PrintResult> newListener) {
        listener = newListener;
    }

    int submitted() {
        return submitted;
    }

    @Override
    public void submit(PrintJob job) {
        submitted++;
        waiting = job;
        journal.intents(List.of(new PrintIntent(job, "script:", submitted, null, 1)));
    }

    @Override
    public boolean waitsFor(ParcelId parcelId) {
        PrintJob job = waiting;
        return job != null && job.parcelId().equals(parcelId);
    }

    @Override
    public boolean cancel(ParcelId parcelId) {
        boolean mine = waitsFor(parcelId);
        if (mine) {
            answer(new PrintOutcome.NotPrinted("cancelled"));
        }
        return mine;
    }

    @Override
    public Optional<String> trouble() {
        return Optional.of("paper-out");
    }

    void answer(PrintOutcome outcome) {
        PrintJob job = Objects.requireNonNull(waiting);
        waiting = null;
        PrintResult result = new PrintResult(job, outcome, Instant.EPOCH);
        journal.outcomes(List.of(result));
        listener.accept(result);
    }
}
