package io.fulfillx.printing.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a ZPL document that the guard found safe into its labels, so that each can be proved. */
final class ZplUnits {
    private static final Pattern BINARY = Pattern.compile("\\^GF\\s*B\\s*,\\s*(\\d+)\\s*,.*?,.*?,");

    /** Without any of these a format only sets something; it belongs to the next label. */
    private static final Pattern MARK = Pattern.compile("\\^(FD|FV|GB|GC|GD|GE|GF|GS|SN)");

    private ZplUnits() {}

    /** Every unit prints one label; what follows the last one, settings only, is left out. */
    static List<byte[]> split(byte[] zpl) {
        String text = new String(zpl, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
        List<byte[]> units = new ArrayList<>();
        ByteArrayOutputStream unit = new ByteArrayOutputStream();
        int start = text.indexOf("^XA");
        while (start >= 0) {
            int end = end(text, start);
            unit.write(zpl, start, end - start);
            if (MARK.matcher(text).region(start, end).find()) {
                units.add(unit.toByteArray());
                unit.reset();
            }
            start = text.indexOf("^XA", end);
        }
        return units;
    }

    /** Just behind the format's {@code ^XZ}; the bytes of binary graphics are counted over. */
    private static int end(String text, int start) {
        int at = start;
        Matcher graphic = BINARY.matcher(text);
        while (true) {
            int end = text.indexOf("^XZ", at);
            if (end < 0) {
                return text.length();
            }
            int next = text.indexOf("^GF", at);
            if (next < 0 || next > end) {
                return end + 3;
            }
            boolean binary = graphic.region(next, text.length()).lookingAt();
            at = binary ? graphic.end() + Integer.parseInt(graphic.group(1)) : next + 3;
        }
    }
}
