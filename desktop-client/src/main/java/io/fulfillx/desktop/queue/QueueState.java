package io.fulfillx.desktop.queue;

/** The columns of the queue screen. */
public enum QueueState {
    TO_PICK,
    PICKING,
    PICKED,
    PACKING,
    HELD,
    EXCEPTION,
    DONE
}
