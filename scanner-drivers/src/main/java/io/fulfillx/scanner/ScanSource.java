package io.fulfillx.scanner;

import java.util.Optional;
import java.util.function.Consumer;

/** A device that delivers scans. */
public interface ScanSource extends AutoCloseable {
    String name();

    SourceState state();

    /** Why it is missing, in one sentence, when that is known. */
    default Optional<String> problem() {
        return Optional.empty();
    }

    /**
     * Calls this at each change of the state, on a thread of the source, beginning with the present
     * state at once.
     */
    default void onState(Consumer<SourceState> listener) {
        listener.accept(state());
    }

    /** Begins to deliver, on a thread of the source. Call it once. */
    void start(Consumer<Scan> sink);

    /**
     * Tells the scanner, without waiting for it.
     *
     * @return false when this scanner cannot be told, or not now
     */
    default boolean feedback(Feedback feedback) {
        return false;
    }

    @Override
    void close();
}
