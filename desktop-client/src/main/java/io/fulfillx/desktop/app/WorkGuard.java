package io.fulfillx.desktop.app;

import io.fulfillx.desktop.bench.Bench;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps a scan that was aimed at one piece of work from landing in the next. The moment the work in
 * hand has changed no scan is taken any more; once the screen shows the new work they are again.
 */
final class WorkGuard {
    /** A window that is not painted at all, such as a minimized one, must not block for ever. */
    private static final long LONGEST_MILLIS = 500;

    private final Supplier<String> workNow;
    private final Bench bench;
    private final FxBridge fx;
    private final Executor late =
            CompletableFuture.delayedExecutor(LONGEST_MILLIS, TimeUnit.MILLISECONDS);

    /**
     * Guarded by this: the work as seen last; then what is armed, and what the next frame shows.
     */
    private String known = "";

    private String armed = "";
    private @Nullable String inFrame;

    /**
     * @param workNow a name of the work in hand that no other work has; asked on the station thread
     */
    WorkGuard(Supplier<String> workNow, Bench bench, FxBridge fx) {
        this.workNow = workNow;
        this.bench = bench;
        this.fx = fx;
    }

    /**
     * Looks after each act. On the station thread, after the act's own change of the screen was
     * handed over.
     *
     * @return whether the work has changed since the last look
     */
    boolean look() {
        String now = workNow.get();
        synchronized (this) {
            if (now.equals(known)) {
                return false;
            }
            known = now;
            inFrame = null;
            armed = "";
            bench.disarm();
        }
        fx.execute(() -> changed(now));
        fx.requestFrame();
        late.execute(() -> arm(now));
        return true;
    }

    /** The screen's nodes are changed; the next frame shows them. FX thread. */
    private synchronized void changed(String work) {
        if (work.equals(known)) {
            inFrame = work;
        }
    }

    /** A frame was laid out. FX thread. */
    void painted() {
        String shown;
        synchronized (this) {
            shown = inFrame;
        }
        if (shown != null) {
            arm(shown);
        }
    }

    private synchronized void arm(String work) {
        if (!work.equals(armed) && work.equals(known)) {
            armed = work;
            inFrame = null;
            bench.arm(work);
        }
    }
}
