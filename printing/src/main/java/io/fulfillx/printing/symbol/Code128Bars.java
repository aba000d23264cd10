package io.fulfillx.printing.symbol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Code 128 of ISO/IEC 15417. Characters are told by the distances between edges of the same kind,
 * which dot gain does not change.
 */
final class Code128Bars implements LinearCode {
    /** Squared distance in modules that is still taken for a character. */
    private static final double FARTHEST = 1.0;

    private static final int[][] EDGES = edges();

    private static int[][] edges() {
        int[][] edges = new int[Code128Table.STOP + 1][6];
        for (int value = 0; value <= Code128Table.STOP; value++) {
            for (int i = 0; i < 6; i++) {
                edges[value][i] = Code128Table.width(value, i);
            }
        }
        return edges;
    }

    @Override
    public Optional<LinearHit> readAt(Bars bars, int first) {
        if (first + 24 >= bars.size()) {
            return Optional.empty();
        }
        int start = value(bars, first, Code128Table.START_A, Code128Table.START_A + 2);
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
            int value = value(bars, at, 0, Code128Table.STOP);
            if (value == Code128Table.STOP) {
                return finish(bars, first, at, values, module);
            }
            if (value < 0 || value >= Code128Table.START_A) {
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
