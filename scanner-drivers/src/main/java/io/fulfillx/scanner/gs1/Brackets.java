package io.fulfillx.scanner.gs1;

import org.jspecify.annotations.Nullable;

/** Messages as people read them: identifiers in brackets. */
final class Brackets {
    private static final char OPEN = '(';
    private static final char CLOSE = ')';
    private static final char ESCAPE = '\\';

    private final String text;
    private final MessageBuilder builder = new MessageBuilder();

    private Brackets(String text) {
        this.text = text;
    }

    static Gs1Outcome parse(String text) {
        if (text.length() > ElementStrings.LONGEST_TEXT) {
            return Gs1Error.at(
                    Gs1Problem.TOO_LONG_TEXT,
                    ElementStrings.LONGEST_TEXT,
                    text.length() - ElementStrings.LONGEST_TEXT);
        }
        Brackets reader = new Brackets(text);
        int bar = text.indexOf(ElementStrings.COMPOSITE);
        Gs1Error error = reader.part(0, bar < 0 ? text.length() : bar);
        if (error == null && bar >= 0) {
            reader.builder.startComposite();
            error = reader.part(bar + 1, text.length());
        }
        return error == null ? reader.builder.build() : error;
    }

    private @Nullable Gs1Error part(int from, int to) {
        if (from == to) {
            return Gs1Error.at(Gs1Problem.EMPTY, from, 0);
        }
        int at = from;
        while (at < to) {
            if (text.charAt(at) != OPEN) {
                return Gs1Error.at(Gs1Problem.NO_BRACKET, at, 1);
            }
            int close = text.indexOf(CLOSE, at);
            if (close < 0 || close >= to) {
                return Gs1Error.at(Gs1Problem.UNCLOSED_BRACKET, at, to - at);
            }
            ApplicationIdentifier identifier = Identifiers.exactly(text, at + 1, close);
            if (identifier == null) {
                return Gs1Error.at(Gs1Problem.UNKNOWN_IDENTIFIER, at + 1, close - at - 1);
            }
            int end = end(close + 1, to);
            Gs1Error error = value(identifier, at, close + 1, end);
            if (error != null) {
                return error;
            }
            at = end;
        }
        return null;
    }

    /** The next bracket that no backslash makes part of the value. */
    private int end(int start, int to) {
        int end = start;
        while (end < to && !(text.charAt(end) == OPEN && text.charAt(end - 1) != ESCAPE)) {
            end++;
        }
        return end;
    }

    private @Nullable Gs1Error value(
            ApplicationIdentifier identifier, int bracket, int start, int end) {
        String written = text.substring(start, end);
        String value = written.replace("\\(", "(");
        Finding finding =
                value.length() > identifier.longest()
                        ? new Finding(
                                Gs1Problem.TOO_LONG,
                                identifier.longest(),
                                value.length() - identifier.longest())
                        : identifier.check(value, 0, value.length());
        if (finding != null) {
            int at = start + written(written, finding.at());
            return new Gs1Error(finding.problem(), identifier.code(), at, finding.length());
        }
        return builder.add(identifier, value, bracket);
    }

    /** Where the character with this index of the value stands. */
    private static int written(String written, int index) {
        int at = 0;
        for (int i = 0; i < index; i++) {
            at += written.startsWith("\\(", at) ? 2 : 1;
        }
        return at;
    }

    static String write(Gs1Message message) {
        StringBuilder out = new StringBuilder();
        int index = 0;
        for (Gs1Element element : message.elements()) {
            if (index++ == message.linear()) {
                out.append(ElementStrings.COMPOSITE);
            }
            out.append(OPEN)
                    .append(element.ai())
                    .append(CLOSE)
                    .append(element.value().replace("(", "\\("));
        }
        return out.toString();
    }
}
