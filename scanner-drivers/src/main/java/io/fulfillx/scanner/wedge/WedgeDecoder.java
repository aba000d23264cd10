package io.fulfillx.scanner.wedge;

import java.util.List;

/** Tells a scanner from a typist by timing. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class WedgeDecoder {
    /**
     * Takes one typed character; Enter is CR or LF.
     *
     * @param nanoTime when, by System.nanoTime
     */
    public List<WedgeEvent> typed(char character, long nanoTime) {
        throw new UnsupportedOperationException("being built");
    }

    /** Call it now and then (every 50 ms): hands out what a typist has left waiting. */
    public List<WedgeEvent> idle(long nanoTime) {
        throw new UnsupportedOperationException("being built");
    }
}
