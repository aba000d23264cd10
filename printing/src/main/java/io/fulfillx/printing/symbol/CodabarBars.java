package io.fulfillx.printing.symbol;

import java.util.Optional;
import java.util.OptionalInt;

/** Codabar, without its start and stop letters, four characters or more. */
final class CodabarBars implements LinearCode {
    private static final String CHARACTERS = "0123456789-$:/.+ABCD";
    private static final int[] PATTERNS = {
        0x03, 0x06, 0x09, 0x60, 0x12, 0x42, 0x21, 0x24, 0x30, 0x48, 0x0c, 0x18, 0x45, 0x51, 0x54,
        0x15, 0x1a, 0x29, 0x0b, 0x0e
    };
    private static final int FEWEST = 4;

    @Override
    public Optional<LinearHit> readAt(Bars bars, int first) {
        if (first + 8 * (FEWEST + 2) > bars.size() + 1) {
            return Optional.empty();
        }
        double thin = bars.sum(first, 7) / 10;
        if (bars.whiteBefore(first) < 5 * thin || !Character.isLetter(character(bars, first))) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (int at = first + 8; at + 7 <= bars.size(); at += 8) {
            char next = character(bars, at);
            if (next == 0 || bars.width(at - 1) > 4 * thin) {
                return Optional.empty();
            }
            if (Character.isLetter(next)) {
                return text.length() < FEWEST || bars.whiteAfter(at + 6) < 5 * thin
                        ? Optional.empty()
                        : Optional.of(
                                new LinearHit(
                                        Symbology.CODABAR,
                                        Symbology.CODABAR.plainAimId(),
                                        text.toString(),
                                        first,
                                        at + 7 - first));
            }
            text.append(next);
        }
        return Optional.empty();
    }

    private static char character(Bars bars, int at) {
        for (int wide = 2; wide <= 3; wide++) {
            OptionalInt pattern = WideBars.pattern(bars, at, 7, 1, wide);
            for (int i = 0; pattern.isPresent() && i < PATTERNS.length; i++) {
                if (PATTERNS[i] == pattern.getAsInt()) {
                    return CHARACTERS.charAt(i);
                }
            }
        }
        return 0;
    }
}
