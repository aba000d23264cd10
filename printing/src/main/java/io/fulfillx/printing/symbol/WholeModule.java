package io.fulfillx.printing.symbol;

import java.util.function.IntPredicate;

/** How many dots a module gets. */
final class WholeModule {
    /** A symbol may grow by so much where there is room. */
    private static final double MOST_GROWTH = 1.6;

    /** And shrink by so much where there is none. */
    private static final double MOST_SHRINKING = 0.7;

    private WholeModule() {}

    /**
     * @param exact dots of a module as designed
     * @param fits whether there is room for a larger one
     * @return 0 when there is no good number
     */
    static int of(double exact, IntPredicate fits) {
        if (Math.abs(exact - Math.rint(exact)) < 0.02 && exact > 0.9) {
            return (int) Math.rint(exact);
        }
        int near = exact < 2 ? 2 : (int) Math.rint(exact);
        if (near <= exact) {
            return near;
        }
        if (near <= MOST_GROWTH * exact && fits.test(near)) {
            return near;
        }
        int below = (int) Math.floor(exact);
        return below >= 2 && below >= MOST_SHRINKING * exact ? below : 0;
    }
}
