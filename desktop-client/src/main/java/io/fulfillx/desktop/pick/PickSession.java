package io.fulfillx.desktop.pick;

/** One pick round: several orders into totes, in location order. */
@SuppressWarnings("DoNotCallSuggester")
public final class PickSession {
    /** Takes one scan, or text typed in its place. */
    public PickStep scanned(String text) {
        throw new UnsupportedOperationException(text);
    }

    public PickState state() {
        throw new UnsupportedOperationException();
    }
}
