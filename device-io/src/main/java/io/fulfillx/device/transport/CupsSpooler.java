package io.fulfillx.device.transport;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** CUPS, by its programs {@code lp} and {@code lpstat} (Linux and macOS). */
final class CupsSpooler implements Spooler {
    private final List<Path> folders;

    /**
     * @param folders where the programs may be, the first that has one counts
     */
    CupsSpooler(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    static CupsSpooler ofThisMachine() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin");
        return new CupsSpooler(
                Arrays.stream(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .map(Path::of)
                        .toList());
    }

    @Override
    public List<String> queues(Duration deadline) throws TransportException {
        Answer answer = run(List.of(program("lpstat"), "-e"), new byte[0], deadline);
        if (!answer.ended()) {
            throw new TransportException("lpstat does not end", 0);
        }
        // It fails when there are no queues, too.
        return answer.status() == 0 ? answer.text().lines().map(String::strip).toList() : List.of();
    }

    @Override
    public void print(String queue, byte[] job, Duration deadline) throws TransportException {
        Answer answer = run(List.of(program("lp"), "-d", queue, "-o", "raw"), job, deadline);
        if (!answer.ended()) {
            throw new TransportException("the spooler does not say that it took it", job.length);
        }
        if (answer.status() != 0) {
            throw new TransportException("the spooler refused: " + answer.text().strip(), 0);
        }
    }

    private String program(String name) throws TransportException {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(
                        () ->
                                new TransportException(
                                        "this machine has no print queues: CUPS is not installed"
                                                + " (no program "
                                                + name
                                                + ")",
                                        0));
    }

    private record Answer(boolean ended, int status, String text) {}

    private static Answer run(List<String> command, byte[] input, Duration deadline)
            throws TransportException {
        long end = System.nanoTime() + deadline.toNanos();
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            FutureTask<String> talk = new FutureTask<>(() -> talk(process, input));
            Thread.ofPlatform().daemon().name("spooler").start(talk);
            try {
                String text = talk.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                boolean ended = process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                return new Answer(ended, ended ? process.exitValue() : -1, text);
            } catch (TimeoutException e) {
                return new Answer(false, -1, "");
            } catch (ExecutionException e) {
                return new Answer(true, -1, String.valueOf(e.getCause()));
            } finally {
                end(process);
            }
        } catch (IOException e) {
            throw new TransportException("cannot run " + command.getFirst(), 0, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException("interrupted", input.length, e);
        }
    }

    private static String talk(Process process, byte[] input) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        } catch (IOException e) {
            // It ended before it had read all; what it says tells why.
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void end(Process process) {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process.toHandle());
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
