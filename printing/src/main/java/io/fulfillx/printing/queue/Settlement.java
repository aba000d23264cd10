package io.fulfillx.printing.queue;

import io.fulfillx.printing.language.DeviceStatus;
import io.fulfillx.printing.queue.PrintOutcome.NotPrinted;
import io.fulfillx.printing.queue.PrintOutcome.Printed;
import io.fulfillx.printing.queue.PrintOutcome.Unknown;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What can be concluded about labels that were sent. Pure: it is told every report of the printer
 * and answers as soon as there is proof.
 */
final class Settlement {
    /** An idle printer whose count has not moved for so long has nothing on its way any more. */
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final @Nullable Long before;
    private final int labels;
    private boolean unbroken;
    private @Nullable Long quietSince;

    /**
     * @param unbroken whether the connection that carried the bytes is still the same
     */
    Settlement(@Nullable Long before, int labels, boolean unbroken) {
        this.before = before;
        this.labels = labels;
        this.unbroken = unbroken;
    }

    /** From now on the printer's silence about a label proves nothing. */
    void connectionLost() {
        unbroken = false;
        quietSince = null;
    }

    /** Empty while it is too early to tell. */
    Optional<PrintOutcome> hear(PrinterReport report, long nanoTime) {
        DeviceStatus status = report.status();
        if (status == null) {
            return Optional.empty();
        }
        boolean idle = report.idle();
        quietSince = !idle ? null : quietSince == null ? Long.valueOf(nanoTime) : quietSince;
        if (before != null && report.count() != null) {
            boolean quiet = quietSince != null && nanoTime - quietSince >= QUIET_NANOS;
            return byCount(report.count() - before, quiet);
        }
        if (before != null && labels == 1 && idle && status.receiving()) {
            // It kept a count before and does not answer now: it is inside our unfinished label.
            return Optional.of(new NotPrinted("the printer received only a part of the label"));
        }
        if (unbroken) {
            return idle && !status.receiving()
                    ? Optional.of(new Printed(Evidence.STATUS))
                    : Optional.empty();
        }
        return Optional.of(
                new Unknown("the connection was lost and the printer keeps no label count"));
    }

    private Optional<PrintOutcome> byCount(long difference, boolean quiet) {
        if (difference == labels || unbroken && difference > labels) {
            return Optional.of(new Printed(Evidence.COUNTER));
        }
        if (difference < 0 || difference > labels) {
            return Optional.of(
                    new Unknown("the label count moved by " + difference + ", not " + labels));
        }
        if (!quiet) {
            return Optional.empty();
        }
        return Optional.of(
                difference == 0
                        ? new NotPrinted("the printer is idle and its label count has not moved")
                        : new Unknown(difference + " of " + labels + " labels came out"));
    }
}
