package io.fulfillx.printing.language;

/** Builds our own labels. All lengths in dots. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class ZplLabel {
    /** Starts an empty label. */
    public static ZplLabel ofSize(int widthDots, int heightDots) {
        throw new UnsupportedOperationException("being built");
    }

    public ZplLabel text(int x, int y, int height, String text) {
        throw new UnsupportedOperationException("being built");
    }

    public ZplLabel code128(int x, int y, int height, String text) {
        throw new UnsupportedOperationException("being built");
    }

    public ZplLabel box(int x, int y, int width, int height, int thickness) {
        throw new UnsupportedOperationException("being built");
    }

    public byte[] bytes() {
        throw new UnsupportedOperationException("being built");
    }
}
