package io.fulfillx.backend.carriers;

/** How a void ended. Voiding twice is harmless. */
public sealed interface VoidOutcome {

    /** The label is void and the money comes back. */
    record Voided() implements VoidOutcome {}

    /** The carrier keeps the money: too late, or never heard of it. */
    record Refused(String code, String detail) implements VoidOutcome {}

    /** Ask again later; the effect may or may not have happened. */
    record Unavailable(String reason) implements VoidOutcome {}
}
