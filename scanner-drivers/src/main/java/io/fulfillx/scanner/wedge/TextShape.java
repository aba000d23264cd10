package io.fulfillx.scanner.wedge;

/** How much a text looks like a barcode rather than like words, as {@link BurstOdds} counts. */
final class TextShape {
    private static final double PLAIN_CODE = 1.5;
    private static final double MIXED_CODE = 0.5;
    private static final double CHECKED = 2;
    private static final double SYMBOLOGY = 6;
    private static final double LOWER_CASE = -1.5;
    private static final double WORDS = -3;

    private TextShape() {}

    static double odds(CharSequence text) {
        int digits = 0;
        int lower = 0;
        int spaces = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            digits += character >= '0' && character <= '9' ? 1 : 0;
            lower += Character.isLowerCase(character) ? 1 : 0;
            spaces += character == ' ' ? 1 : 0;
        }
        double odds = 0;
        if (text.length() > 3 && text.charAt(0) == ']' && Character.isLetter(text.charAt(1))) {
            odds += SYMBOLOGY;
        }
        if (spaces > 0 && lower > 0) {
            return odds + WORDS;
        }
        if (lower == text.length()) {
            return odds + LOWER_CASE;
        }
        if (lower > 0) {
            return odds + MIXED_CODE;
        }
        return odds + PLAIN_CODE + (digits == text.length() && checked(text) ? CHECKED : 0);
    }

    /** Whether the last digit is the check digit of an article number. */
    private static boolean checked(CharSequence digits) {
        int length = digits.length();
        if (length != 8 && length != 12 && length != 13 && length != 14) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int digit = digits.charAt(length - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : 3 * digit;
        }
        return sum % 10 == 0;
    }
}
