package io.fulfillx.printing.virtual;

/** Runs a virtual printer. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class VirtualPrinterMain {
    private VirtualPrinterMain() {}

    public static void main(String[] args) {
        throw new UnsupportedOperationException("being built");
    }
}
