package io.fulfillx.backend.platform.job;

import io.fulfillx.backend.platform.Correlation;

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
 * rests between long pieces. Requests run on a few carrier threads, which work that hardly waits
 * would not let go of; and without rests it would be always there when a short request wants a
 * processor or the database.
 */
public final class PacedThread implements LongWork {
    /** A single act takes less: only backlogs are followed by a rest. */
    private static final Duration SHORT = Duration.ofMillis(50);

    private static final Duration IDLE = Duration.ofSeconds(10);

    private final double rest;
    private final ExecutorService thread;

    /**
     * @param name of the thread
     * @param rest how long to rest after a long piece, as a part of the time that it took
     */
    // A hint is all that is needed: nothing is right or wrong by it.
    @SuppressWarnings("ThreadPriorityCheck")
    public PacedThread(String name, double rest) {
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
                    var _ =
                            result.completeAsync(
                                    () -> Correlation.call(correlation, work), Runnable::run);
                    rest(System.nanoTime() - start);
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

    private void rest(long nanos) {
        if (nanos > SHORT.toNanos()) {
            try {
                Thread.sleep(Duration.ofNanos(Math.round(nanos * rest)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
