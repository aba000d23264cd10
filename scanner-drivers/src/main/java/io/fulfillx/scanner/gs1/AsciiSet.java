package io.fulfillx.scanner.gs1;

/**
 * A set of ASCII characters that is asked for each character of a message.
 *
 * @param low a bit for each character below 64
 * @param high a bit for each character from there on
 */
record AsciiSet(long low, long high) {
    private static final int ASCII = 128;

    static AsciiSet of(String characters) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            if (c < Long.SIZE) {
                low |= 1L << c;
            } else {
                high |= 1L << c;
            }
        }
        return new AsciiSet(low, high);
    }

    boolean has(char c) {
        return has(low, high, c);
    }

    static boolean has(long low, long high, char c) {
        return c < ASCII && ((c < Long.SIZE ? low : high) >>> c & 1) != 0;
    }
}
