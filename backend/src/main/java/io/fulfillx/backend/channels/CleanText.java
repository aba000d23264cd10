package io.fulfillx.backend.channels;

import java.text.Normalizer;

/**
 * Text from outside, made fit to be stored, shown and printed: composed (NFC), without control
 * characters, white space collapsed. Letters of every script stay as they are.
 */
public final class CleanText {
    private CleanText() {}

    /** Clean text of at most that many characters; empty for null. */
    public static String of(@org.jspecify.annotations.Nullable String raw, int maxCodePoints) {
        if (raw == null) {
            return "";
        }
        StringBuilder clean = new StringBuilder(raw.length());
        int kept = 0;
        boolean gap = false;
        int[] points = Normalizer.normalize(raw, Normalizer.Form.NFC).codePoints().toArray();
        for (int point : points) {
            if (isGap(point)) {
                gap = true;
            } else if (!isForbidden(point) && kept < maxCodePoints) {
                if (gap && kept > 0) {
                    clean.append(' ');
                    kept++;
                }
                gap = false;
                clean.appendCodePoint(point);
                kept++;
            }
        }
        return clean.toString();
    }

    private static boolean isGap(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x85;
    }

    /** Controls drive printers, and bidirectional overrides make an address read backwards. */
    private static boolean isForbidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> true;
            case Character.PRIVATE_USE -> true;
            case Character.FORMAT -> point != 0x200C && point != 0x200D;
            default -> false;
        };
    }
}
