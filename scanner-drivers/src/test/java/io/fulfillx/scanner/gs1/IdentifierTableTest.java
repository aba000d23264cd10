package io.fulfillx.scanner.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Our table against the published dictionary, where that is at hand. */
class IdentifierTableTest {
    private static final Pattern PART =
            Pattern.compile("(\\[?)([NXYZ])(\\.\\.)?([0-9]+)]?(?:,(.*))?");

    /** What the dictionary says of one identifier, in words that our table can be put into. */
    private record Facts(
            boolean fixed,
            boolean attribute,
            boolean key,
            List<String> parts,
            String needs,
            List<List<String>> paths) {}

    private static Path dictionary() {
        Path root = Path.of(System.getProperty("fulfillx.root", "."));
        String shared = System.getProperty("fulfillx.shared", root.resolve("../shared").toString());
        return Path.of(shared, "data", "gs1", "gs1-syntax-dictionary.txt");
    }

    private static Map<String, Facts> published() throws IOException {
        Map<String, Facts> published = new TreeMap<>();
        for (String line : Files.readAllLines(dictionary())) {
            String facts = line.contains("#") ? line.substring(0, line.indexOf('#')) : line;
            List<String> words = new ArrayList<>(List.of(facts.strip().split(" +", -1)));
            if (words.getFirst().isEmpty()) {
                continue;
            }
            String codes = words.removeFirst();
            String flags = PART.matcher(words.getFirst()).matches() ? "" : words.removeFirst();
            for (String code : codes(codes)) {
                published.put(code, facts(flags, words));
            }
        }
        return published;
    }

    private static List<String> codes(String codes) {
        String[] ends = codes.split("-", -1);
        List<String> all = new ArrayList<>();
        if (ends.length == 1) {
            return List.of(codes);
        }
        for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[1]); i++) {
            all.add(Integer.toString(i));
        }
        return all;
    }

    private static Facts facts(String flags, List<String> words) {
        List<String> parts = new ArrayList<>();
        List<List<String>> paths = new ArrayList<>();
        String needs = "";
        for (String word : words) {
            Matcher part = PART.matcher(word);
            if (part.matches()) {
                int rules = part.group(5) == null ? 0 : part.group(5).split(",", -1).length;
                String shortest = part.group(3) == null ? part.group(4) : "1";
                parts.add(
                        part.group(2)
                                + shortest
                                + "-"
                                + part.group(4)
                                + (part.group(1).isEmpty() ? "" : "?")
                                + rules);
            } else if (word.startsWith("req=")) {
                needs = word.substring(4).replace('+', '&').replace(',', ' ');
            } else if (word.startsWith("dlpkey")) {
                String choices = word.contains("=") ? word.substring(7) : "";
                for (String choice : choices.split("\\|", -1)) {
                    paths.add(choice.isEmpty() ? List.of() : List.of(choice.split(",", -1)));
                }
            }
        }
        return new Facts(
                flags.contains("*"), flags.contains("?"), !paths.isEmpty(), parts, needs, paths);
    }

    private static Facts ours(ApplicationIdentifier identifier) {
        return new Facts(
                identifier.fixed(),
                identifier.attribute(),
                identifier.key(),
                identifier.parts().stream().map(IdentifierTableTest::part).toList(),
                identifier.pairing().needed(),
                identifier.pairing().paths());
    }

    private static String part(Part part) {
        String letter =
                switch (part.set()) {
                    case DIGITS -> "N";
                    case SET_82 -> "X";
                    case SET_39 -> "Y";
                    case SET_64 -> "Z";
                };
        return String.format(
                Locale.ROOT,
                "%s%d-%d%s%d",
                letter,
                part.shortest(),
                part.longest(),
                part.optional() ? "?" : "",
                part.rules().size());
    }

    @Test
    void everyIdentifierIsThereWithTheFactsOfTheDictionary() throws IOException {
        assumeTrue(Files.isRegularFile(dictionary()), "no dictionary at " + dictionary());
        Map<String, Facts> ours = new TreeMap<>();
        ApplicationIdentifier.all().forEach(each -> ours.put(each.code(), ours(each)));
        assertEquals(published(), ours);
    }
}
