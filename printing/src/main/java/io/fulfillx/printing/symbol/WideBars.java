package io.fulfillx.printing.symbol;

import java.util.Arrays;
import java.util.OptionalInt;

/** Elements that are either thin or wide. */
final class WideBars {
    private WideBars() {}

    /**
     * Which of some elements are wide, the first in the highest bit.
     *
     * @param wide how many must be
     * @param step 1 for bars and spaces, 2 for one of them
     * @return nothing when thin and wide ones are not clearly told apart
     */
    static OptionalInt pattern(Bars bars, int at, int count, int step, int wide) {
        double[] widths = new double[count];
        for (int i = 0; i < count; i++) {
            widths[i] = bars.width(at + i * step);
        }
        double[] sorted = widths.clone();
        Arrays.sort(sorted);
        double thin = sorted[count - wide - 1];
        double thick = sorted[count - wide];
        boolean apart =
                thick > 1.3 * thin && sorted[count - 1] < 2.2 * thick && thin < 3 * sorted[0];
        if (!apart) {
            return OptionalInt.empty();
        }
        int pattern = 0;
        for (double width : widths) {
            pattern = pattern << 1 | (width > (thin + thick) / 2 ? 1 : 0);
        }
        return OptionalInt.of(pattern);
    }
}
