package io.fulfillx.printing.language;

/** Lets a carrier's ZPL through only if it does nothing but draw labels. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class ZplGuard {
    private ZplGuard() {}

    public static GuardVerdict inspect(byte[] zpl) {
        throw new UnsupportedOperationException("being built");
    }
}
