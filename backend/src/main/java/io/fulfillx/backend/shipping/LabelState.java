package io.fulfillx.backend.shipping;

import java.util.EnumSet;
import java.util.Set;

/**
 * The life of one label purchase. UNKNOWN leaves only by what a look-up at the carrier says;
 * nothing ever leads from it to a second purchase directly.
 */
public enum LabelState {
    /** Written down, nothing sent. */
    INTENT,
    /** Being sent, or sent without an answer yet. */
    REQUESTED,
    /** Paid; the document is here. */
    PURCHASED,
    /** Surely not paid. */
    FAILED,
    /** Perhaps paid. */
    UNKNOWN,
    /** The carrier shall take it back. */
    VOID_REQUESTED,
    /** Taken back. */
    VOIDED;

    /** Where this state may go. */
    public Set<LabelState> next() {
        return switch (this) {
            // An intent that was never sent fails when its parcel is canceled.
            case INTENT -> EnumSet.of(REQUESTED, FAILED);
            // Surely not sent: the same intent is open again, under the same reference.
            case REQUESTED -> EnumSet.of(PURCHASED, FAILED, UNKNOWN, INTENT);
            // Looked up and, after the settling time, not known to the carrier.
            case UNKNOWN -> EnumSet.of(PURCHASED, FAILED, INTENT);
            case PURCHASED -> EnumSet.of(VOID_REQUESTED);
            // A refused void leaves a live label.
            case VOID_REQUESTED -> EnumSet.of(VOIDED, PURCHASED);
            case FAILED, VOIDED -> EnumSet.noneOf(LabelState.class);
        };
    }

    public boolean mayBecome(LabelState other) {
        return next().contains(other);
    }

    /** True when a new attempt for the same parcel cannot lead to two paid labels. */
    public boolean allowsNewAttempt() {
        return this == FAILED || this == VOIDED;
    }

    /** True when money was, or may have been, spent and not given back. */
    public boolean mayBePaid() {
        return this != INTENT && !allowsNewAttempt();
    }
}
