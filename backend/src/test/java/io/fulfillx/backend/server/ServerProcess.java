package io.fulfillx.backend.server;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The real server in a JVM of its own, which can be killed and started again on its folder. */
final class ServerProcess implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";

    private final Path folder;
    private final int port = freePort();
    private final List<String> settings;
    private Process process;

    /**
     * @param settings as on the command line; port, folder and the administrator's password are
     *     given by this class
     */
    ServerProcess(Path folder, List<String> settings) {
        this.folder = folder;
        this.settings = List.copyOf(settings);
        this.process = launch();
        awaitReady();
    }

    private Process launch() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-Duser.timezone=UTC"));
        String surefire = System.getProperty("surefire.test.class.path");
        command.add("-cp");
        command.add(surefire == null ? System.getProperty("java.class.path") : surefire);
        command.add(Main.class.getName());
        command.add("--http.port=" + port);
        command.add("--data=" + folder.resolve("data"));
        command.add("--admin.password=" + PASSWORD);
        command.addAll(settings);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    private void awaitReady() {
        ApiClient anybody = new ApiClient(port, "");
        Answer _ = insist(() -> anybody.get("/health/ready"));
    }

    /** Repeats a call until the server is there to answer it. */
    Answer insist(Supplier<Answer> call) {
        List<Answer> answers = new ArrayList<>();
        Floor.await(
                () -> {
                    if (!process.isAlive() && process.exitValue() != 137) {
                        throw new AssertionError("the server ended by itself:\n" + log());
                    }
                    try {
                        answers.add(call.get());
                        return answers.getLast().status() < 500;
                    } catch (UncheckedIOException e) {
                        return false;
                    }
                });
        return answers.getLast();
    }

    String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a power switch would do, to this process only. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    void killAndRestart() {
        kill();
        process = launch();
        awaitReady();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new AssertionError("the server does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Asks the server to stop, which stops its PostgreSQL and its Redis too. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    /** The embedded PostgreSQL, while it runs. */
    Optional<ProcessHandle> postgres() {
        return firstLine(folder.resolve("data/postgresql/data/postmaster.pid"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(ProcessHandle::isAlive);
    }

    boolean redisListens() {
        return firstLine(folder.resolve("data/keys/redis.port"))
                .filter(line -> listens(Integer.parseInt(line)))
                .isPresent();
    }

    private static boolean listens(int port) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<String> firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().map(String::strip);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Leaves nothing behind, also after a failed test. */
    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
        postgres().ifPresent(ProcessHandle::destroyForcibly);
    }
}
