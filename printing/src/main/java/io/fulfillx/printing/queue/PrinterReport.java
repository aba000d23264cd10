package io.fulfillx.printing.queue;

import io.fulfillx.printing.language.DeviceStatus;
import io.fulfillx.printing.language.PrinterCondition;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * What a printer said when it was asked.
 *
 * @param status null when it stayed silent
 * @param count its count of labels; null when it keeps none or stayed silent
 */
record PrinterReport(@Nullable DeviceStatus status, @Nullable Long count) {
    static final PrinterReport SILENT = new PrinterReport(null, null);

    Set<PrinterCondition> conditions() {
        return status == null ? Set.of(PrinterCondition.SILENT) : status.conditions();
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
        return status != null && status.idle();
    }

    /** Whether a lost connection has left a part of a label in it. */
    boolean halfReceived() {
        return idle() && status != null && status.receiving();
    }
}
