package io.fulfillx.desktop.pack;

import io.fulfillx.model.quantity.Weight;

/**
 * How far a parcel may be from what its items and its carton weigh together.
 *
 * @param maxGrams the heaviest parcel
 * @param tolerancePercent of the expected weight
 * @param toleranceGrams at least that much is allowed: packing material, a label, the scale itself
 */
public record WeightRules(int maxGrams, int tolerancePercent, int toleranceGrams) {
    private static final int WHOLE = 100;

    /** The larger one of both tolerances counts. */
    boolean fits(Weight onScale, Weight expected) {
        int tolerance = Math.max(toleranceGrams, expected.grams() * tolerancePercent / WHOLE);
        return onScale.grams() >= 1
                && onScale.grams() <= maxGrams
                && Math.abs(onScale.grams() - expected.grams()) <= tolerance;
    }
}
