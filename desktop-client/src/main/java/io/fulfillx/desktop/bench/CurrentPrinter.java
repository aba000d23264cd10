package io.fulfillx.desktop.bench;

import io.fulfillx.desktop.print.LabelPrinter;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.printing.queue.PrintJob;

import java.util.Optional;
import java.util.function.Supplier;

/** Whatever printer the settings name now, so that a session outlives a change of printers. */
record CurrentPrinter(Supplier<? extends LabelPrinter> now) implements LabelPrinter {
    @Override
    public void submit(PrintJob job) {
        now.get().submit(job);
    }

    @Override
    public boolean waitsFor(ParcelId parcelId) {
        return now.get().waitsFor(parcelId);
    }

    @Override
    public boolean cancel(ParcelId parcelId) {
        return now.get().cancel(parcelId);
    }

    @Override
    public Optional<String> trouble() {
        return now.get().trouble();
    }
}
