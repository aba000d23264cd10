package io.fulfillx.printing.queue;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.LabelDocument;

import java.util.UUID;

/**
 * One label to print once.
 *
 * @param copy 1 for the first print, 2 and up for reprints that a person asked for
 */
public record PrintJob(UUID jobId, ParcelId parcelId, LabelDocument document, int copy) {
    public PrintJob {
        if (copy < 1) {
            throw new IllegalArgumentException("copies count from 1");
        }
    }
}
