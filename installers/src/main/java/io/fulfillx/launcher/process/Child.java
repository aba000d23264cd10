package io.fulfillx.launcher.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program of ours that runs as a child of this process. What it prints goes to a log file; the
 * line {@code ready ADDRESS} says that it is up.
 */
public final class Child implements AutoCloseable {
    private static final String READY = "ready ";
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final long LOOK_MILLIS = 20;
    private static final int TAIL_LINES = 15;

    private final String name;
    private final Process process;
    private final Path log;

    /** Grandchildren such as PostgreSQL, which outlive a killed server. */
    private final Set<ProcessHandle> descendants = new LinkedHashSet<>();

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static Child start(Installation installation, JavaProgram program, Path logs)
            throws IOException {
        Files.createDirectories(logs);
        Path log = logs.resolve(program.name() + ".log");
        Files.deleteIfExists(log);
        Process process =
                new ProcessBuilder(installation.command(program))
                        .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        return new Child(program.name(), process, log);
    }

    private static File nothing() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return Path.of(windows ? "NUL" : "/dev/null").toFile();
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /**
     * Waits until the program says that it is up.
     *
     * @return what stands after {@code ready}
     * @throws ProgramFailed when it ends or the time is over; the message ends with its last words
     */
    public String awaitReady(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            boolean alive = process.isAlive();
            Optional<String> address = readyLine();
            if (address.isPresent()) {
                return address.get();
            }
            if (!alive) {
                throw new ProgramFailed(
                        name + " ended with " + process.exitValue() + " at its start.\n" + tail());
            }
            pause();
        }
        throw new ProgramFailed(
                name + " was not ready after " + patience.toSeconds() + " s.\n" + tail());
    }

    private Optional<String> readyLine() {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith(READY))
                    .map(line -> line.substring(READY.length()).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Waits for the end of the program; empty when it still runs after that time. */
    public Optional<Integer> awaitEnd(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(process.exitValue())
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted while waiting for " + name);
        }
    }

    /** The last lines of its log. */
    public String tail() {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            int from = Math.max(0, lines.size() - TAIL_LINES);
            return String.join("\n", lines.subList(from, lines.size())) + "\n(log: " + log + ")";
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    /** Ends the program without a warning, as a power cut would. Its own children live on. */
    public void killHard() {
        rememberDescendants();
        process.destroyForcibly();
        var _ = awaitEnd(GRACE);
    }

    private void rememberDescendants() {
        process.descendants().forEach(descendants::add);
    }

    /** Asks the program to end and, after a grace, makes it end; then what it left behind. */
    @Override
    public void close() {
        rememberDescendants();
        process.destroy();
        if (awaitEnd(GRACE).isEmpty()) {
            process.destroyForcibly();
        }
        descendants.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroy);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted");
        }
    }
}
