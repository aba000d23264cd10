package io.fulfillx.launcher.bench.stock;

import io.fulfillx.launcher.process.ProgramFailed;

import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * So many clients, each of which sends its next request when it has the answer to the last. It
 * finds the rate that is possible; for tails at a given rate there is {@code OpenLoop}.
 */
public final class ClosedLoop {
    private static final long HIGHEST_MICROS = 60_000_000;

    private ClosedLoop() {}

    /** What a client does. */
    @FunctionalInterface
    public interface Client {
        /** Sends one request; false when it was not answered as it should. */
        boolean once() throws IOException;

        default void end() throws IOException {}
    }

    /** Makes the n-th client. */
    @FunctionalInterface
    public interface Clients {
        Client client(int number) throws IOException;
    }

    /**
     * What came of it.
     *
     * @param micros latencies in microseconds
     */
    public record Result(Histogram micros, long failures, double seconds) {
        /** What one begins to add with. */
        public static Result none() {
            return new Result(new Histogram(HIGHEST_MICROS, 3), 0, 0);
        }

        public double perSecond() {
            return (micros.getTotalCount() - failures) / seconds;
        }

        public double millisAt(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1_000.0;
        }

        /** Both as if they were one run. */
        public Result plus(Result other) {
            Histogram both = micros.copy();
            both.add(other.micros);
            return new Result(both, failures + other.failures, seconds + other.seconds);
        }
    }

    /** Lets that many clients work for a time. */
    public static Result run(int count, Duration time, Clients clients) {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        List<Callable<Result>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            tasks.add(() -> work(clients.client(number), end));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Result all = new Result(new Histogram(HIGHEST_MICROS, 3), 0, 0);
            for (Future<Result> done : threads.invokeAll(tasks)) {
                all = all.plus(done.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Result(all.micros(), all.failures(), seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted", e);
        } catch (ExecutionException e) {
            throw new ProgramFailed("a client failed: " + e.getCause(), e);
        }
    }

    private static Result work(Client client, long end) throws IOException {
        Histogram micros = new Histogram(HIGHEST_MICROS, 3);
        long failures = 0;
        for (long sent = System.nanoTime(); sent < end; sent = System.nanoTime()) {
            if (!client.once()) {
                failures++;
            }
            micros.recordValue(Math.min(HIGHEST_MICROS, (System.nanoTime() - sent) / 1_000));
        }
        client.end();
        return new Result(micros, failures, 0);
    }
}
