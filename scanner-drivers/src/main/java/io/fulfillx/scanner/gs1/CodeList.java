package io.fulfillx.scanner.gs1;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/** Codes that others give out, as {@code code-lists.txt} has them. */
final class CodeList {
    static final CodeList COUNTRY = new CodeList("country", Gs1Problem.UNKNOWN_COUNTRY);
    static final CodeList COUNTRY2 = new CodeList("country2", Gs1Problem.UNKNOWN_COUNTRY);
    static final CodeList CURRENCY = new CodeList("currency", Gs1Problem.UNKNOWN_CURRENCY);
    static final CodeList PACKAGING = new CodeList("packaging", Gs1Problem.UNKNOWN_PACKAGING);

    private static final String SEVERAL = "999";

    private final Gs1Problem problem;
    private final Set<String> codes;

    private CodeList(String name, Gs1Problem problem) {
        this.problem = problem;
        this.codes = read(name);
    }

    /** A list goes on in the lines that are set in. */
    private static Set<String> read(String name) {
        StringBuilder words = new StringBuilder();
        boolean inside = false;
        for (String line : Resource.lines("code-lists.txt")) {
            if (!line.startsWith(" ")) {
                inside = line.startsWith(name + " ");
            }
            if (inside) {
                words.append(line).append(' ');
            }
        }
        String list = words.substring(name.length()).strip();
        return Set.of(list.split(" +", -1));
    }

    boolean has(String text, int from, int to) {
        return codes.contains(text.substring(from, to));
    }

    @Nullable Finding check(String text, int from, int to) {
        return has(text, from, to) ? null : new Finding(problem, from, to - from);
    }

    static @Nullable Finding countryOr999(String text, int from, int to) {
        return text.startsWith(SEVERAL, from) ? null : COUNTRY.check(text, from, to);
    }

    /** Media 01 to 10 are blood banks' by agreement, 80 to 99 local. */
    static @Nullable Finding medium(String text, int from, int to) {
        int medium = (text.charAt(from) - '0') * 10 + text.charAt(from + 1) - '0';
        return medium >= 1 && medium <= 10 || medium >= 80
                ? null
                : new Finding(Gs1Problem.UNKNOWN_MEDIUM, from, to - from);
    }
}
