package io.fulfillx.desktop.print;

import io.fulfillx.desktop.store.PrintRow;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.printing.queue.PrintIntent;
import io.fulfillx.printing.queue.PrintJob;
import io.fulfillx.printing.queue.PrintJournal;
import io.fulfillx.printing.queue.PrintOutcome;
import io.fulfillx.printing.queue.PrintResult;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** The print workers' journal, kept in the station's store. */
public final class StationPrintJournal implements PrintJournal {
    private final StationStore store;

    public StationPrintJournal(StationStore store) {
        this.store = store;
    }

    @Override
    public void intents(List<PrintIntent> intents) {
        intents.forEach(
                intent ->
                        store.printIntent(
                                row(intent.job(), intent.printer(), intent.countBefore())));
    }

    @Override
    public void sent(UUID jobId, long bytes) {
        store.printSent(jobId);
    }

    @Override
    public void outcomes(List<PrintResult> results) {
        results.forEach(this::outcome);
    }

    private void outcome(PrintResult result) {
        PrintJob job = result.job();
        if (!known(job)) {
            store.printIntent(row(job, "", null));
        }
        switch (result.outcome()) {
            case PrintOutcome.Printed(String evidence) ->
                    store.printOutcome(job.jobId(), PrintRow.Outcome.PRINTED, evidence);
            case PrintOutcome.NotPrinted(String reason) ->
                    store.printOutcome(job.jobId(), PrintRow.Outcome.NOT_PRINTED, reason);
            case PrintOutcome.Unknown(String reason) ->
                    store.printOutcome(job.jobId(), PrintRow.Outcome.UNKNOWN, reason);
        }
    }

    /** A job refused before any byte could leave has no intent. */
    private boolean known(PrintJob job) {
        return store.prints(job.parcelId()).stream()
                .anyMatch(row -> row.jobId().equals(job.jobId()));
    }

    private boolean isAhead(PrintJob job) {
        return store.job(job.parcelId())
                .filter(stored -> stored.work().weight() == null)
                .isPresent();
    }

    private PrintRow row(PrintJob job, String printer, @Nullable Long odometer) {
        return new PrintRow(
                job.jobId(),
                job.parcelId(),
                job.document().trackingNumber(),
                printer,
                job.copy(),
                odometer,
                store.clock().instant(),
                PrintRow.Outcome.OPEN,
                "",
                isAhead(job),
                false);
    }
}
