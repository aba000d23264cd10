package io.fulfillx.printing.symbol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Code 93 with both check characters; pairs that stand for other ASCII are resolved. */
final class Code93Bars implements LinearCode {
    /** The four shift characters are written a, b, c, d: ($), (%), (/), (+). */
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%abcd*";

    /** Black modules of each character, the first in the highest of nine bits. */
    private static final int[] PATTERNS = {
        0x114, 0x148, 0x144, 0x142, 0x128, 0x124, 0x122, 0x150, 0x112, 0x10a, 0x1a8, 0x1a4, 0x1a2,
        0x194, 0x192, 0x18a, 0x168, 0x164, 0x162, 0x134, 0x11a, 0x158, 0x14c, 0x146, 0x12c, 0x116,
        0x1b4, 0x1b2, 0x1ac, 0x1a6, 0x196, 0x19a, 0x16c, 0x166, 0x136, 0x13a, 0x12e, 0x1d4, 0x1d2,
        0x1ca, 0x16e, 0x176, 0x1ae, 0x126, 0x1da, 0x1d6, 0x132, 0x15e
    };

    private static final int EDGE = 47;

    @Override
    public Optional<LinearHit> readAt(Bars bars, int first) {
        if (first + 31 > bars.size() || value(bars, first) != EDGE) {
            return Optional.empty();
        }
        double character = bars.sum(first, 6);
        if (bars.whiteBefore(first) < 0.4 * character) {
            return Optional.empty();
        }
        List<Integer> values = new ArrayList<>();
        for (int at = first + 6; at + 7 <= bars.size(); at += 6) {
            int value = value(bars, at);
            if (value < 0 || Math.abs(bars.sum(at, 6) - character) > 0.15 * character) {
                return Optional.empty();
            }
            if (value == EDGE) {
                return bars.whiteAfter(at + 6) < 0.4 * character
                        ? Optional.empty()
                        : finish(values, first, at + 7 - first);
            }
            values.add(value);
        }
        return Optional.empty();
    }

    private static Optional<LinearHit> finish(List<Integer> values, int first, int count) {
        int data = values.size() - 2;
        if (data < 1
                || check(values, data, 20) != values.get(data)
                || check(values, data + 1, 15) != values.get(data + 1)) {
            return Optional.empty();
        }
        StringBuilder raw = new StringBuilder();
        values.subList(0, data).forEach(value -> raw.append(CHARACTERS.charAt(value)));
        return plain(raw.toString())
                .map(
                        text ->
                                new LinearHit(
                                        Symbology.CODE_93,
                                        Symbology.CODE_93.plainAimId(),
                                        text,
                                        first,
                                        count));
    }

    private static int check(List<Integer> values, int count, int highest) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += ((count - 1 - i) % highest + 1) * values.get(i);
        }
        return sum % 47;
    }

    private static Optional<String> plain(String raw) {
        StringBuilder text = new StringBuilder();
        char shift = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (shift == 0 && c >= 'a') {
                shift = c;
            } else if (shift == 0) {
                text.append(c);
            } else if (c < 'A' || c > 'Z') {
                return Optional.empty();
            } else {
                text.append(shifted(shift, c));
                shift = 0;
            }
        }
        return shift == 0 ? Optional.of(text.toString()) : Optional.empty();
    }

    private static char shifted(char shift, char letter) {
        return switch (shift) {
            case 'a' -> (char) (letter - 64);
            case 'c' -> (char) (letter == 'Z' ? ':' : letter - 32);
            case 'd' -> (char) (letter + 32);
            default -> percent(letter);
        };
    }

    private static char percent(char letter) {
        if (letter <= 'E') {
            return (char) (letter - 38);
        }
        if (letter <= 'J') {
            return (char) (letter - 11);
        }
        if (letter <= 'O') {
            return (char) (letter + 16);
        }
        if (letter <= 'T') {
            return (char) (letter + 43);
        }
        return letter == 'U' ? 0 : letter == 'V' ? '@' : letter == 'W' ? '`' : (char) 127;
    }

    private static int value(Bars bars, int at) {
        double unit = 9 / bars.sum(at, 6);
        int best = -1;
        double least = 0.9;
        for (int value = 0; value < PATTERNS.length; value++) {
            double distance = distance(bars, at, unit, PATTERNS[value]);
            if (distance < least) {
                least = distance;
                best = value;
            }
        }
        return best;
    }

    private static double distance(Bars bars, int at, double unit, int pattern) {
        double distance = 0;
        int element = 0;
        int width = 1;
        for (int bit = 7; bit >= -1; bit--) {
            boolean same = bit >= 0 && (pattern >> bit & 1) == (pattern >> bit + 1 & 1);
            if (same) {
                width++;
            } else {
                double off = bars.width(at + element) * unit - width;
                distance += off * off;
                element++;
                width = 1;
            }
        }
        return element == 6 ? distance : Double.MAX_VALUE;
    }
}
