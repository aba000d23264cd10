package io.fulfillx.launcher.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of stations' stores. */
final class Disks {
    /** What a program that starts reads; the rest is made anew. */
    private static final List<String> FILES =
            List.of("station.db", "station.db-wal", "station.key");

    private Disks() {}

    /** Where stores lie that are thrown away: in memory, where the system has such a folder. */
    static Path temporary() {
        try {
            Path memory = Path.of("/dev/shm");
            return Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "fulfillx-simulate")
                    : Files.createTempDirectory("fulfillx-simulate");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            for (String name : FILES) {
                Path file = from.resolve(name);
                if (Files.exists(file)) {
                    Files.copy(file, to.resolve(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Disks::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
