package io.fulfillx.printing.virtual;

import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.preview.ReceivedLabel;
import io.fulfillx.printing.preview.ReceivedLabel.Announcement;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Head, paper and buffer of a virtual printer. */
final class PrintEngine implements AutoCloseable {
    /** What the rest of the printer hears of its engine; called without any lock held. */
    interface Listener {
        /** The head touches a label, counted from 1 over the printer's life. */
        void begins(long number);

        /** A label is out. */
        void out(long number);

        /** Something to tell the host. */
        void say(byte[] reply);
    }

    /** What waits for the head. */
    private sealed interface Work {
        record Print(ReceivedLabel label) implements Work {}

        record Tell(byte[] reply) implements Work {}
    }

    /** A consistent picture of the engine. */
    record Reading(
            Set<PrinterCondition> conditions,
            int formatsWaiting,
            long labelsRemaining,
            long printed,
            long printedSincePowerOn,
            boolean receiving) {
        boolean is(PrinterCondition condition) {
            return conditions.contains(condition);
        }

        boolean busy() {
            return formatsWaiting > 0 || labelsRemaining > 0;
        }
    }

    private final LabelSink sink;
    private final Listener listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Work> waiting = new ArrayDeque<>();
    private final Set<PrinterCondition> conditions = EnumSet.noneOf(PrinterCondition.class);
    private final PrintPace pace;
    private final Thread thread;
    private boolean reprints;
    private long waitingBytes;
    private int labelsWaiting;
    private long remaining;
    private long printed;
    private long printedAtPowerOn;
    private long spoiled;
    private boolean closed;

    PrintEngine(VirtualPrinterSetup setup, LabelSink sink, Listener listener) {
        this.sink = sink;
        this.listener = listener;
        this.reprints = setup.reprintsAfterFault();
        this.pace = new PrintPace(setup.secondsPerLabel());
        this.thread =
                Thread.ofPlatform().daemon().name("virtual-printer-head").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void print(ReceivedLabel label) {
        locked(
                () -> {
                    waiting.add(new Work.Print(label));
                    waitingBytes += label.bytes().length;
                    labelsWaiting++;
                });
    }

    void announce(byte[] reply) {
        locked(() -> waiting.add(new Work.Tell(reply)));
    }

    void set(PrinterCondition condition, boolean present) {
        locked(
                () -> {
                    if (present) {
                        conditions.add(condition);
                    } else {
                        conditions.remove(condition);
                    }
                });
    }

    void reprints(boolean again) {
        locked(() -> reprints = again);
    }

    void secondsPerLabel(double seconds) {
        locked(() -> pace.secondsPerLabel(seconds));
    }

    /** Throws away everything not yet printed. */
    void clear() {
        locked(
                () -> {
                    waiting.clear();
                    waitingBytes = 0;
                    labelsWaiting = 0;
                    remaining = 0;
                });
    }

    /** {@link #clear()}, and what is counted since power-on begins again. */
    void powerLost() {
        locked(() -> printedAtPowerOn = printed);
        clear();
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Reading reading(boolean receiving) {
        lock.lock();
        try {
            return new Reading(
                    Collections.unmodifiableSet(EnumSet.copyOf(conditions)),
                    labelsWaiting,
                    remaining,
                    printed,
                    printed - printedAtPowerOn,
                    receiving);
        } finally {
            lock.unlock();
        }
    }

    /** Bytes of complete labels that have not reached the head. */
    long waitingBytes() {
        lock.lock();
        try {
            return waitingBytes;
        } finally {
            lock.unlock();
        }
    }

    /** Labels begun and not finished. */
    long spoiled() {
        lock.lock();
        try {
            return spoiled;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        lock.lock();
        try {
            while (!closed) {
                switch (waiting.poll()) {
                    case null -> {
                        pace.idle();
                        changed.await();
                    }
                    case Work.Tell tell -> unlocked(() -> listener.say(tell.reply()));
                    case Work.Print print -> {
                        ReceivedLabel label = print.label();
                        waitingBytes -= label.bytes().length;
                        labelsWaiting--;
                        remaining = label.copies();
                        printAll(label);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void printAll(ReceivedLabel label) throws InterruptedException {
        PrintedLabel copy = new PrintedLabel(label.bytes(), label.commands(), label.drawing());
        while (remaining > 0 && !closed) {
            if (passHead()) {
                // Outside the lock: a slow disk must not keep the printer from answering.
                unlocked(() -> sink.label(copy));
                printed++;
                boolean last = remaining <= 1;
                long number = printed;
                remaining = Math.max(0, remaining - 1);
                unlocked(() -> told(label.announcements(), last, number));
            }
        }
    }

    private void told(List<Announcement> announcements, boolean last, long number) {
        for (Announcement announcement : announcements) {
            if (announcement.eachCopy() || last) {
                listener.say(announcement.reply());
            }
        }
        listener.out(number);
    }

    private void unlocked(Runnable action) {
        lock.unlock();
        try {
            action.run();
        } finally {
            lock.lock();
        }
    }

    /** False when something spoiled the label on its way. */
    private boolean passHead() throws InterruptedException {
        while (stopped() && !closed && remaining > 0) {
            pace.idle();
            changed.await();
        }
        if (closed || remaining == 0) {
            return false;
        }
        long number = printed + 1;
        long end = pace.begin();
        unlocked(() -> listener.begins(number));
        long nanos = end - System.nanoTime();
        while (nanos > 0 && !spoiling() && !closed && remaining > 0) {
            changed.awaitNanos(nanos);
            nanos = end - System.nanoTime();
        }
        if (closed) {
            return false;
        }
        if (remaining == 0 || spoiling()) {
            spoiled++;
            remaining -= reprints || remaining == 0 ? 0 : 1;
            return false;
        }
        return true;
    }

    /** Pausing, cooling and cutting wait for the label on the head; these do not. */
    private boolean spoiling() {
        return conditions.contains(PrinterCondition.PAPER_OUT)
                || conditions.contains(PrinterCondition.RIBBON_OUT)
                || conditions.contains(PrinterCondition.HEAD_OPEN)
                || conditions.contains(PrinterCondition.FAULT);
    }

    private boolean stopped() {
        return conditions.stream().anyMatch(PrinterCondition::stops);
    }

    /** Lets a label that is being written be finished. */
    @Override
    public void close() {
        locked(() -> closed = true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
