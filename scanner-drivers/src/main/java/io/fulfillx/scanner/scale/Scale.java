package io.fulfillx.scanner.scale;

import io.fulfillx.scanner.SourceState;

import java.util.Optional;
import java.util.function.Consumer;

/** A scale that is read all the time. */
public interface Scale extends AutoCloseable {
    /** What people call it. */
    String name();

    /** Whether it is there. It is looked for again until it is closed. */
    SourceState state();

    /** Why it is not there or does not answer, in one sentence; empty while all is well. */
    Optional<String> problem();

    /**
     * Begins to deliver, on a thread of the scale: each answer as it comes, and {@link
     * ScaleReading.Stale} once when there are none any more. Call it once.
     */
    void start(Consumer<ScaleReading> sink);

    /** Sets an empty scale to zero. Waits for a few seconds at most. */
    CommandOutcome zero();

    /** Takes what lies on it as the new zero. Waits for a few seconds at most. */
    CommandOutcome tare();

    @Override
    void close();
}
