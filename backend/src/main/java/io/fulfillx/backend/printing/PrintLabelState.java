package io.fulfillx.backend.printing;

/** Where one label of a batch stands. */
enum PrintLabelState {
    /** Has not begun to leave. */
    WAITING,
    /** Leaving, or its end is not known yet. */
    SENT,
    PRINTED,
    /** A further sheet of a label that was on paper before, as a person asked for. */
    REPRINTED,
    /** Certainly no sheet of it came out. */
    NOT_PRINTED,
    /** Perhaps it came out: only a person can tell. */
    UNKNOWN;

    boolean ended() {
        return this != WAITING && this != SENT;
    }
}
