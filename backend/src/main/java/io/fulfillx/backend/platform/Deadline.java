package io.fulfillx.backend.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * By when a request has to be answered. Whoever asked has gone away after it, so nothing should be
 * begun for it any more; the database is told to give up by then.
 */
public final class Deadline {
    private static final ScopedValue<Long> END = ScopedValue.newInstance();

    private Deadline() {}

    /** Runs the work with that much time; a deadline that is already there is kept if earlier. */
    public static <T> T within(Duration time, Supplier<T> work) {
        long end = System.nanoTime() + time.toNanos();
        long sooner = END.isBound() && END.get() - end < 0 ? END.get() : end;
        return ScopedValue.where(END, sooner).call(work::get);
    }

    /** Runs work for others with that much time, whatever time the caller has left itself. */
    public static <T> T afresh(Duration time, Supplier<T> work) {
        return ScopedValue.where(END, System.nanoTime() + time.toNanos()).call(work::get);
    }

    /** The time that is left, zero or less when it is over; empty where nobody waits. */
    public static Optional<Duration> left() {
        return END.isBound()
                ? Optional.of(Duration.ofNanos(END.get() - System.nanoTime()))
                : Optional.empty();
    }
}
