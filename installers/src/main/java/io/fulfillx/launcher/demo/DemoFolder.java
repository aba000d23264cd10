package io.fulfillx.launcher.demo;

import io.fulfillx.launcher.process.ProgramFailed;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Each demo begins with an empty folder of its own; those of earlier ones are cleared away. */
final class DemoFolder {
    private static final String PREFIX = "run-";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private DemoFolder() {}

    /** A fresh folder below the given one. */
    static Path fresh(Path parent) {
        try {
            Files.createDirectories(parent);
            try (DirectoryStream<Path> old = Files.newDirectoryStream(parent, PREFIX + "*")) {
                for (Path folder : old) {
                    if (!isInUse(folder)) {
                        remove(folder);
                    }
                }
            }
            String name = PREFIX + LocalDateTime.now(ZoneId.systemDefault()).format(NAME);
            return Files.createDirectory(parent.resolve(name)).toRealPath();
        } catch (IOException e) {
            throw new ProgramFailed("cannot prepare " + parent + ": " + e.getMessage(), e);
        }
    }

    /** Whether a PostgreSQL of another demo still works there. */
    private static boolean isInUse(Path folder) throws IOException {
        Path pid = folder.resolve("server/postgresql/data/postmaster.pid");
        if (!Files.exists(pid)) {
            return false;
        }
        List<String> lines = Files.readAllLines(pid);
        return !lines.isEmpty()
                && ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).isPresent();
    }

    /** Takes away what an earlier demo wrote here, and nothing else. */
    static void clearResults(Path out) throws IOException {
        Files.createDirectories(out);
        for (String name : List.of("report.json", "labels.jsonl", "labels", "screens")) {
            Path result = out.resolve(name);
            if (Files.exists(result)) {
                remove(result);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path directory, @Nullable IOException problem) throws IOException {
                        if (problem != null) {
                            throw problem;
                        }
                        Files.delete(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
