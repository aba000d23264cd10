package io.fulfillx.printing.virtual;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Head, paper and buffer of a virtual printer. A label that was on the head when paper or pressure
 * went away is printed again from its start ({@code ^JZY}, the factory setting).
 */
final class PrintEngine implements AutoCloseable {
    private static final double VERY_FAST = 10_000;

    /** What stops the head. */
    enum Fault {
        PAPER_OUT,
        HEAD_OPEN,
        PAUSED
    }

    /** A consistent picture of the engine. */
    record Reading(
            boolean paperOut,
            boolean headOpen,
            boolean paused,
            int formatsWaiting,
            long labelsRemaining,
            long printed) {}

    private final LabelSink sink;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Firmware.Format> waiting = new ArrayDeque<>();
    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private final Thread thread;
    private double labelsPerSecond = VERY_FAST;
    private long remaining;
    private long printed;
    private boolean closed;

    PrintEngine(LabelSink sink) {
        this.sink = sink;
        this.thread = Thread.ofPlatform().daemon().name("virtual-printer-head").start(this::run);
    }

    void print(Firmware.Format format) {
        lock.lock();
        try {
            waiting.add(format);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void set(Fault fault, boolean present) {
        lock.lock();
        try {
            if (present) {
                faults.add(fault);
            } else {
                faults.remove(fault);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void labelsPerSecond(double speed) {
        lock.lock();
        try {
            labelsPerSecond = speed;
        } finally {
            lock.unlock();
        }
    }

    /** Throws away everything not yet printed. */
    void clear() {
        lock.lock();
        try {
            waiting.clear();
            remaining = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Reading reading() {
        lock.lock();
        try {
            return new Reading(
                    faults.contains(Fault.PAPER_OUT),
                    faults.contains(Fault.HEAD_OPEN),
                    faults.contains(Fault.PAUSED),
                    waiting.size(),
                    remaining,
                    printed);
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        lock.lock();
        try {
            while (!closed) {
                Firmware.Format next = waiting.poll();
                if (next == null) {
                    changed.await();
                } else {
                    remaining = next.copies();
                    printBatch(next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void printBatch(Firmware.Format format) throws InterruptedException {
        PrintedLabel label = new PrintedLabel(format.bytes(), format.commands());
        while (remaining > 0 && !closed) {
            if (passHead()) {
                // Outside the lock: a slow disk must not keep the printer from answering.
                lock.unlock();
                try {
                    sink.label(label);
                } finally {
                    lock.lock();
                }
                printed++;
                remaining = Math.max(0, remaining - 1);
            }
        }
    }

    /** False when something stopped the label on its way. */
    private boolean passHead() throws InterruptedException {
        while (stopped() && !closed && remaining > 0) {
            changed.await();
        }
        long nanos = (long) (TimeUnit.SECONDS.toNanos(1) / labelsPerSecond);
        while (nanos > 0 && !stopped() && !closed && remaining > 0) {
            nanos = changed.awaitNanos(nanos);
        }
        return !stopped() && !closed && remaining > 0;
    }

    private boolean stopped() {
        return !faults.isEmpty();
    }

    /** Lets a label that is being written be finished. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
