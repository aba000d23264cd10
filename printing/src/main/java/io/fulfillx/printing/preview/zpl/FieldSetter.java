package io.fulfillx.printing.preview.zpl;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a drawing of a field once its data is known.
 *
 * @param font in force when the field was read
 */
record FieldSetter(FontChoice font, int charset) {
    /**
     * @param data one character a byte
     * @param numbers contents of numbered fields, for embedded ones
     * @throws IllegalArgumentException when it cannot be encoded as a symbol
     */
    Optional<Drawing> set(FieldDraft field, String data, Map<Integer, String> numbers) {
        String bytes = field.embedder == 0 ? data : embed(data, field.embedder, numbers);
        if (field.barcode.isPresent()) {
            if (bytes.isEmpty()) {
                return Optional.empty();
            }
            Barcode barcode = field.barcode.get();
            SymbolArt art = barcode.draw(bytes, CharacterSet.decode(bytes, charset));
            return Optional.of(new SymbolField(art, field.place, barcode.quarters()));
        }
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        if (field.symbols) {
            return Optional.of(
                    new TextField(mark(bytes), field.place, font.symbols(), Optional.empty()));
        }
        String broken = field.block.isPresent() ? withBreaks(bytes) : bytes.replace("\\&", " ");
        String text = CharacterSet.decode(broken, charset);
        if (font.capitalsOnly()) {
            text = text.toUpperCase(Locale.ROOT);
        }
        return Optional.of(new TextField(text, field.place, font.style(), field.block));
    }

    /** Leading spaces and the first mark; the rest is not printed. */
    private static String mark(String data) {
        int at = 0;
        while (at < data.length() - 1 && data.charAt(at) == ' ') {
            at++;
        }
        return data.substring(0, at + 1);
    }

    private static String withBreaks(String text) {
        StringBuilder lines = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char letter = text.charAt(at);
            char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            if (letter != '\\' || "&-\\".indexOf(next) < 0) {
                lines.append(letter);
                at++;
            } else {
                lines.append(next == '&' ? '\n' : next == '-' ? LineBreaker.SOFT_HYPHEN : '\\');
                at += 2;
            }
        }
        return lines.toString();
    }

    /**
     * Puts the contents of numbered fields between marks: {@code #1#} or {@code #1,from,count#}.
     */
    private static String embed(String data, char mark, Map<Integer, String> numbers) {
        StringBuilder all = new StringBuilder();
        int at = 0;
        while (at < data.length()) {
            int open = data.indexOf(mark, at);
            int close = open < 0 ? -1 : data.indexOf(mark, open + 1);
            if (close < 0) {
                return all.append(data, at, data.length()).toString();
            }
            all.append(data, at, open);
            Parameters parts = new Parameters(data.substring(open + 1, close), ',');
            String value = numbers.getOrDefault(parts.number(0, -1), "");
            int from = parts.number(1, 0, 0, value.length());
            int count = parts.number(2, value.length(), 0, value.length() - from);
            all.append(value, from, from + count);
            at = close + 1;
        }
        return all.toString();
    }
}
