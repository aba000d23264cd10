package io.fulfillx.printing.language;

import java.util.Locale;

/** Text as field data. */
public final class ZplText {
    private ZplText() {}

    /**
     * Makes any text safe behind {@code ^FH^FD} under {@code ^CI28} (UTF-8): no character of it can
     * be read as a command. Tabs and line ends become spaces, other control characters are dropped.
     */
    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(safe, character));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int character) {
        boolean unpaired = character >= Character.MIN_SURROGATE && character <= 0xDFFF;
        if (character == '^' || character == '~' || character == '_' || character == '\\') {
            safe.append('_').append(Integer.toHexString(character).toUpperCase(Locale.ROOT));
        } else if (character == '\t' || character == '\n' || character == '\r') {
            safe.append(' ');
        } else if (!Character.isISOControl(character) && !unpaired) {
            safe.appendCodePoint(character);
        }
    }
}
