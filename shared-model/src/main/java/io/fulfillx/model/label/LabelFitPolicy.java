package io.fulfillx.model.label;

import io.fulfillx.model.quantity.Weight;

/**
 * Whether a parcel may leave under the label that was bought for it. Stations decide by it without
 * the server, and the server looks at the same parcel by it later. Pure.
 */
public final class LabelFitPolicy {
    private static final long WHOLE = 100;

    private LabelFitPolicy() {}

    /** What came of comparing. */
    public enum Fit {
        FITS,
        OTHER_WEIGHT,
        OTHER_CARTON
    }

    /**
     * @param carton code of the carton that was taken
     * @param weight as it was weighed
     */
    public static Fit fit(LabelTerms bought, String carton, Weight weight) {
        FitTolerance tolerance = bought.tolerance();
        if (tolerance.sameCarton() && !carton.equals(bought.carton())) {
            return Fit.OTHER_CARTON;
        }
        long allowed =
                Math.max(
                        tolerance.grams(),
                        bought.weight().grams() * (long) tolerance.percent() / WHOLE);
        return Math.abs((long) weight.grams() - bought.weight().grams()) <= allowed
                ? Fit.FITS
                : Fit.OTHER_WEIGHT;
    }
}
