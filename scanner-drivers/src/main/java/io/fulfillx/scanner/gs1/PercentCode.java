package io.fulfillx.scanner.gs1;

import java.util.HexFormat;

/** Characters written as a percent sign and two hexadecimal digits (RFC 3986, 2.1). */
final class PercentCode {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final AsciiSet PLAIN =
            AsciiSet.of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");
    private static final int NIBBLE = 4;
    private static final int LENGTH = 3;

    private PercentCode() {}

    /** The character that the code at this percent sign stands for; -1 when it is none. */
    static int at(String text, int percent) {
        if (percent + LENGTH > text.length()
                || !HexFormat.isHexDigit(text.charAt(percent + 1))
                || !HexFormat.isHexDigit(text.charAt(percent + 2))) {
            return -1;
        }
        return HexFormat.fromHexDigit(text.charAt(percent + 1)) << NIBBLE
                | HexFormat.fromHexDigit(text.charAt(percent + 2));
    }

    /**
     * The characters meant. What is no code stays as it is.
     *
     * @param plusIsSpace as in a query
     */
    static String decode(String text, int from, int to, boolean plusIsSpace) {
        int at = from;
        while (at < to && text.charAt(at) != '%' && text.charAt(at) != '+') {
            at++;
        }
        if (at == to) {
            return text.substring(from, to);
        }
        StringBuilder plain = new StringBuilder(to - from).append(text, from, at);
        while (at < to) {
            char c = text.charAt(at);
            int code = c == '%' && at + 2 < to ? at(text, at) : -1;
            if (code >= 0) {
                plain.append((char) code);
                at += LENGTH;
            } else {
                plain.append(c == '+' && plusIsSpace ? ' ' : c);
                at++;
            }
        }
        return plain.toString();
    }

    /** Where in the written text the decoded character with this index stands. */
    static int written(String text, int from, int to, int index) {
        int at = from;
        for (int i = 0; i < index && at < to; i++) {
            at += text.charAt(at) == '%' && at + 2 < to && at(text, at) >= 0 ? LENGTH : 1;
        }
        return Math.min(at, to);
    }

    static void encode(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (PLAIN.has(c)) {
                out.append(c);
            } else {
                out.append('%').append(HEX.toHighHexDigit(c)).append(HEX.toLowHexDigit(c));
            }
        }
    }
}
