package io.fulfillx.printing.symbol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Code 128 of ISO/IEC 15417. Characters are told by the distances between edges of the same kind,
 * which dot gain does not change.
 */
final class Code128Bars implements LinearCode {
    /**
     * Widths of bars and spaces in modules by symbol character value; stop without its last bar.
     */
    private static final String WIDTHS =
            "212222222122222221121223121322131222122213122312132212221213221312231212112232122132"
                + "122231113222123122123221223211221132221231213212223112312131311222321122321221"
                + "312212322112322211212123212321232121111323131123131321112313132113132311211313"
                + "231113231311112133112331132131113123113321133121313121211331231131213113213311"
                + "213131311123311321331121312113312311332111314111221411431111111224111422121124"
                + "121421141122141221112214112412122114122411142112142211241211221114413111241112"
                + "134111111242121142121241114212124112124211411212421112421211212141214121412121"
                + "111143111341131141114113114311411113411311113141114131311141411131211412211214"
                + "211232233111";

    private static final int START_A = 103;
    private static final int STOP = 106;

    /** Squared distance in modules that is still taken for a character. */
    private static final double FARTHEST = 1.0;

    private static final int[][] EDGES = edges();

    private static int[][] edges() {
        int[][] edges = new int[STOP + 1][6];
        for (int value = 0; value <= STOP; value++) {
            for (int i = 0; i < 6; i++) {
                edges[value][i] = WIDTHS.charAt(value * 6 + i) - '0';
            }
        }
        return edges;
    }

    @Override
    public Optional<LinearHit> readAt(Bars bars, int first) {
        if (first + 24 >= bars.size()) {
            return Optional.empty();
        }
        int start = value(bars, first, START_A, START_A + 2);
        double module = bars.sum(first, 6) / 11;
        if (start < 0 || bars.whiteBefore(first) < 3 * module) {
            return Optional.empty();
        }
        List<Integer> values = new ArrayList<>();
        values.add(start);
        int at = first + 6;
        while (at + 5 < bars.size()) {
            double width = bars.sum(at, 6);
            if (Math.abs(width - 11 * module) > 1.6 * module) {
                return Optional.empty();
            }
            int value = value(bars, at, 0, STOP);
            if (value == STOP) {
                return finish(bars, first, at, values, module);
            }
            if (value < 0 || value >= START_A) {
                return Optional.empty();
            }
            values.add(value);
            module = 0.7 * module + 0.3 * width / 11;
            at += 6;
        }
        return Optional.empty();
    }

    private static Optional<LinearHit> finish(
            Bars bars, int first, int stop, List<Integer> values, double module) {
        int last = stop + 6;
        if (last >= bars.size()
                || Math.abs(bars.width(last) - 2 * module) > module
                || bars.whiteAfter(last) < 3 * module
                || values.size() < 3) {
            return Optional.empty();
        }
        int sum = values.getFirst();
        for (int i = 1; i < values.size() - 1; i++) {
            sum += i * values.get(i);
        }
        if (sum % 103 != values.getLast()) {
            return Optional.empty();
        }
        Code128Text text = Code128Text.of(values.subList(0, values.size() - 1));
        return text.payload().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LinearHit(
                                Symbology.CODE_128,
                                text.aimId(),
                                text.payload(),
                                first,
                                last - first + 1));
    }

    /** The character whose edges are nearest; less than 0 when none is near. */
    private static int value(Bars bars, int at, int from, int to) {
        double unit = 11 / bars.sum(at, 6);
        int best = -1;
        double least = FARTHEST;
        for (int value = from; value <= to; value++) {
            double distance = 0;
            int[] widths = EDGES[value];
            for (int i = 0; i < 4; i++) {
                double off = bars.pair(at + i) * unit - widths[i] - widths[i + 1];
                distance += off * off;
            }
            for (int i = 0; i < 6; i++) {
                double off = bars.width(at + i) * unit - widths[i];
                distance += 0.1 * off * off;
            }
            if (distance < least) {
                least = distance;
                best = value;
            }
        }
        return best;
    }
}
