package io.fulfillx.desktop.print;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.printing.queue.PrintJob;

import java.util.Optional;

/** Where a pack session sends labels. The outcome stands in the store before anybody is told. */
public interface LabelPrinter {
    /** Returns at once. Bytes leave only after the intent is durable. */
    void submit(PrintJob job);

    /** Whether the outcome of a label of this parcel is still to come by itself. */
    boolean waitsFor(ParcelId parcelId);

    /** Calls a label back that has not begun to print; false when it is too late. */
    boolean cancel(ParcelId parcelId);

    /** What keeps the printer from printing, as a sentence for the packer; empty when it can. */
    Optional<String> trouble();
}
