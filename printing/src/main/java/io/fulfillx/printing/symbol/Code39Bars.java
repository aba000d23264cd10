package io.fulfillx.printing.symbol;

import java.util.Optional;
import java.util.OptionalInt;

/** Code 39 of ISO/IEC 16388, without a check character. */
final class Code39Bars implements LinearCode {
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%*";

    /** Wide elements of each character, the first bar in the highest of nine bits. */
    private static final int[] PATTERNS = {
        0x034, 0x121, 0x061, 0x160, 0x031, 0x130, 0x070, 0x025, 0x124, 0x064, 0x109, 0x049, 0x148,
        0x019, 0x118, 0x058, 0x00d, 0x10c, 0x04c, 0x01c, 0x103, 0x043, 0x142, 0x013, 0x112, 0x052,
        0x007, 0x106, 0x046, 0x016, 0x181, 0x0c1, 0x1c0, 0x091, 0x190, 0x0d0, 0x085, 0x184, 0x0c4,
        0x0a8, 0x0a2, 0x08a, 0x02a, 0x094
    };

    @Override
    public Optional<LinearHit> readAt(Bars bars, int first) {
        if (first + 28 >= bars.size() || character(bars, first) != '*') {
            return Optional.empty();
        }
        double character = bars.sum(first, 9);
        if (bars.whiteBefore(first) < 0.3 * character) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (int at = first + 10; at + 9 <= bars.size(); at += 10) {
            double width = bars.sum(at, 9);
            if (Math.abs(width - character) > 0.15 * character
                    || bars.width(at - 1) > 0.4 * character) {
                return Optional.empty();
            }
            char next = character(bars, at);
            if (next == '*') {
                return text.isEmpty() || bars.whiteAfter(at + 8) < 0.3 * character
                        ? Optional.empty()
                        : Optional.of(
                                new LinearHit(
                                        Symbology.CODE_39,
                                        Symbology.CODE_39.plainAimId(),
                                        text.toString(),
                                        first,
                                        at + 9 - first));
            }
            if (next == 0) {
                return Optional.empty();
            }
            text.append(next);
        }
        return Optional.empty();
    }

    private static char character(Bars bars, int at) {
        OptionalInt pattern = WideBars.pattern(bars, at, 9, 1, 3);
        for (int i = 0; pattern.isPresent() && i < PATTERNS.length; i++) {
            if (PATTERNS[i] == pattern.getAsInt()) {
                return CHARACTERS.charAt(i);
            }
        }
        return 0;
    }
}
