package io.fulfillx.backend.channels;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which countries exist and which parts their addresses need. A country without a row needs a
 * postal code and no state.
 */
public final class PostalRules {
    /** ISO 3166-1 user-assigned, in use by shops and carriers for Kosovo. */
    private static final String KOSOVO = "XK";

    private static final Rule ORDINARY = new Rule(true, false, List.of());

    private final Set<String> countries = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
    private final Map<String, Rule> rules;

    private PostalRules(Map<String, Rule> rules) {
        this.rules = Map.copyOf(rules);
        countries.add(KOSOVO);
    }

    /** The table that ships with the program. */
    public static PostalRules bundled() {
        try (InputStream table = PostalRules.class.getResourceAsStream("postal-rules.csv")) {
            byte[] bytes = Objects.requireNonNull(table, "postal-rules.csv").readAllBytes();
            return parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostalRules parse(String csv) {
        Map<String, Rule> rules = new HashMap<>();
        csv.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .forEach(cells -> rules.put(cells[0], rule(cells)));
        return new PostalRules(rules);
    }

    private static Rule rule(String[] cells) {
        List<String> shapes = cells[3].isEmpty() ? List.of() : List.of(cells[3].split("\\|"));
        return new Rule(cells[1].equals("required"), cells[2].equals("required"), shapes);
    }

    public boolean isCountry(String alpha2) {
        return countries.contains(alpha2);
    }

    public boolean needsPostalCode(String country) {
        return rules.getOrDefault(country, ORDINARY).postalCode();
    }

    public boolean needsState(String country) {
        return rules.getOrDefault(country, ORDINARY).state();
    }

    /** True unless the country's shape is known and the code has another one. */
    public boolean isPostalCode(String country, String code) {
        List<String> shapes = rules.getOrDefault(country, ORDINARY).shapes();
        String plain = Normalizer.normalize(code, Normalizer.Form.NFKC).replace(" ", "");
        return shapes.isEmpty() || shapes.stream().anyMatch(shape -> fits(shape, plain));
    }

    private static boolean fits(String shape, String code) {
        if (shape.length() != code.length()) {
            return false;
        }
        for (int i = 0; i < code.length(); i++) {
            char letter = code.charAt(i);
            boolean fits =
                    switch (shape.charAt(i)) {
                        case '9' -> letter >= '0' && letter <= '9';
                        case 'A' -> Character.isLetter(letter);
                        default -> letter == shape.charAt(i) || isDash(letter);
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Japanese keyboards offer several dashes for the one in a postal code. */
    private static boolean isDash(char letter) {
        return "-\u2010\u2011\u2012\u2013\u2212\u30FC".indexOf(letter) >= 0;
    }

    private record Rule(boolean postalCode, boolean state, List<String> shapes) {}
}
