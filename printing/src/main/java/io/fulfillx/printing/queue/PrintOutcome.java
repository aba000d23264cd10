package io.fulfillx.printing.queue;

/** How a print ended. The reasons are short English sentences for a log or a person. */
public sealed interface PrintOutcome {
    /**
     * The label is out.
     *
     * @param evidence one of the words of {@link Evidence}
     */
    record Printed(String evidence) implements PrintOutcome {}

    /** Certainly no label came out. Submitting it again is safe. */
    record NotPrinted(String reason) implements PrintOutcome {}

    /** Perhaps it came out: only a person can tell. Never reprint without asking. */
    record Unknown(String reason) implements PrintOutcome {}
}
