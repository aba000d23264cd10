package io.fulfillx.backend.platform.job;

import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.Precedence;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One piece at a time, on a thread that the operating system shares out after all others, with
 * rests between long pieces; its statements stop for those who read. Requests run on a few carrier
 * threads, which work that hardly waits would not let go of; and without rests it would be always
 * there when a short request wants a processor or the database.
 */
public final class PacedThread implements LongWork {
    /** A single act takes less: only backlogs are followed by a rest. */
    private static final Duration SHORT = Duration.ofMillis(50);

    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Precedence precedence;
    private final double rest;
    private final ExecutorService thread;

    /**
     * @param name of the thread
     * @param precedence of those for whom its work stops
     * @param rest how long to rest after a long piece, as a part of the time that it took
     */
    // A hint is all that is needed: nothing is right or wrong by it.
    @SuppressWarnings("ThreadPriorityCheck")
    public PacedThread(String name, Precedence precedence, double rest) {
        this.precedence = precedence;
        this.rest = rest;
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(
                        1,
                        1,
                        IDLE.toMillis(),
                        TimeUnit.MILLISECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform()
                                .name(name)
                                .daemon()
                                .priority(Thread.MIN_PRIORITY)
                                .factory());
        // It ends by itself when there is nothing to do.
        one.allowCoreThreadTimeOut(true);
        this.thread = one;
    }

    @Override
    public <T> T run(Supplier<T> work) {
        String correlation = Correlation.current();
        CompletableFuture<T> result = new CompletableFuture<>();
        thread.execute(
                () -> {
                    long start = System.nanoTime();
                    Duration stopped =
                            precedence.last(
                                    () -> {
                                        var _ =
                                                result.completeAsync(
                                                        () -> Correlation.call(correlation, work),
                                                        Runnable::run);
                                    });
                    rest(Duration.ofNanos(System.nanoTime() - start).minus(stopped), stopped);
                });
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw e;
        }
    }

    /** While it stopped it rested. */
    private void rest(Duration worked, Duration stopped) {
        long left = Math.round(worked.toNanos() * rest) - stopped.toNanos();
        if (worked.compareTo(SHORT) > 0 && left > 0) {
            try {
                Thread.sleep(Duration.ofNanos(left));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
