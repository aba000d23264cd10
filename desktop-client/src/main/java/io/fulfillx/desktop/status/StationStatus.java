package io.fulfillx.desktop.status;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks every second and soon after it is poked; tells listeners only when something changed. */
public final class StationStatus implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(1);

    /** First the scan is painted, then the bar that tells of it; what comes meanwhile, with it. */
    private static final Duration AFTER_A_SCAN = Duration.ofMillis(300);

    private final Supplier<StatusSnapshot> look;
    private final List<Consumer<StatusSnapshot>> listeners = new ArrayList<>();
    private final Semaphore poked = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    public StationStatus(Supplier<StatusSnapshot> look) {
        this.look = look;
        this.thread = Thread.ofVirtual().name("status").start(this::watch);
    }

    public StatusSnapshot now() {
        return look.get();
    }

    /** The listener is called at once on this thread, then on a background thread. */
    public void listen(Consumer<StatusSnapshot> listener) {
        // What changes while the listener is added must wait for it, or it would never be told.
        synchronized (listeners) {
            listener.accept(now());
            listeners.add(listener);
        }
    }

    /** Something may have changed: look soon. */
    public void poke() {
        poked.release();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        @Nullable StatusSnapshot before = null;
        while (!closed) {
            try {
                if (poked.tryAcquire(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    Thread.sleep(AFTER_A_SCAN);
                    poked.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
            StatusSnapshot fresh = look.get();
            if (!fresh.alike(before)) {
                before = fresh;
                tell(fresh);
            }
        }
    }

    private void tell(StatusSnapshot fresh) {
        synchronized (listeners) {
            listeners.forEach(listener -> listener.accept(fresh));
        }
    }
}
