package io.fulfillx.desktop.pack;

/** The bench: one parcel after the other. */
@SuppressWarnings("DoNotCallSuggester")
public final class PackSession {
    /** Takes one scan, or text typed in its place. */
    public PackStep scanned(String text) {
        throw new UnsupportedOperationException(text);
    }

    /** Takes a typed weight in grams, only in phase WEIGHT. */
    public PackStep weighed(String grams) {
        throw new UnsupportedOperationException(grams);
    }

    public PackState state() {
        throw new UnsupportedOperationException();
    }
}
