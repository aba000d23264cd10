package io.fulfillx.backend.orders.search;

import io.fulfillx.backend.platform.Fault;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody typed into the search box, taken apart:
 *
 * <pre>
 * query = { clause }          all clauses must hold
 * clause = [ "-" ] [ field ":" ] value
 * value = word | '"' text '"' a word finds what begins with it, a quoted text is meant exactly
 * </pre>
 */
record SearchQuery(List<Clause> clauses) {
    private static final int MAX_LENGTH = 300;
    private static final int MAX_CLAUSES = 12;

    SearchQuery {
        clauses = List.copyOf(clauses);
    }

    /**
     * @param field null for a word that may stand anywhere
     * @param exact it was quoted
     */
    record Clause(boolean not, @Nullable SearchField field, String value, boolean exact) {}

    /**
     * @throws Fault INVALID saying what is wrong, and at which character
     */
    static SearchQuery parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw wrong("A search has at most " + MAX_LENGTH + " characters.");
        }
        List<Clause> clauses = new Reader(text).clauses();
        if (clauses.size() > MAX_CLAUSES) {
            throw wrong("A search has at most " + MAX_CLAUSES + " words.");
        }
        return new SearchQuery(clauses);
    }

    private static Fault wrong(String sentence) {
        return new Fault(Fault.Code.INVALID, sentence);
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<Clause> clauses() {
            List<Clause> found = new ArrayList<>();
            skipSpace();
            while (at < text.length()) {
                found.add(clause());
                skipSpace();
            }
            return found;
        }

        private void skipSpace() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private Clause clause() {
            int start = at;
            boolean not = text.charAt(at) == '-';
            if (not) {
                at++;
            }
            SearchField field = field();
            if (at >= text.length() || Character.isWhitespace(text.charAt(at))) {
                String after = text.substring(start, at);
                throw wrong(
                        "After " + after + " at character " + (start + 1) + " a word is missing.");
            }
            boolean exact = text.charAt(at) == '"';
            return new Clause(not, field, exact ? quoted() : word(), exact);
        }

        /** The word before a colon, if there is one; a colon elsewhere belongs in quotes. */
        private @Nullable SearchField field() {
            int colon = at;
            while (colon < text.length() && Character.isLetter(text.charAt(colon))) {
                colon++;
            }
            if (colon == at || colon >= text.length() || text.charAt(colon) != ':') {
                return null;
            }
            String name = text.substring(at, colon);
            SearchField field =
                    SearchField.find(name)
                            .orElseThrow(
                                    () ->
                                            wrong(
                                                    "There is no field "
                                                            + name
                                                            + " (character "
                                                            + (at + 1)
                                                            + "). The fields are "
                                                            + SearchField.all()
                                                            + "; put a word that has a colon into"
                                                            + " quotes."));
            at = colon + 1;
            return field;
        }

        private String word() {
            int start = at;
            while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                if (text.charAt(at) == '"') {
                    throw wrong(
                            "The quote at character "
                                    + (at + 1)
                                    + " stands inside a word. Put a space before it.");
                }
                at++;
            }
            return text.substring(start, at);
        }

        private String quoted() {
            int open = at;
            int close = text.indexOf('"', open + 1);
            if (close < 0) {
                throw wrong("The quote at character " + (open + 1) + " is not closed.");
            }
            String inside = text.substring(open + 1, close).strip();
            if (inside.isEmpty()) {
                throw wrong("There is nothing in the quotes at character " + (open + 1) + ".");
            }
            at = close + 1;
            if (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                throw wrong("After the quote at character " + at + " a space is missing.");
            }
            return inside;
        }
    }
}
