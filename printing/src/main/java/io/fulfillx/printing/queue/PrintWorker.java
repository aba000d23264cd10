package io.fulfillx.printing.queue;

import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.profile.Printer;
import io.fulfillx.printing.queue.PrintOutcome.NotPrinted;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Prints jobs on one printer, in the order submitted, on a thread of its own. Every job ends in
 * exactly one {@link PrintResult}, also in the journal. A job waits while the printer cannot print
 * and goes on by itself. Nothing is ever sent twice unless it is certain that nothing was printed.
 */
public final class PrintWorker implements AutoCloseable {
    /** A job to print, or (with an intent) one whose end is to be found out. */
    private record Task(PrintJob job, @Nullable PrintIntent intent) {}

    private final Printer printer;
    private final PrintJournal journal;
    private final Consumer<PrintResult> listener;
    private final Clock clock;
    private final PrintTimings timings;
    private final PrinterLink link;
    private final Delivery delivery;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Task> tasks = new ArrayDeque<>();
    private final Thread thread;

    /** The job at the head of the queue has begun to leave and cannot be cancelled. */
    private boolean leaving;

    private boolean closing;
    private boolean paused;
    private final ConditionBoard board = new ConditionBoard();

    /** A worker with the patience that real printers need. */
    public PrintWorker(
            Printer printer, PrintJournal journal, Consumer<PrintResult> listener, Clock clock) {
        this(printer, journal, listener, clock, PrintTimings.standard());
    }

    /**
     * @param listener called on the worker's thread, after the journal
     */
    public PrintWorker(
            Printer printer,
            PrintJournal journal,
            Consumer<PrintResult> listener,
            Clock clock,
            PrintTimings timings) {
        this.printer = printer;
        this.journal = journal;
        this.listener = listener;
        this.clock = clock;
        this.timings = timings;
        this.link = new PrinterLink(printer, timings);
        String address = printer.address().toString();
        this.delivery = new Delivery(address, link, journal, timings, new Desk());
        this.thread = Thread.ofPlatform().name("print " + address).daemon().start(this::run);
    }

    /** Takes a job; its result comes to the listener. */
    public void submit(PrintJob job) {
        submit(List.of(job));
    }

    /** Takes jobs, to come out in this order and with no other job between them. */
    public void submit(List<PrintJob> jobs) {
        add(jobs.stream().map(job -> new Task(job, null)).toList());
    }

    /**
     * After a restart: finds out what became of intents without an outcome. It never prints; a
     * {@link NotPrinted} may be submitted again. Resolve before submitting new jobs, whose labels
     * would move the printer's count.
     */
    public void resolve(List<PrintIntent> intents) {
        add(intents.stream().map(intent -> new Task(intent.job(), intent)).toList());
    }

    private void add(List<Task> more) {
        lock.lock();
        try {
            if (closing) {
                throw new IllegalStateException("this print worker is closed");
            }
            tasks.addAll(more);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes a job that has not begun to leave out of the queue; its result is {@link NotPrinted}.
     *
     * @return false when it is too late or there is no such job
     */
    public boolean cancel(UUID jobId) {
        Optional<PrintJob> cancelled = take(jobId);
        cancelled.ifPresent(job -> report(job, new NotPrinted("cancelled")));
        return cancelled.isPresent();
    }

    /**
     * Takes a job that has not begun to leave out of the queue, without a result, so that another
     * worker can have it; empty when it is too late or there is no such job.
     */
    public Optional<PrintJob> take(UUID jobId) {
        lock.lock();
        try {
            Iterator<Task> each = tasks.iterator();
            for (boolean first = true; each.hasNext(); first = false) {
                Task task = each.next();
                if (task.job().jobId().equals(jobId) && !(first && leaving)) {
                    each.remove();
                    changed.signalAll();
                    return Optional.of(task.job());
                }
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** The printer and its profile. */
    public Printer printer() {
        return printer;
    }

    /** What a packer must know first; as old as the last answer, at most two seconds. */
    public PrinterCondition state() {
        return board.worst();
    }

    /** Everything that holds now; never empty. */
    public Set<PrinterCondition> conditions() {
        return board.conditions();
    }

    /** Calls the listener, on the worker's thread, whenever {@link #state} has changed. */
    public void onState(Consumer<PrinterCondition> newListener) {
        board.listen(newListener);
    }

    /** Lets no further job begin to leave; what has begun is finished. */
    public void pause() {
        hold(true);
    }

    /** Ends a {@link #pause}. */
    public void resume() {
        hold(false);
    }

    private void hold(boolean now) {
        lock.lock();
        try {
            paused = now;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether {@link #pause} holds. */
    public boolean paused() {
        lock.lock();
        try {
            return paused;
        } finally {
            lock.unlock();
        }
    }

    /** Jobs that have no outcome yet. */
    public int waiting() {
        lock.lock();
        try {
            return tasks.size();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            @Nullable Task next = null;
            while (!closed()) {
                if (next == null) {
                    delivery.look();
                } else {
                    perform(next);
                }
                if (waiting() == 0) {
                    link.release();
                }
                next = nextTask();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            link.close();
        }
    }

    /** The first task, which stays in the queue; null when none came for a while. */
    private @Nullable Task nextTask() throws InterruptedException {
        lock.lock();
        try {
            long left = timings.idle().toNanos();
            while ((paused || tasks.isEmpty()) && !closing && left > 0) {
                left = changed.awaitNanos(left);
            }
            return paused ? null : tasks.peek();
        } finally {
            lock.unlock();
        }
    }

    private void perform(Task task) throws InterruptedException {
        PrintIntent intent = task.intent();
        PrintOutcome outcome =
                intent == null ? delivery.print(task.job()) : delivery.findOut(intent);
        if (outcome != null && finish(task)) {
            report(task.job(), outcome);
        }
    }

    private boolean finish(Task task) {
        lock.lock();
        try {
            leaving = false;
            return tasks.remove(task);
        } finally {
            lock.unlock();
        }
    }

    private void report(PrintJob job, PrintOutcome outcome) {
        PrintResult result = new PrintResult(job, outcome, clock.instant());
        journal.outcomes(List.of(result));
        listener.accept(result);
    }

    private boolean closed() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    /** What the delivery sees of this worker. */
    private final class Desk implements Delivery.Desk {
        @Override
        public void state(Set<PrinterCondition> now) {
            board.show(now);
        }

        @Override
        public boolean wanted(PrintJob job) {
            lock.lock();
            try {
                Task first = tasks.peek();
                return !closing && !paused && first != null && first.job().equals(job);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public boolean depart(PrintJob job) {
            lock.lock();
            try {
                leaving = wanted(job);
                return leaving;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void stay() {
            lock.lock();
            try {
                leaving = false;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void pause(long millis) throws InterruptedException {
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

        @Override
        public boolean closing() {
            return closed();
        }
    }

    /**
     * Stops soon. Jobs without an outcome get none: their intents stay open in the journal, to be
     * resolved after the next start, or they were never begun.
     */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        link.close();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
