package io.fulfillx.printing.queue;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.LabelDocument;

import java.util.UUID;

/**
 * One document to print once.
 *
 * @param copy 1 for the first print, 2 and up for reprints that a person asked for
 * @param skip labels of the document that are out already and must not come again; usually 0
 */
public record PrintJob(UUID jobId, ParcelId parcelId, LabelDocument document, int copy, int skip) {
    public PrintJob {
        if (copy < 1 || skip < 0) {
            throw new IllegalArgumentException("copies count from 1, skipped labels from 0");
        }
    }

    /** The whole document. */
    public PrintJob(UUID jobId, ParcelId parcelId, LabelDocument document, int copy) {
        this(jobId, parcelId, document, copy, 0);
    }

    /** The same job without its first labels. */
    public PrintJob skipping(int labels) {
        return new PrintJob(jobId, parcelId, document, copy, labels);
    }

    /** A job of its own that prints the whole document once more, marked as the next copy. */
    public PrintJob reprint(UUID newJobId) {
        return new PrintJob(newJobId, parcelId, document, copy + 1);
    }

    /** Whether a person asked for it after an earlier print. */
    public boolean isReprint() {
        return copy > 1;
    }
}
