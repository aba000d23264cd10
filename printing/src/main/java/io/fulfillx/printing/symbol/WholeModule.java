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
     * For bars: the nearest number that is larger than one.
     *
     * @param exact dots of a module as designed
     * @param fits whether there is room for a larger one
     * @return 0 when there is no good number
     */
    static int ofBars(double exact, IntPredicate fits) {
        return of(exact, exact < 2 ? 2 : (int) Math.rint(exact), fits);
    }

    /** For squares, which suffer from gain on all sides: three dots where there is room. */
    static int ofSquares(double exact, IntPredicate fits) {
        int near = of(exact, exact < 3 ? 3 : (int) Math.rint(exact), fits);
        return near == 0 ? ofBars(exact, fits) : near;
    }

    private static int of(double exact, int near, IntPredicate fits) {
        if (Math.abs(exact - Math.rint(exact)) < 0.02 && exact > 1.9) {
            return (int) Math.rint(exact);
        }
        if (near <= exact || near <= MOST_GROWTH * exact && fits.test(near)) {
            return near;
        }
        int below = (int) Math.floor(exact);
        return below >= 2 && below >= MOST_SHRINKING * exact ? below : 0;
    }
}
