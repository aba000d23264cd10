package io.fulfillx.backend.platform.event;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes those who wait for something new. It carries no data and may be lost: the waiter looks for
 * itself and also looks when nobody wakes it.
 */
public final class Poke {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long count;

    /** How often {@link #all} was called; give it to {@link #await}. */
    public long seen() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    public void all() {
        lock.lock();
        try {
            count++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns at once if there was a poke since, else at the next one or when the time is up.
     *
     * @return true when there was a poke
     */
    public boolean await(long since, Duration atMost) {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (count == since && left > 0) {
                left = changed.awaitNanos(left);
            }
            return count != since;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
