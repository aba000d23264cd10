package io.fulfillx.printing.symbol;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Interleaved 2 of 5 of ISO/IEC 16390, six digits or more, since shorter ones are read by chance.
 */
final class ItfBars implements LinearCode {
    private static final int[] PATTERNS = {6, 17, 9, 24, 5, 20, 12, 3, 18, 10};
    private static final int FEWEST_DIGITS = 6;

    @Override
    public Optional<LinearHit> readAt(Bars bars, int first) {
        if (first + 4 + 10 * FEWEST_DIGITS / 2 + 3 > bars.size() || !start(bars, first)) {
            return Optional.empty();
        }
        double thin = bars.sum(first, 4) / 4;
        StringBuilder digits = new StringBuilder();
        int at = first + 4;
        while (!stop(bars, at, thin)) {
            if (at + 10 > bars.size() || !pair(bars, at, digits)) {
                return Optional.empty();
            }
            double width = bars.sum(at, 10);
            if (width < 12 * thin || width > 22 * thin) {
                return Optional.empty();
            }
            at += 10;
        }
        return digits.length() < FEWEST_DIGITS
                ? Optional.empty()
                : Optional.of(
                        new LinearHit(
                                Symbology.ITF,
                                Symbology.ITF.plainAimId(),
                                digits.toString(),
                                first,
                                at + 3 - first));
    }

    private static boolean start(Bars bars, int at) {
        double thin = bars.sum(at, 4) / 4;
        for (int i = at; i < at + 4; i++) {
            if (bars.width(i) < 0.5 * thin || bars.width(i) > 1.6 * thin) {
                return false;
            }
        }
        return bars.whiteBefore(at) >= 5 * thin;
    }

    private static boolean stop(Bars bars, int at, double thin) {
        return at + 3 <= bars.size()
                && bars.width(at) > 1.5 * thin
                && bars.width(at + 1) < 1.6 * thin
                && bars.width(at + 2) < 1.6 * thin
                && bars.whiteAfter(at + 2) >= 5 * thin;
    }

    private static boolean pair(Bars bars, int at, StringBuilder digits) {
        int black = digit(WideBars.pattern(bars, at, 5, 2, 2));
        int white = digit(WideBars.pattern(bars, at + 1, 5, 2, 2));
        digits.append(black).append(white);
        return black >= 0 && white >= 0;
    }

    private static int digit(OptionalInt pattern) {
        for (int i = 0; pattern.isPresent() && i < PATTERNS.length; i++) {
            if (PATTERNS[i] == pattern.getAsInt()) {
                return i;
            }
        }
        return -1;
    }
}
