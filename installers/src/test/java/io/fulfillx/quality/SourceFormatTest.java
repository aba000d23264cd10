package io.fulfillx.quality;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import com.google.googlejavaformat.java.StringWrapper;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** google-java-format, AOSP style. A test and not a plug-in: see docs/decisions. */
class SourceFormatTest {
    private static final boolean APPLY = System.getProperty("fulfillx.format", "").equals("apply");

    private final Formatter formatter =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    @Test
    void everySourceIsFormatted() {
        List<String> unformatted =
                Repository.javaSources().parallelStream()
                        .filter(file -> !isFormatted(file))
                        .map(Repository::name)
                        .sorted()
                        .toList();
        assertTrue(
                unformatted.isEmpty(),
                () ->
                        "Not formatted:\n  "
                                + String.join("\n  ", unformatted)
                                + "\nTo format them: mvn -q -pl installers -am test"
                                + " -Dfulfillx.format=apply -Dtest=SourceFormatTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false");
    }

    private boolean isFormatted(Path file) {
        String source = Repository.text(file);
        String formatted = format(file, source);
        if (formatted.equals(source)) {
            return true;
        }
        if (APPLY) {
            write(file, formatted);
        }
        return APPLY;
    }

    private String format(Path file, String source) {
        try {
            String inOrder =
                    RemoveUnusedImports.removeUnusedImports(
                            ImportOrderer.reorderImports(source, Style.AOSP));
            return StringWrapper.wrap(formatter.formatSource(inOrder), formatter);
        } catch (FormatterException e) {
            throw new AssertionError(Repository.name(file) + " cannot be read", e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
