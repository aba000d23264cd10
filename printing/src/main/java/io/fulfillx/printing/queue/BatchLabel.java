package io.fulfillx.printing.queue;

import io.fulfillx.printing.queue.PrintOutcome.NotPrinted;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One label of a batch: where it goes and what became of its newest print. */
final class BatchLabel {
    private PrintJob job;
    private URI printer;
    private boolean submitted;
    private @Nullable PrintResult result;

    BatchLabel(PrintJob job, URI printer) {
        this.job = job;
        this.printer = printer;
    }

    PrintJob job() {
        return job;
    }

    URI printer() {
        return printer;
    }

    @Nullable PrintResult result() {
        return result;
    }

    /** Whether it is at the printer and has no end. */
    boolean submitted() {
        return submitted && result == null;
    }

    boolean isWith(URI address) {
        return submitted() && printer.equals(address);
    }

    boolean waitsFor(URI address) {
        return !submitted && result == null && printer.equals(address);
    }

    void submit() {
        submitted = true;
    }

    void waitAgain() {
        submitted = false;
    }

    void moveIfWaiting(URI to) {
        if (!submitted && result == null) {
            printer = to;
        }
    }

    void retryIfNotPrinted() {
        if (result != null && result.outcome() instanceof NotPrinted) {
            result = null;
            submitted = false;
        }
    }

    void cancelIfWaiting(Instant at) {
        if (!submitted && result == null) {
            result = new PrintResult(job, new NotPrinted("cancelled"), at);
        }
    }

    void replaceBy(PrintJob copy) {
        job = copy;
        result = null;
        submitted = true;
    }

    /** Results of earlier copies come too late to matter. */
    void end(PrintResult ended) {
        if (ended.job().jobId().equals(job.jobId())) {
            result = ended;
        }
    }

    static BatchAccount account(List<BatchLabel> labels) {
        List<PrintResult> printed = new ArrayList<>();
        List<PrintResult> reprinted = new ArrayList<>();
        List<PrintResult> notPrinted = new ArrayList<>();
        List<PrintResult> unknown = new ArrayList<>();
        for (BatchLabel label : labels) {
            PrintResult result = label.result;
            if (result != null) {
                switch (result.outcome()) {
                    case PrintOutcome.Printed _ ->
                            (result.job().isReprint() ? reprinted : printed).add(result);
                    case PrintOutcome.NotPrinted _ -> notPrinted.add(result);
                    case PrintOutcome.Unknown _ -> unknown.add(result);
                }
            }
        }
        return new BatchAccount(printed, reprinted, notPrinted, unknown);
    }
}
