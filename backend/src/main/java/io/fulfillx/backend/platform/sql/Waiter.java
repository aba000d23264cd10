package io.fulfillx.backend.platform.sql;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** A request that waits for its turn, and the thread that waits with it. */
final class Waiter<Q, R> {
    private enum Stage {
        WAITING,
        /** It is to do the work of all that wait. */
        LEADS,
        /** Somebody does its work. */
        TAKEN,
        SETTLED,
        /** It did not want to wait any longer. */
        LEFT
    }

    private final Q request;
    private final Thread thread = Thread.currentThread();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    private @Nullable Settled<R> outcome;
    private @Nullable RuntimeException failure;

    Waiter(Q request) {
        this.request = request;
    }

    Q request() {
        return request;
    }

    /** Makes it the one that works; false when it has left. */
    boolean promote() {
        return next(Stage.LEADS);
    }

    /** Takes its work over; false when it has left. */
    boolean take() {
        return stage.compareAndSet(Stage.WAITING, Stage.TAKEN);
    }

    private boolean next(Stage to) {
        if (stage.compareAndSet(Stage.WAITING, to)) {
            LockSupport.unpark(thread);
            return true;
        }
        return false;
    }

    void settle(Settled<R> result) {
        outcome = result;
        end();
    }

    void fail(RuntimeException problem) {
        failure = problem;
        end();
    }

    private void end() {
        stage.set(Stage.SETTLED);
        LockSupport.unpark(thread);
    }

    boolean isSettled() {
        return stage.get() == Stage.SETTLED;
    }

    /**
     * Waits until it is to lead (true), or is settled or out of patience (false). Once somebody
     * does its work it waits for the end, however long: only then is it known what became of it.
     */
    boolean awaitTurn(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                switch (Objects.requireNonNull(stage.get())) {
                    case LEADS -> {
                        return true;
                    }
                    case SETTLED, LEFT -> {
                        return false;
                    }
                    case TAKEN -> LockSupport.park(this);
                    case WAITING -> {
                        long left = end - System.nanoTime();
                        if (left <= 0 || interrupted) {
                            var _ = stage.compareAndSet(Stage.WAITING, Stage.LEFT);
                        } else {
                            LockSupport.parkNanos(this, left);
                        }
                    }
                }
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What became of it; throws what its work threw, or that its turn did not come. */
    R outcome() {
        if (failure != null) {
            throw failure;
        }
        if (outcome == null) {
            throw SharedCommit.busy("The request's turn did not come");
        }
        return outcome.get();
    }
}
