package io.fulfillx.scanner.gs1;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * One part of a value, such as the 13 digits in front of a serial number.
 *
 * @param optional whether the value may end before it
 */
record Part(CharacterSet set, int shortest, int longest, boolean optional, List<Rule> rules) {
    private static final char OPTIONAL = '?';

    Part {
        rules = List.copyOf(rules);
    }

    /** Reads one word of our table, such as {@code ?d4:time}. */
    static Part parse(String word) {
        boolean optional = word.charAt(0) == OPTIONAL;
        String rest = optional ? word.substring(1) : word;
        int colon = rest.indexOf(':');
        String length = colon < 0 ? rest.substring(1) : rest.substring(1, colon);
        boolean upTo = length.charAt(0) == '-';
        int longest = Integer.parseInt(upTo ? length.substring(1) : length);
        List<Rule> rules = new ArrayList<>();
        if (colon >= 0) {
            for (String rule : rest.substring(colon + 1).split("\\+", -1)) {
                rules.add(Rule.named(rule));
            }
        }
        return new Part(
                CharacterSet.named(rest.charAt(0)), upTo ? 1 : longest, longest, optional, rules);
    }

    @Nullable Finding check(String text, int from, int to) {
        Finding finding = set.check(text, from, to);
        for (int i = 0; finding == null && i < rules.size(); i++) {
            finding = rules.get(i).check(text, from, to);
        }
        return finding;
    }
}
