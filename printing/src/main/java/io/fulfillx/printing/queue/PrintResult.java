package io.fulfillx.printing.queue;

import java.time.Instant;
import java.util.List;

/**
 * A job with its end.
 *
 * @param outcome of the job as a whole: printed or not printed only when that holds for every label
 * @param labels of each label of the document, in order; one when it was refused as a whole
 */
public record PrintResult(
        PrintJob job, PrintOutcome outcome, List<PrintOutcome> labels, Instant at) {
    public PrintResult {
        labels = List.copyOf(labels);
    }

    /** The result of a document with one label, or of one that was treated as a whole. */
    public PrintResult(PrintJob job, PrintOutcome outcome, Instant at) {
        this(job, outcome, List.of(outcome), at);
    }

    /** Sums up what became of each label. */
    public static PrintResult of(PrintJob job, List<PrintOutcome> labels, Instant at) {
        return new PrintResult(job, whole(labels), labels, at);
    }

    private static PrintOutcome whole(List<PrintOutcome> labels) {
        int printed = 0;
        for (PrintOutcome label : labels) {
            switch (label) {
                case PrintOutcome.Unknown unknown -> {
                    return unknown;
                }
                case PrintOutcome.Printed _ -> printed++;
                case PrintOutcome.NotPrinted _ -> {
                    // Counted by its absence.
                }
            }
        }
        return printed == 0 || printed == labels.size()
                ? labels.getLast()
                : new PrintOutcome.Unknown(
                        "%d of %d labels came out".formatted(printed, labels.size()));
    }
}
