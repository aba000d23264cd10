package io.fulfillx.launcher.bench.offline;

import io.fulfillx.launcher.api.ServerApi;
import io.fulfillx.launcher.bench.OpenLoop;
import io.fulfillx.launcher.bench.stock.StockServer;
import io.fulfillx.launcher.process.Installation;
import io.fulfillx.launcher.process.JavaProgram;
import io.fulfillx.launcher.process.ProgramFailed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Somebody at a desk who opens one order after the other at a steady rate, in a process of its own:
 * a desk shares nothing with stations.
 */
final class Desk implements AutoCloseable {
    private static final int READS_PER_SECOND = 100;

    private final Process process;
    private final PrintWriter words;
    private final BufferedReader answers;

    private Desk(Process process) {
        this.process = process;
        this.words = new PrintWriter(process.outputWriter(StandardCharsets.US_ASCII), true);
        this.answers = process.inputReader(StandardCharsets.US_ASCII);
    }

    /**
     * What the desk saw.
     *
     * @param p99 of reading an order, in milliseconds
     */
    record Seen(long reads, double p99, long failures) {
        static Seen of(String line) {
            String[] parts = line.split(" ", 3);
            return new Seen(
                    Long.parseLong(parts[0]),
                    Double.parseDouble(parts[1]),
                    Long.parseLong(parts[2]));
        }

        @Override
        public String toString() {
            return reads + " " + p99 + " " + failures;
        }
    }

    static Desk at(URI server) throws IOException {
        JavaProgram program =
                JavaProgram.small("desk", Reads.class.getName(), List.of(server.toString()));
        return new Desk(
                new ProcessBuilder(Installation.current().command(program))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    /** Begins to read. */
    void begin() {
        words.println("begin");
    }

    /** Stops reading and says what was seen since it began. */
    Seen end() throws IOException {
        words.println("end");
        String line = answers.readLine();
        if (line == null) {
            throw new ProgramFailed("the desk could not read");
        }
        return Seen.of(line);
    }

    @Override
    public void close() {
        words.close();
        process.destroy();
    }

    /** The program at the desk. */
    static final class Reads {
        private final ServerApi api;
        private final List<String> paths;

        private Reads(ServerApi api) {
            this.api = api;
            this.paths =
                    api.get("/api/v1/orders?limit=200")
                            .path("items")
                            .valueStream()
                            .map(order -> "/api/v1/orders/" + order.path("orderId").asText())
                            .toList();
        }

        public static void main(String[] args) throws IOException {
            Reads desk = new Reads(StockServer.api(URI.create(args[0])));
            BufferedReader words =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            // Each answer is preceded by a beginning and an end.
            while (words.readLine() != null) {
                AtomicBoolean over = new AtomicBoolean();
                CompletableFuture<OpenLoop.Result> reading = new CompletableFuture<>();
                Thread.ofPlatform().start(() -> desk.read(over, reading));
                if (words.readLine() == null) {
                    over.set(true);
                    return;
                }
                over.set(true);
                OpenLoop.Result result = reading.join();
                System.out.println(
                        new Seen(
                                result.micros().getTotalCount(),
                                result.millisAt(99),
                                result.failures()));
            }
        }

        private void read(AtomicBoolean over, CompletableFuture<OpenLoop.Result> reading) {
            try {
                reading.complete(
                        OpenLoop.during(READS_PER_SECOND, _ -> !over.get(), this::readOne));
            } catch (InterruptedException e) {
                reading.completeExceptionally(e);
            }
        }

        private boolean readOne(long n) {
            return api.get(paths.get((int) (n % paths.size()))).has("orderId");
        }
    }
}
