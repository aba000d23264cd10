package io.fulfillx.desktop.print;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.printing.queue.PrintJob;

/** Where a pack session sends labels. The outcome stands in the store before anybody is told. */
public interface LabelPrinter {
    /** Returns at once. Bytes leave only after the intent is durable. */
    void submit(PrintJob job);

    /** Whether the outcome of a label of this parcel is still to come by itself. */
    boolean waitsFor(ParcelId parcelId);
}
