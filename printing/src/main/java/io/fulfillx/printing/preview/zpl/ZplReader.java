package io.fulfillx.printing.preview.zpl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a document into commands. Line breaks and tabs between and within commands mean nothing;
 * prefixes and delimiter may be changed on the way; announced binary data is taken by its length.
 */
final class ZplReader {
    private final String text;
    private final List<ZplCommand> commands = new ArrayList<>();
    private char caret = '^';
    private char tilde = '~';
    private char delimiter = ',';
    private int at;

    private ZplReader(byte[] document) {
        this.text = new String(document, StandardCharsets.ISO_8859_1);
    }

    static List<ZplCommand> read(byte[] document) {
        ZplReader reader = new ZplReader(document);
        while (reader.at < reader.text.length()) {
            reader.next();
        }
        return reader.commands;
    }

    private void next() {
        char prefix = text.charAt(at++);
        if (prefix != caret && prefix != tilde) {
            return;
        }
        boolean immediate = prefix == tilde;
        String name = name(immediate);
        if (changesPrefix(name)) {
            return;
        }
        int from = at;
        int end = dataEnd(name);
        String data = text.substring(from, end);
        at = end;
        boolean binary = end - from > 0 && carriesBytes(name, data);
        commands.add(new ZplCommand(name, binary ? data : withoutControls(data), delimiter, from));
    }

    /** The letters after the prefix; {@code ^A} has a font name where others have a letter. */
    private String name(boolean immediate) {
        StringBuilder name = new StringBuilder(immediate ? "~" : "^");
        while (name.length() < 3 && at < text.length() && !isPrefix(text.charAt(at))) {
            char letter = text.charAt(at++);
            if (letter > ' ') {
                name.append(letter);
            }
            if (name.length() == 2 && name.charAt(1) == 'A' && !immediate) {
                break;
            }
        }
        if (name.toString().equals("^A") && at < text.length() && text.charAt(at) == '@') {
            at++;
            return "^A@";
        }
        return name.toString().toUpperCase(Locale.ROOT);
    }

    private boolean isPrefix(char letter) {
        return letter == caret || letter == tilde;
    }

    private boolean changesPrefix(String name) {
        if (name.length() != 3 || name.charAt(1) != 'C' || at >= text.length()) {
            return false;
        }
        char letter = text.charAt(at);
        switch (name.charAt(2)) {
            case 'C' -> caret = letter;
            case 'T' -> tilde = letter;
            case 'D' -> delimiter = letter;
            default -> {
                return false;
            }
        }
        at++;
        return true;
    }

    private int dataEnd(String name) {
        int from = at;
        int binary = binaryEnd(name);
        if (binary > 0) {
            return binary;
        }
        int end = from;
        while (end < text.length() && !isPrefix(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean carriesBytes(String name, String data) {
        return name.equals("^GF") && data.length() > 0 && "BC".indexOf(data.charAt(0)) >= 0
                || name.equals("~DY");
    }

    /** Where announced bytes end, or 0 when there are none. */
    private int binaryEnd(String name) {
        int countAt;
        int dataAfter;
        if (name.equals("^GF") && at < text.length() && "BC".indexOf(text.charAt(at)) >= 0) {
            countAt = 1;
            dataAfter = 4;
        } else if (name.equals("~DY")) {
            countAt = 3;
            dataAfter = 5;
        } else {
            return 0;
        }
        int from = at;
        String count = "";
        String form = "";
        for (int i = 0; i < dataAfter; i++) {
            int end = text.indexOf(delimiter, from);
            if (end < 0 || end - from > 64) {
                return 0;
            }
            if (i == countAt) {
                count = text.substring(from, end).strip();
            } else if (i == 1) {
                form = text.substring(from, end).strip();
            }
            from = end + 1;
        }
        if (!count.matches("[0-9]{1,8}") || name.equals("~DY") && isText(form, from)) {
            return 0;
        }
        return Math.min(text.length(), from + Integer.parseInt(count));
    }

    /** A download in hexadecimal or Base64 ends at the next command. */
    private boolean isText(String form, int from) {
        return form.equalsIgnoreCase("A")
                || form.equalsIgnoreCase("P") && !text.startsWith("\u0089PNG", from)
                || text.startsWith(":Z64:", from)
                || text.startsWith(":B64:", from);
    }

    private static String withoutControls(String data) {
        for (int i = 0; i < data.length(); i++) {
            if (data.charAt(i) < ' ') {
                return data.chars()
                        .filter(letter -> letter >= ' ')
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
            }
        }
        return data;
    }
}
