package io.fulfillx.printing.queue;

import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.printing.document.LabelPress;
import io.fulfillx.printing.document.PressResult;
import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.profile.Printer;
import io.fulfillx.printing.queue.PrintOutcome.NotPrinted;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Prints jobs on one printer, in the order submitted, on a thread of its own. Every job ends in
 * exactly one {@link PrintResult}, also in the journal.
 *
 * <p>A few labels are on their way at a time, so that the printer never stops between two of them.
 * A job waits while the printer cannot print and goes on by itself. After a lost connection the
 * printer's count tells what came out; what certainly did not is sent again, and what cannot be
 * known is {@link PrintOutcome.Unknown}. Nothing is sent twice for any other reason.
 */
public final class PrintWorker implements AutoCloseable {
    private final Printer printer;
    private final PrintTimings timings;
    private final PrinterLink link;
    private final JobQueue queue = new JobQueue();
    private final ConditionBoard board = new ConditionBoard();
    private final Readiness readiness;
    private final Loader loader;
    private final Lookup lookup;
    private final Delivery delivery;
    private final Thread thread;

    /** A worker with the patience that real printers need. */
    public PrintWorker(
            Printer printer, PrintJournal journal, Consumer<PrintResult> listener, Clock clock) {
        this(printer, journal, listener, clock, PrintTimings.standard());
    }

    /**
     * @param listener called after the journal, on the worker's thread or on that of a cancel
     */
    public PrintWorker(
            Printer printer,
            PrintJournal journal,
            Consumer<PrintResult> listener,
            Clock clock,
            PrintTimings timings) {
        this(
                printer,
                journal,
                listener,
                clock,
                timings,
                PrintWindow.STANDARD,
                new LabelPress(printer.profile())::press);
    }

    /**
     * @param window how much may be on its way at a time
     * @param press makes the printer's bytes out of a document, each label by itself; called on
     *     several threads
     */
    public PrintWorker(
            Printer printer,
            PrintJournal journal,
            Consumer<PrintResult> listener,
            Clock clock,
            PrintTimings timings,
            PrintWindow window,
            Function<LabelDocument, PressResult> press) {
        this.printer = printer;
        this.timings = timings;
        this.link = new PrinterLink(printer, timings);
        String address = printer.address().toString();
        Magazine magazine = new Magazine(press);
        this.readiness = new Readiness(link, timings, board, queue);
        this.loader = new Loader(address, link, queue, magazine, journal, listener, clock);
        this.lookup = new Lookup(address, link.manners(), readiness, magazine, clock);
        Delivery.Parts parts = new Delivery.Parts(link, queue, readiness, loader, board);
        this.delivery = new Delivery(parts, timings, window);
        this.thread = Thread.ofPlatform().name("print " + address).daemon().start(this::run);
    }

    /** Takes a job; its result comes to the listener. */
    public void submit(PrintJob job) {
        submit(List.of(job));
    }

    /** Takes jobs, to come out in this order and with no other job between them. */
    public void submit(List<PrintJob> jobs) {
        queue.add(jobs);
    }

    /**
     * After a restart: finds out what became of intents without an outcome, all together. It never
     * prints; a {@link NotPrinted} may be submitted again. Resolve before submitting new jobs,
     * whose labels would move the printer's count.
     */
    public void resolve(List<PrintIntent> intents) {
        if (!intents.isEmpty()) {
            queue.addDoubtful(intents);
        }
    }

    /**
     * Takes a job that has not begun to leave out of the queue; its result is {@link NotPrinted}.
     *
     * @return false when it is too late or there is no such job
     */
    public boolean cancel(UUID jobId) {
        Optional<JobQueue.Waiting> cancelled = queue.remove(jobId, false);
        cancelled.ifPresent(waiting -> loader.end(waiting, new NotPrinted("cancelled")));
        return cancelled.isPresent();
    }

    /**
     * Takes a job that has not begun to leave out of the queue, without a result, so that another
     * worker can have it; empty when it is too late or there is no such job.
     */
    public Optional<PrintJob> take(UUID jobId) {
        return queue.remove(jobId, true).map(JobQueue.Waiting::job);
    }

    /** Lets no further job begin to leave; what has begun is finished. */
    public void pause() {
        queue.pause(true);
    }

    /** Ends a {@link #pause}. */
    public void resume() {
        queue.pause(false);
    }

    /** Whether {@link #pause} holds. */
    public boolean paused() {
        return queue.paused();
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

    /** How many jobs have no outcome yet. */
    public int waiting() {
        return queue.size();
    }

    /** The jobs that have not begun to leave, in order. */
    public List<PrintJob> jobs() {
        return queue.jobs();
    }

    private void run() {
        try {
            while (!queue.closing()) {
                work();
                queue.awaitWork(timings.idle().toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            link.close();
            board.show(Set.of(PrinterCondition.OFFLINE));
        }
    }

    private void work() throws InterruptedException {
        Optional<List<PrintIntent>> doubtful = queue.nextDoubtful();
        if (doubtful.isPresent()) {
            lookup.resolve(doubtful.get()).ifPresent(loader::found);
        } else if (queue.wants()) {
            delivery.fly();
        } else {
            readiness.look();
        }
        if (!queue.wants()) {
            link.release();
        }
    }

    /**
     * Stops soon. Jobs without an outcome get none: their intents stay open in the journal, to be
     * resolved after the next start, or they were never begun.
     */
    @Override
    public void close() {
        queue.close();
        link.close();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
