package io.fulfillx.backend.printing;

/** Where a batch stands. */
enum PrintBatchState {
    RUNNING,
    /** A person stopped it; labels already leaving come out. */
    PAUSED,
    /** What had not left stays unprinted. */
    CANCELLED,
    /** Every label has an end. */
    DONE
}
