package io.fulfillx.desktop.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The one thread that handles acts, with a look at the work in hand after each of them. */
final class StationThread implements Executor, AutoCloseable {
    static final long GRACE_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(StationThread.class);

    private final ExecutorService thread;
    private final WorkGuard guard;

    /**
     * @param failed gets what an act threw
     */
    StationThread(WorkGuard guard, Consumer<Throwable> failed) {
        this.guard = guard;
        this.thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform()
                                .name("station")
                                .uncaughtExceptionHandler((_, fault) -> failed.accept(fault))
                                .factory());
    }

    @Override
    public void execute(Runnable act) {
        execute(act, () -> {});
    }

    /**
     * @param looked runs when scans are held back if the work has changed
     */
    void execute(Runnable act, Runnable looked) {
        try {
            thread.execute(
                    () -> {
                        try {
                            act.run();
                        } finally {
                            guard.look();
                            looked.run();
                        }
                    });
        } catch (RejectedExecutionException e) {
            LOG.debug("the station is closing", e);
            looked.run();
        }
    }

    /** Waits for an answer as of everything done so far. */
    <T> T ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, thread).join();
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
