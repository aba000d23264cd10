package io.fulfillx.scanner.wedge;

/** A character typed as a number on the numeric keypad while Alt is held, as Windows does it. */
final class AltCode {
    private static final int MOST_DIGITS = 5;
    private static final int PRINTABLE = 32;
    private static final int HIGHEST_ASCII = 126;

    private final StringBuilder digits = new StringBuilder();

    void digit(char digit) {
        if (digits.length() < MOST_DIGITS) {
            digits.append(digit);
        }
    }

    /**
     * Alt was released.
     *
     * @return what it means, 0 when no number was typed or it is no ASCII character
     */
    char finish() {
        int number = digits.isEmpty() ? 0 : Integer.parseInt(digits.toString());
        digits.setLength(0);
        return number > 0 && number <= HIGHEST_ASCII ? (char) number : 0;
    }

    boolean isEmpty() {
        return digits.isEmpty();
    }

    /** Whether a character is one that only an Alt code makes. */
    static boolean isControl(char character) {
        return character < PRINTABLE;
    }
}
