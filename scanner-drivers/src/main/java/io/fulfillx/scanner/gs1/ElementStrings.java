package io.fulfillx.scanner.gs1;

import org.jspecify.annotations.Nullable;

/** Element strings: identifiers and values in a row, FNC1 between them where it is needed. */
final class ElementStrings {
    /** How FNC1 is written. */
    static final char CARET = '^';

    /** How scanners send FNC1. */
    static final char GS = 0x1D;

    static final char COMPOSITE = '|';

    static final int LONGEST_TEXT = 8_191;

    private final String text;

    /** Whether a caret is FNC1, too. */
    private final boolean carets;

    private final MessageBuilder builder = new MessageBuilder();

    private ElementStrings(String text, boolean carets) {
        this.text = text;
        this.carets = carets;
    }

    static Gs1Outcome parse(String text) {
        return new ElementStrings(text, true).whole(true);
    }

    static Gs1Outcome parseLoosely(String text) {
        return new ElementStrings(text, true).whole(false);
    }

    /** Reads what a scanner sent from there on, where FNC1 in front is not sent. */
    static Gs1Outcome parseScanned(String text, int from) {
        ElementStrings reader = new ElementStrings(text, false);
        Gs1Error error = reader.part(from, text.length());
        return error == null ? reader.builder.build() : error;
    }

    /** The same for the composite part of a retail number, which stands in front of it. */
    static Gs1Outcome parseComposite(Gs1Element primary, String text, int from) {
        ElementStrings reader = new ElementStrings(text, false);
        Gs1Error error = reader.builder.add(primary.identifier(), primary.value(), 0);
        reader.builder.startComposite();
        error = error == null ? reader.part(from, text.length()) : error;
        return error == null ? reader.builder.build() : error;
    }

    private Gs1Outcome whole(boolean strictly) {
        if (text.length() > LONGEST_TEXT) {
            return Gs1Error.at(
                    Gs1Problem.TOO_LONG_TEXT, LONGEST_TEXT, text.length() - LONGEST_TEXT);
        }
        int bar = text.indexOf(COMPOSITE);
        Gs1Error error = part(0, bar < 0 ? text.length() : bar, strictly);
        if (error == null && bar >= 0) {
            builder.startComposite();
            error = part(bar + 1, text.length(), strictly);
        }
        return error == null ? builder.build() : error;
    }

    private @Nullable Gs1Error part(int from, int to, boolean strictly) {
        if (from < to && separator(text.charAt(from))) {
            return part(from + 1, to);
        }
        return strictly ? Gs1Error.at(Gs1Problem.NO_LEADING_FNC1, from, 0) : part(from, to);
    }

    private boolean separator(char c) {
        return c == GS || carets && c == CARET;
    }

    private @Nullable Gs1Error part(int from, int to) {
        if (from == to) {
            return Gs1Error.at(Gs1Problem.EMPTY, from, 0);
        }
        int at = from;
        while (at < to) {
            ApplicationIdentifier identifier = Identifiers.startingAt(text, at);
            if (identifier == null || at + identifier.code().length() > to) {
                return unknown(at, to);
            }
            int start = at + identifier.code().length();
            int end = end(identifier, start, to);
            Finding finding = identifier.check(text, start, end);
            if (finding != null) {
                return finding.in(identifier.code(), 0);
            }
            Gs1Error error = builder.add(identifier, text.substring(start, end), at);
            if (error != null) {
                return error;
            }
            at = end < to && separator(text.charAt(end)) ? end + 1 : end;
        }
        return null;
    }

    /** Where the value that starts there ends. */
    private int end(ApplicationIdentifier identifier, int start, int to) {
        int limit = identifier.fixed() ? Math.min(to, start + identifier.longest()) : to;
        int end = start;
        while (end < limit && !separator(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private Gs1Error unknown(int at, int to) {
        int digits = at;
        while (digits < Math.min(to, at + 2) && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        return digits == at + 2
                ? Gs1Error.at(Gs1Problem.UNKNOWN_IDENTIFIER, at, Math.min(4, to - at))
                : Gs1Error.at(Gs1Problem.NO_IDENTIFIER, at, Math.min(2, to - at));
    }

    static String write(Gs1Message message) {
        StringBuilder out = new StringBuilder();
        write(message, CARET, out);
        return out.toString();
    }

    /** Each part begins with the separator; another stands where the length does not tell. */
    private static void write(Gs1Message message, char separator, StringBuilder out) {
        boolean open = true;
        int index = 0;
        for (Gs1Element element : message.elements()) {
            if (index++ == message.linear()) {
                out.append(COMPOSITE);
                open = true;
            }
            if (open) {
                out.append(separator);
            }
            out.append(element.ai()).append(element.value());
            open = !element.identifier().fixed();
        }
    }

    /** As a scanner sends it: no FNC1 in front, and both parts in a row. */
    static String scanned(Gs1Message message) {
        StringBuilder out = new StringBuilder();
        write(new Gs1Message(message.elements()), GS, out);
        return out.substring(1);
    }
}
