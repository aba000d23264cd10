package io.fulfillx.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of the repository this test runs in. */
final class Repository {
    private static final List<String> MODULES =
            List.of(
                    "shared-model",
                    "device-io",
                    "printing",
                    "scanner-drivers",
                    "backend",
                    "desktop-client",
                    "installers");

    private Repository() {}

    static Path root() {
        String told = System.getProperty("fulfillx.root", "");
        Path here = Path.of(told.isEmpty() ? ".." : told).toAbsolutePath().normalize();
        if (!Files.exists(here.resolve("shared-model/pom.xml"))) {
            throw new IllegalStateException(here + " is not the folder of the repository");
        }
        return here;
    }

    /** Every Java source of every module, tests included. */
    static List<Path> javaSources() {
        List<Path> sources = new ArrayList<>(mainSources());
        for (String module : MODULES) {
            sources.addAll(files(root().resolve(module).resolve("src/test/java"), ".java"));
        }
        return sources;
    }

    /** Every Java source that goes into the product. */
    static List<Path> mainSources() {
        List<Path> sources = new ArrayList<>();
        for (String module : MODULES) {
            sources.addAll(files(root().resolve(module).resolve("src/main/java"), ".java"));
        }
        return sources;
    }

    /** All files below a folder with that ending; none when there is no such folder. */
    static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as seen from the root, for messages. */
    static String name(Path file) {
        return root().relativize(file).toString();
    }
}
