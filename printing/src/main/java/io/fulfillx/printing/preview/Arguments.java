package io.fulfillx.printing.preview;

import java.util.ArrayList;
import java.util.List;

/** What stands between separators, quotes kept together. Never fails: nonsense reads as 0. */
record Arguments(List<String> parts) {
    static Arguments of(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '\\'
                    && quoted
                    && i + 1 < text.length()
                    && "\"\\".indexOf(text.charAt(i + 1)) >= 0) {
                part.append(next).append(text.charAt(++i));
            } else if (next == separator && !quoted) {
                if (separator != ' ' || !part.isEmpty()) {
                    parts.add(part.toString());
                }
                part.setLength(0);
            } else {
                quoted ^= next == '"';
                part.append(next);
            }
        }
        if (separator != ' ' || !part.isEmpty()) {
            parts.add(part.toString());
        }
        return new Arguments(parts);
    }

    int size() {
        return parts.size();
    }

    String text(int index) {
        return index < parts.size() ? parts.get(index).strip() : "";
    }

    /** Without its quotes. */
    String quoted(int index) {
        String text = text(index);
        boolean both = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return both ? text.substring(1, text.length() - 1) : text;
    }

    int number(int index) {
        return number(index, 0);
    }

    /** A whole number; a fraction is cut off. */
    int number(int index, int otherwise) {
        String text = text(index);
        return text.matches("-?[0-9]{1,8}([.][0-9]*)?")
                ? (int) Double.parseDouble(text)
                : otherwise;
    }
}
