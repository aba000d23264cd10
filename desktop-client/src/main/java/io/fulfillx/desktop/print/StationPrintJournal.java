package io.fulfillx.desktop.print;

import io.fulfillx.desktop.store.PrintRow;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.printing.queue.PrintIntent;
import io.fulfillx.printing.queue.PrintJob;
import io.fulfillx.printing.queue.PrintJournal;
import io.fulfillx.printing.queue.PrintOutcome;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** The print workers' journal, kept in the station's store. */
public final class StationPrintJournal implements PrintJournal {
    private final StationStore store;

    public StationPrintJournal(StationStore store) {
        this.store = store;
    }

    @Override
    public void intent(PrintIntent intent) {
        store.printIntent(row(intent.job(), intent.printer(), intent.odometerBefore()));
    }

    @Override
    public void outcome(UUID jobId, PrintOutcome outcome) {
        switch (outcome) {
            case PrintOutcome.Printed(String evidence) ->
                    store.printOutcome(jobId, PrintRow.Outcome.PRINTED, evidence);
            case PrintOutcome.NotPrinted(String reason) ->
                    store.printOutcome(jobId, PrintRow.Outcome.NOT_PRINTED, reason);
            case PrintOutcome.Unknown(String reason) ->
                    store.printOutcome(jobId, PrintRow.Outcome.UNKNOWN, reason);
        }
    }

    /** A job refused before any byte could leave has no intent; its end is remembered too. */
    void result(PrintJob job, String printer, PrintOutcome outcome) {
        boolean known =
                store.prints(job.parcelId()).stream()
                        .anyMatch(row -> row.jobId().equals(job.jobId()));
        if (!known) {
            store.printIntent(row(job, printer, null));
            outcome(job.jobId(), outcome);
        }
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
                isAhead(job));
    }
}
