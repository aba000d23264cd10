package io.fulfillx.scanner.scale;

import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * Lets each load on a scale pass once. A load that was there before, or was used already, must
 * leave or change before another weight comes through, so that no parcel gets the weight of the one
 * before it. Not for several threads.
 */
public final class LoadGate {
    /** At most that much is an empty scale: dust, a label, a drift of the zero. */
    public static final int EMPTY_GRAMS = 10;

    /** A smaller difference is the same load. */
    public static final int SAME_GRAMS = 5;

    /** A load must rest that long, since a hand that lets go slowly looks stable for a moment. */
    public static final Duration REST = Duration.ofMillis(250);

    private @Nullable Weight load;
    private long since;
    private @Nullable Weight old;
    private boolean oldUnknown;

    /** What may be taken now. */
    public sealed interface Look {}

    /** A load that rests and was not there before. */
    public record Fresh(Weight weight) implements Look {}

    /** The load that was there before still is. */
    public record Old(Weight weight) implements Look {}

    /** Nothing that could be taken: empty, moving, or not yet at rest. */
    public record Nothing() implements Look {}

    /**
     * @param nanoTime when it was read, by {@link System#nanoTime}
     */
    public Look look(ScaleReading reading, long nanoTime) {
        if (!(reading instanceof ScaleReading.Stable(Weight weight))) {
            load = null;
            return new Nothing();
        }
        if (load == null || !same(load, weight)) {
            load = weight;
            since = nanoTime;
        }
        if (nanoTime - since < REST.toNanos()) {
            return new Nothing();
        }
        return rested(weight);
    }

    private Look rested(Weight weight) {
        if (weight.grams() <= EMPTY_GRAMS) {
            old = null;
            oldUnknown = false;
            return new Nothing();
        }
        if (oldUnknown) {
            old = weight;
            oldUnknown = false;
        }
        if (old != null && same(old, weight)) {
            return new Old(weight);
        }
        old = null;
        return new Fresh(weight);
    }

    /** Whether a load seems to rest, but not for long enough yet. */
    public boolean settling() {
        return load != null && load.grams() > EMPTY_GRAMS;
    }

    /** Whatever lies there now belongs to the past, known or not. */
    public void forget() {
        if (load != null && load.grams() <= EMPTY_GRAMS) {
            return;
        }
        old = load;
        oldUnknown = load == null;
    }

    /** Lets what lies there pass once more. */
    public void admit() {
        old = null;
        oldUnknown = false;
    }

    private static boolean same(Weight one, Weight other) {
        return Math.abs(one.grams() - other.grams()) <= SAME_GRAMS;
    }
}
