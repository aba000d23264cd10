package io.fulfillx.printing.queue;

import io.fulfillx.printing.language.ZplStatus;

import org.jspecify.annotations.Nullable;

/**
 * What a printer said when it was asked.
 *
 * @param status null when it stayed silent
 * @param odometer its count of labels; null when it keeps none or stayed silent
 */
record PrinterReport(@Nullable ZplStatus status, @Nullable Long odometer) {
    static final PrinterReport SILENT = new PrinterReport(null, null);

    /** What a person standing before it would say. */
    PrinterState state() {
        if (status == null) {
            return PrinterState.UNKNOWN;
        }
        if (status.headOpen()) {
            return PrinterState.HEAD_OPEN;
        }
        if (status.paperOut() || status.ribbonOut()) {
            return PrinterState.PAPER_OUT;
        }
        return status.paused() ? PrinterState.PAUSED : PrinterState.READY;
    }

    /** Whether a person must do something before it prints. */
    boolean stopped() {
        return status != null && status.stopped();
    }

    /**
     * Whether everything complete that it received is out. A format that a lost connection cut off
     * stays half received for ever, so that does not count.
     */
    boolean idle() {
        return status != null
                && !status.stopped()
                && status.formatsWaiting() == 0
                && status.labelsRemaining() == 0;
    }

    /** Whether a lost connection has left a part of a label in it. */
    boolean halfReceived() {
        return idle() && status != null && status.receiving();
    }
}
