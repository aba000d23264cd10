package io.fulfillx.backend.platform.job;

import io.fulfillx.backend.platform.Correlation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs each worker on its own virtual thread: again at once while there is more to do, else when
 * somebody wakes it or after the idle pause. A failing run is logged and tried again later.
 */
public final class Workers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Duration idle;
    private final Supplier<String> correlationIds;
    private final List<Loop> loops = new ArrayList<>();
    private volatile boolean closed;

    public Workers(Duration idle, Supplier<String> correlationIds) {
        this.idle = idle;
        this.correlationIds = correlationIds;
    }

    public void start(Worker worker) {
        Loop loop = new Loop(worker);
        loops.add(loop);
        loop.thread = Thread.ofVirtual().name("worker-" + worker.name()).start(loop::run);
    }

    /** Wakes all workers: something was committed. */
    public void wake() {
        for (Loop loop : loops) {
            if (loop.signal.availablePermits() == 0) {
                loop.signal.release();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Loop loop : loops) {
            loop.thread.interrupt();
        }
        for (Loop loop : loops) {
            try {
                loop.thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final class Loop {
        private final Worker worker;
        private final Semaphore signal = new Semaphore(0);
        private Thread thread = Thread.currentThread();

        Loop(Worker worker) {
            this.worker = worker;
        }

        void run() {
            while (!closed) {
                try {
                    boolean more = Correlation.call(correlationIds.get(), worker::runOnce);
                    if (!more) {
                        pause(idle);
                    }
                } catch (InterruptedException e) {
                    return;
                } catch (RuntimeException e) {
                    if (closed) {
                        return;
                    }
                    LOG.error("worker {} failed and will try again", worker.name(), e);
                    sleepAfterFailure();
                }
            }
        }

        private void pause(Duration time) throws InterruptedException {
            var _ = signal.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
            signal.drainPermits();
        }

        private void sleepAfterFailure() {
            try {
                Thread.sleep(AFTER_FAILURE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
