package io.fulfillx.printing.queue;

/** What the printer is doing, as far as it has told. */
public enum PrinterState {
    READY,
    PRINTING,
    PAPER_OUT,
    HEAD_OPEN,
    PAUSED,
    UNREACHABLE,
    /** Reachable but silent, or not asked yet. */
    UNKNOWN
}
