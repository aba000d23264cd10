package io.fulfillx.backend.platform;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Who goes first. While somebody waits for what is read, work that can wait stops before each of
 * its statements, but in all hardly longer than it works: it goes on however much is read. Changes
 * do not go first this way, as they may wait for a row that such work holds.
 */
public final class Precedence {
    private static final ScopedValue<Stops> GIVES_WAY = ScopedValue.newInstance();

    /** A stop in a transaction keeps others from its rows, however long it worked before that. */
    private static final int LONGEST = 10;

    private final long mostNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition nobody = lock.newCondition();
    private int reading;

    /**
     * @param most how long work stops before a statement when it has stopped as long as it worked;
     *     before that it is ten times as long
     */
    public Precedence(Duration most) {
        this.mostNanos = most.toNanos();
    }

    /** Runs a read that somebody waits for. */
    public <T> T first(Supplier<T> read) {
        count(1);
        try {
            return read.get();
        } finally {
            count(-1);
        }
    }

    private void count(int change) {
        lock.lock();
        try {
            reading += change;
            if (reading == 0) {
                nobody.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Of a piece of work, in its own thread. */
    private final class Stops {
        private final long start = System.nanoTime();
        private long nanos;

        void stop() {
            long begin = System.nanoTime();
            lock.lock();
            try {
                long worked = begin - start - nanos;
                long left = Math.clamp(worked - nanos, mostNanos, mostNanos * LONGEST);
                while (reading > 0 && left > 0) {
                    left = nobody.awaitNanos(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                lock.unlock();
                nanos += System.nanoTime() - begin;
            }
        }
    }

    /** Runs work that can wait, and says for how long it stopped. */
    public Duration last(Runnable work) {
        Stops stops = new Stops();
        ScopedValue.where(GIVES_WAY, stops).run(work);
        return Duration.ofNanos(stops.nanos);
    }

    /** Where work can stop: returns at once unless it can wait and somebody reads. */
    public static void giveWay() {
        if (GIVES_WAY.isBound()) {
            GIVES_WAY.get().stop();
        }
    }
}
