package io.fulfillx.model.sync;

/** What the server did with a command. */
public enum Verdict {
    APPLIED,
    /** Seen before; nothing was done again. */
    ALREADY_APPLIED,
    /** A physical fact that contradicts the server's state: kept and booked as a discrepancy. */
    QUARANTINED,
    /** Not understood or not allowed; nothing physical is lost by it. */
    REFUSED
}
