package io.fulfillx.printing.queue;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The jobs of one worker in order: those that wait, and those that have begun to leave. */
final class JobQueue {
    /** A job that waits; with a passage when it was on its way before and came back. */
    record Waiting(PrintJob job, @Nullable Passage passage) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Deque<List<PrintIntent>> doubtful = new ArrayDeque<>();

    /** Jobs that the worker has taken out and not reported. */
    private int away;

    private boolean paused;
    private boolean closing;

    void add(List<PrintJob> jobs) {
        lock.lock();
        try {
            refuseWhenClosed();
            jobs.forEach(job -> waiting.add(new Waiting(job, null)));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void addDoubtful(List<PrintIntent> intents) {
        lock.lock();
        try {
            refuseWhenClosed();
            doubtful.add(List.copyOf(intents));
            away += intents.size();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void refuseWhenClosed() {
        if (closing) {
            throw new IllegalStateException("this print worker is closed");
        }
    }

    /** The next intents to find out about; they count as away until {@link #ended}. */
    Optional<List<PrintIntent>> nextDoubtful() {
        lock.lock();
        try {
            return Optional.ofNullable(doubtful.poll());
        } finally {
            lock.unlock();
        }
    }

    /** The point of no return: the first job, unless there is none or the queue is paused. */
    Optional<Waiting> depart() {
        lock.lock();
        try {
            if (paused || closing || waiting.isEmpty()) {
                return Optional.empty();
            }
            away++;
            return Optional.of(waiting.remove());
        } finally {
            lock.unlock();
        }
    }

    /** Takes {@link #depart} back for these, in their order. */
    void giveBack(List<Passage> passages) {
        lock.lock();
        try {
            for (Passage passage : passages.reversed()) {
                waiting.addFirst(new Waiting(passage.job(), passage));
                away--;
            }
        } finally {
            lock.unlock();
        }
    }

    void ended(int jobs) {
        lock.lock();
        try {
            away -= jobs;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes a waiting job out.
     *
     * @param whole leaves a job alone of which a label has come out
     */
    Optional<Waiting> remove(UUID jobId, boolean whole) {
        lock.lock();
        try {
            for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
                Waiting one = each.next();
                boolean begun = one.passage() != null && one.passage().begun();
                if (one.job().jobId().equals(jobId) && !(whole && begun)) {
                    each.remove();
                    changed.signalAll();
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a job could depart now. */
    boolean wants() {
        lock.lock();
        try {
            return !paused && !closing && !waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** The jobs that come next, at most so many. */
    List<PrintJob> next(int limit) {
        lock.lock();
        try {
            return waiting.stream().limit(limit).map(Waiting::job).toList();
        } finally {
            lock.unlock();
        }
    }

    /** All jobs that wait, in order. */
    List<PrintJob> jobs() {
        return new ArrayList<>(next(Integer.MAX_VALUE));
    }

    /** Jobs without an outcome. */
    int size() {
        lock.lock();
        try {
            return waiting.size() + away;
        } finally {
            lock.unlock();
        }
    }

    void pause(boolean now) {
        lock.lock();
        try {
            paused = now;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean paused() {
        lock.lock();
        try {
            return paused;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean closing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something to do, but no longer than that. */
    void awaitWork(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (doubtful.isEmpty() && (paused || waiting.isEmpty()) && !closing && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits, but not when the worker is being closed. */
    void rest(long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (left > 0 && !closing) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
