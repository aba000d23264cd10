package io.fulfillx.desktop.app;

import io.fulfillx.desktop.print.LabelPrinter;
import io.fulfillx.desktop.store.PrintRow;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.printing.queue.PrintJob;
import io.fulfillx.printing.queue.PrintOutcome;
import io.fulfillx.printing.queue.PrintResult;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Notes each label as printed and prints none. */
final class RehearsalPrinter implements LabelPrinter {
    private static final String PRINTER = "rehearsal";

    private final StationStore store;
    private @Nullable PrintJob last;

    RehearsalPrinter(StationStore store) {
        this.store = store;
    }

    /** What became of the newest label; empty before the first. */
    Optional<PrintResult> result() {
        PrintJob job = last;
        return job == null
                ? Optional.empty()
                : Optional.of(
                        new PrintResult(
                                job, new PrintOutcome.Printed(PRINTER), store.clock().instant()));
    }

    @Override
    public void submit(PrintJob job) {
        last = job;
        store.printIntent(
                new PrintRow(
                        job.jobId(),
                        job.parcelId(),
                        job.document().trackingNumber(),
                        PRINTER,
                        job.copy(),
                        null,
                        store.clock().instant(),
                        PrintRow.Outcome.OPEN,
                        "",
                        false,
                        false));
        store.printOutcome(job.jobId(), PrintRow.Outcome.PRINTED, PRINTER);
    }

    @Override
    public boolean waitsFor(ParcelId parcelId) {
        return false;
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
