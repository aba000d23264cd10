package io.fulfillx.scanner.port;

import java.time.Duration;
import java.util.List;

/** Cuts what comes over a wire into scans. Not for several threads. */
public interface Framing {
    /** Nothing is pending: the next byte may come whenever it likes. */
    Duration FOREVER = Duration.ofHours(1);

    /**
     * Takes bytes as they come.
     *
     * @param nanoTime when, by {@link System#nanoTime}
     * @return the scans completed by them, never empty ones, with AIM identifier if there is one
     */
    List<String> bytes(byte[] chunk, long nanoTime);

    /** To be called when {@link #patience} is over: completes what has no end of its own. */
    List<String> idle(long nanoTime);

    /** How long to wait for the next byte before {@link #idle} must be called. */
    Duration patience(long nanoTime);
}
