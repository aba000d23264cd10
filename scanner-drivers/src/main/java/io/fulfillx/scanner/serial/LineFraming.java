package io.fulfillx.scanner.serial;

import java.util.List;

/** Cuts a stream of bytes into scans. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class LineFraming {
    public List<String> bytes(byte[] chunk, long nanoTime) {
        throw new UnsupportedOperationException("being built");
    }

    public List<String> idle(long nanoTime) {
        throw new UnsupportedOperationException("being built");
    }
}
