package io.fulfillx.backend.platform.event;

import io.fulfillx.model.id.OrgId;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes those who wait for something new in an organisation's feed. It carries no data and may be
 * lost: the waiter looks for itself and also looks when nobody wakes it.
 */
public final class Poke {
    private final ConcurrentMap<OrgId, Bell> bells = new ConcurrentHashMap<>();

    /** How often {@link #all} was called; give it to {@link #await}. */
    public long seen(OrgId org) {
        return bell(org).seen();
    }

    /** Wakes all who wait there. */
    public void all(OrgId org) {
        bell(org).ring();
    }

    /**
     * Returns at once if there was a poke since, else at the next one or when the time is up.
     *
     * @return true when there was a poke
     */
    public boolean await(OrgId org, long since, Duration atMost) {
        return bell(org).await(since, atMost);
    }

    private Bell bell(OrgId org) {
        return bells.computeIfAbsent(org, _ -> new Bell());
    }

    private static final class Bell {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition rung = lock.newCondition();
        private long count;

        long seen() {
            lock.lock();
            try {
                return count;
            } finally {
                lock.unlock();
            }
        }

        void ring() {
            lock.lock();
            try {
                count++;
                rung.signalAll();
            } finally {
                lock.unlock();
            }
        }

        boolean await(long since, Duration atMost) {
            long left = atMost.toNanos();
            lock.lock();
            try {
                while (count == since && left > 0) {
                    left = rung.awaitNanos(left);
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
}
