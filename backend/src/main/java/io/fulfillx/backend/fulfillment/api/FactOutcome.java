package io.fulfillx.backend.fulfillment.api;

/** What the books make of something that physically happened. */
public sealed interface FactOutcome {
    FactOutcome APPLIED = new Applied();

    record Applied() implements FactOutcome {}

    /**
     * It is booked, and somebody should know of it.
     *
     * @param code stable and short, such as {@code claim-revoked}
     * @param detail a sentence for people
     */
    record AppliedWith(String code, String detail) implements FactOutcome {}

    /**
     * It cannot be true by what the server knows. Nothing was changed.
     *
     * @param code stable and short, such as {@code order-cancelled}
     * @param detail a sentence for the lead who looks into it
     */
    record Contradicts(String code, String detail) implements FactOutcome {}
}
