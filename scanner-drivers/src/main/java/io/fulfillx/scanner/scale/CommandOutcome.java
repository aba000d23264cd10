package io.fulfillx.scanner.scale;

/** What came of zero or tare. */
public sealed interface CommandOutcome {
    /** The scale said so, or shows zero now. */
    record Done() implements CommandOutcome {}

    /**
     * It did not.
     *
     * @param sentence why, for people
     */
    record Refused(String sentence) implements CommandOutcome {}
}
