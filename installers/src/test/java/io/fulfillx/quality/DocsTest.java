package io.fulfillx.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documents tell the truth about the files. */
class DocsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");

    /** A class name in a document, such as {@code `PackSession`}. */
    private static final Pattern CLASS_NAME =
            Pattern.compile("`([A-Z][a-z]+(?:[A-Z][A-Za-z0-9]+)+)`");

    private static final List<String> WORDS_NEEDED =
            List.of("Parcel", "Carton", "Wave", "Hold", "Tote", "LabelDocument", "TrackingNumber");

    private static List<Path> documents() {
        Path root = Repository.root();
        List<Path> documents = new ArrayList<>(Repository.files(root.resolve("docs"), ".md"));
        Stream.of(
                        "README.md",
                        "CONTRIBUTING.md",
                        "SECURITY.md",
                        "CHANGELOG.md",
                        "device-io/README.md",
                        "printing/README.md",
                        "scanner-drivers/README.md")
                .map(root::resolve)
                .forEach(documents::add);
        return documents;
    }

    @Test
    void linksPointToFilesThatExist() {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            Path folder = document.resolveSibling(".");
            Matcher links = LINK.matcher(Repository.text(document));
            while (links.find()) {
                String target = links.group(1);
                if (!target.matches("[a-z]+:.*") && !Files.exists(folder.resolve(target))) {
                    broken.add(Repository.name(document) + " -> " + target);
                }
            }
        }
        assertEquals("", String.join("\n", broken), "Links to nowhere.");
    }

    @Test
    void classesNamedInDocumentsExist() {
        Set<String> classes = new HashSet<>();
        Repository.javaSources()
                .forEach(file -> classes.add(file.getFileName().toString().replace(".java", "")));
        List<String> unknown = new ArrayList<>();
        for (Path document : documents()) {
            Matcher names = CLASS_NAME.matcher(Repository.text(document));
            while (names.find()) {
                if (!classes.contains(names.group(1))) {
                    unknown.add(Repository.name(document) + ": " + names.group(1));
                }
            }
        }
        assertEquals("", String.join("\n", unknown), "No file has such a name.");
    }

    @Test
    void theGlossaryExplainsTheWordsOfTheHouse() {
        String glossary = Repository.text(Repository.root().resolve("docs/glossary.md"));
        List<String> missing =
                WORDS_NEEDED.stream()
                        .filter(word -> !glossary.contains("| " + word + " |"))
                        .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void decisionsAreNumberedWithoutGaps() {
        List<Path> decisions = Repository.files(Repository.root().resolve("docs/decisions"), ".md");
        for (int i = 0; i < decisions.size(); i++) {
            String name = String.valueOf(decisions.get(i).getFileName());
            assertEquals("%04d".formatted(i + 1), name.substring(0, 4), name);
        }
    }
}
