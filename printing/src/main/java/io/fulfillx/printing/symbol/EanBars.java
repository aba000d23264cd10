package io.fulfillx.printing.symbol;

import java.util.Optional;

/** EAN-13, EAN-8, UPC-A and UPC-E of ISO/IEC 15420. */
final class EanBars implements LinearCode {
    /** Modules of the digits in set A; set B is its mirror, set C has bars and spaces swapped. */
    private static final int[][] DIGITS = {
        {3, 2, 1, 1}, {2, 2, 2, 1}, {2, 1, 2, 2}, {1, 4, 1, 1}, {1, 1, 3, 2},
        {1, 2, 3, 1}, {1, 1, 1, 4}, {1, 3, 1, 2}, {1, 2, 1, 3}, {3, 1, 1, 2}
    };

    /** Which of the left digits are of set B, by the thirteenth digit. */
    private static final String[] LEADING = {
        "AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA",
        "ABBABA"
    };

    private static final double FARTHEST = 0.9;

    @Override
    public Optional<LinearHit> readAt(Bars bars, int first) {
        if (!guard(bars, first, 3)) {
            return Optional.empty();
        }
        double module = bars.sum(first, 3) / 3;
        if (bars.whiteBefore(first) < 4 * module) {
            return Optional.empty();
        }
        return twoHalves(bars, first, 6)
                .or(() -> twoHalves(bars, first, 4))
                .or(() -> upcE(bars, first));
    }

    private static boolean guard(Bars bars, int at, int count) {
        if (at + count > bars.size()) {
            return false;
        }
        double module = bars.sum(at, count) / count;
        for (int i = at; i < at + count; i++) {
            if (bars.width(i) < 0.5 * module || bars.width(i) > 1.6 * module) {
                return false;
            }
        }
        return true;
    }

    private static Optional<LinearHit> twoHalves(Bars bars, int first, int half) {
        int count = 3 + 4 * half + 5 + 4 * half + 3;
        int right = first + 3 + 4 * half + 5;
        if (first + count > bars.size()
                || !guard(bars, right - 5, 5)
                || !guard(bars, right + 4 * half, 3)
                || bars.whiteAfter(first + count - 1) < bars.sum(first, 3)) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder();
        StringBuilder sets = new StringBuilder();
        boolean read =
                digits(bars, first + 3, half, digits, sets)
                        && digits(bars, right, half, digits, new StringBuilder());
        if (!read) {
            return Optional.empty();
        }
        return half == 4
                ? eightDigits(digits, sets, first, count)
                : thirteenDigits(digits, sets, first, count);
    }

    private static Optional<LinearHit> eightDigits(
            StringBuilder digits, StringBuilder sets, int first, int count) {
        return sets.indexOf("B") >= 0 || !Gtins.hasCheckDigit(digits)
                ? Optional.empty()
                : hit(Symbology.EAN_8, digits.toString(), first, count);
    }

    private static Optional<LinearHit> thirteenDigits(
            StringBuilder digits, StringBuilder sets, int first, int count) {
        for (int leading = 0; leading < LEADING.length; leading++) {
            if (LEADING[leading].contentEquals(sets)) {
                String all = leading + digits.toString();
                return Gtins.hasCheckDigit(all)
                        ? hit(leading == 0 ? Symbology.UPC_A : Symbology.EAN_13, all, first, count)
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<LinearHit> upcE(Bars bars, int first) {
        int count = 3 + 4 * 6 + 6;
        StringBuilder digits = new StringBuilder();
        StringBuilder sets = new StringBuilder();
        if (first + count > bars.size()
                || !guard(bars, first + count - 6, 6)
                || bars.whiteAfter(first + count - 1) < bars.sum(first, 3)
                || !digits(bars, first + 3, 6, digits, sets)) {
            return Optional.empty();
        }
        for (int check = 0; check < 10; check++) {
            String pattern = check == 0 ? "BBBAAA" : LEADING[check];
            String swapped = check == 0 ? "AAABBB" : swapped(pattern);
            for (int system = 0; system < 2; system++) {
                if (sets.toString().equals(system == 0 ? swapped : swapped(swapped))) {
                    String all = Gtins.expandUpcE(system + digits.toString() + check);
                    if (Gtins.hasCheckDigit(all)) {
                        return hit(Symbology.UPC_E, all, first, count);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String swapped(String sets) {
        return sets.replace('A', 'x').replace('B', 'A').replace('x', 'B');
    }

    private static Optional<LinearHit> hit(Symbology kind, String payload, int first, int count) {
        return Optional.of(new LinearHit(kind, kind.plainAimId(), payload, first, count));
    }

    /** Reads digits; false when an element group is far from all of them. */
    private static boolean digits(
            Bars bars, int at, int count, StringBuilder digits, StringBuilder sets) {
        for (int i = 0; i < count; i++) {
            int best = -1;
            double least = FARTHEST;
            for (int pattern = 0; pattern < 20; pattern++) {
                double distance = distance(bars, at + 4 * i, DIGITS[pattern % 10], pattern >= 10);
                if (distance < least) {
                    least = distance;
                    best = pattern;
                }
            }
            if (best < 0) {
                return false;
            }
            digits.append((char) ('0' + best % 10));
            sets.append(best < 10 ? 'A' : 'B');
        }
        return true;
    }

    private static double distance(Bars bars, int at, int[] widths, boolean mirrored) {
        double unit = 7 / bars.sum(at, 4);
        double distance = 0;
        for (int i = 0; i < 4; i++) {
            double off = bars.width(at + i) * unit - widths[mirrored ? 3 - i : i];
            distance += off * off;
        }
        return distance;
    }
}
