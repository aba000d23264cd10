package io.fulfillx.printing.language;

/** Text as field data. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class ZplText {
    private ZplText() {}

    /** Makes any text safe behind {@code ^FH^FD} under {@code ^CI28}. */
    public static String escape(String text) {
        throw new UnsupportedOperationException("being built");
    }
}
