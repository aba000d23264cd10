package io.fulfillx.model.sync;

/** What the server did with a command. */
public enum Verdict {
    APPLIED,
    /**
     * Booked, and a person should know of it; its code says why. Said to stations from version 3
     * on.
     */
    APPLIED_WITH_EXCEPTION,
    /** Seen before; nothing was done again. */
    ALREADY_APPLIED,
    /** A physical fact that contradicts the server's state: kept and booked as a discrepancy. */
    QUARANTINED,
    /** Not understood or not allowed; nothing physical is lost by it. */
    REFUSED
}
