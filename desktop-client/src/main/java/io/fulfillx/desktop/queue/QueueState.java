package io.fulfillx.desktop.queue;

/** The columns of the queue screen. */
public enum QueueState {
    TO_PICK,
    PICKING,
    PICKED,
    PACKING,
    /** Packed under a plate: its label is not stuck on yet. */
    LANE,
    HELD,
    EXCEPTION,
    DONE
}
