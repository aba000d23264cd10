package io.fulfillx.printing.queue;

import org.jspecify.annotations.Nullable;

/**
 * What must be durable before the first byte of a job leaves, so that a crash cannot hide a print.
 *
 * @param printer the printer's address
 * @param sequence grows with every intent of one worker; the order in which labels come out
 * @param countBefore what the printer's own count of labels will be when everything before this job
 *     is out; null when it keeps none
 * @param labels how many labels are to come out; 0 when the journal did not keep it, which means as
 *     many as the document has
 * @param sent whether its last byte is known to have been handed over; a journal that does not keep
 *     that says no, and more outcomes are unknown after a crash
 */
public record PrintIntent(
        PrintJob job,
        String printer,
        long sequence,
        @Nullable Long countBefore,
        int labels,
        boolean sent) {
    /** One of which nothing is known to have been handed over. */
    public PrintIntent(
            PrintJob job, String printer, long sequence, @Nullable Long countBefore, int labels) {
        this(job, printer, sequence, countBefore, labels, false);
    }

    PrintIntent handedOver() {
        return new PrintIntent(job, printer, sequence, countBefore, labels, true);
    }
}
