package io.fulfillx.scanner.scale;

import io.fulfillx.model.quantity.Weight;

import java.math.BigDecimal;

/**
 * One answer of a scale. Only {@link Stable} is a weight; everything else says why there is none.
 */
public sealed interface ScaleReading {
    /**
     * The scale says, or has shown long enough, that nothing moves; taken from it just now.
     *
     * @param weight net, rounded to the nearest gram, half a gram away from zero
     */
    record Stable(Weight weight) implements ScaleReading {}

    /** The load still moves. */
    record Moving() implements ScaleReading {}

    /** Less than nothing: something was taken off after zero or tare. */
    record BelowZero() implements ScaleReading {}

    /** More than the scale can bear. */
    record Overload() implements ScaleReading {}

    /** The scale must be emptied and set to zero before it weighs again. */
    record NeedsZero() implements ScaleReading {}

    /** It answers, but cannot weigh now. */
    record NotReady() implements ScaleReading {}

    /**
     * It does not work.
     *
     * @param sentence what is wrong, for people
     */
    record Fault(String sentence) implements ScaleReading {}

    /** What was known is old; the weight on the scale is unknown. */
    record Stale(Reason reason) implements ScaleReading {}

    /** Why nothing new is known. */
    enum Reason {
        /** Not found or unplugged. */
        GONE,
        /** Connected, but it says nothing. */
        SILENT,
        /** It says that the load moves and repeats the very same digits all the time. */
        FROZEN
    }

    /**
     * What a scale means that shows so many grams.
     *
     * @param grams exact, not yet rounded
     */
    static ScaleReading of(BigDecimal grams, boolean stable) {
        final int mostGrams = 1_000_000;
        BigDecimal whole = MassUnit.wholeGrams(grams);
        if (whole.signum() < 0) {
            return new BelowZero();
        }
        if (whole.compareTo(BigDecimal.valueOf(mostGrams)) > 0) {
            return new Overload();
        }
        return stable ? new Stable(new Weight(whole.intValueExact())) : new Moving();
    }
}
