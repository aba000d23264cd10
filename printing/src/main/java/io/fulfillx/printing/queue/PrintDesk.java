package io.fulfillx.printing.queue;

import io.fulfillx.printing.profile.Printer;
import io.fulfillx.printing.queue.PrintOutcome.NotPrinted;
import io.fulfillx.printing.queue.PrintOutcome.Printed;
import io.fulfillx.printing.queue.PrintOutcome.Unknown;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Several printers side by side: one worker each, and what a person can do about a job whichever
 * printer has it. Printers are named by their address.
 */
public final class PrintDesk implements AutoCloseable {
    private final Map<URI, PrintWorker> workers = new LinkedHashMap<>();
    private final List<Consumer<PrintResult>> listeners = new CopyOnWriteArrayList<>();
    private final EndedJobs ended = new EndedJobs();
    private final PrintJournal journal;
    private final Clock clock;

    /** A desk with the patience that real printers need. */
    public PrintDesk(List<Printer> printers, PrintJournal journal, Clock clock) {
        this(printers, journal, clock, PrintTimings.standard());
    }

    public PrintDesk(
            List<Printer> printers, PrintJournal journal, Clock clock, PrintTimings timings) {
        this.journal = journal;
        this.clock = clock;
        for (Printer printer : printers) {
            URI address = printer.address();
            Consumer<PrintResult> listener = result -> tell(address, result);
            workers.put(address, new PrintWorker(printer, journal, listener, clock, timings));
        }
    }

    /**
     * Calls the listener for every result, after the journal, on a printer's thread.
     *
     * @return stops calling it
     */
    public Runnable listen(Consumer<PrintResult> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell(URI printer, PrintResult result) {
        ended.remember(printer, result);
        listeners.forEach(listener -> listener.accept(result));
    }

    /** The printers, in the order given. */
    public List<PrintWorker> workers() {
        return List.copyOf(workers.values());
    }

    /**
     * The worker of one printer, for its state, its pause and its resume.
     *
     * @throws IllegalArgumentException when the desk has no such printer
     */
    public PrintWorker worker(URI printer) {
        PrintWorker worker = workers.get(printer);
        if (worker == null) {
            throw new IllegalArgumentException("no such printer: " + printer);
        }
        return worker;
    }

    /** Takes jobs for one printer, to come out in this order. */
    public void submit(URI printer, List<PrintJob> jobs) {
        worker(printer).submit(jobs);
    }

    /**
     * After a restart, before anything is submitted: finds out what became of intents without an
     * outcome. Never prints. Those of printers that the desk has no more are {@link Unknown}.
     */
    public void resolve(List<PrintIntent> intents) {
        Map<String, List<PrintIntent>> byPrinter = new LinkedHashMap<>();
        for (PrintIntent intent : intents) {
            byPrinter.computeIfAbsent(intent.printer(), _ -> new ArrayList<>()).add(intent);
        }
        byPrinter.forEach(this::resolve);
    }

    private void resolve(String printer, List<PrintIntent> intents) {
        PrintWorker worker = workers.get(URI.create(printer));
        if (worker != null) {
            worker.resolve(intents);
            return;
        }
        Unknown gone = new Unknown("the printer " + printer + " is not here any more");
        for (PrintIntent intent : intents) {
            settle(URI.create(printer), new PrintResult(intent.job(), gone, clock.instant()));
        }
    }

    private void settle(URI printer, PrintResult result) {
        journal.outcomes(List.of(result));
        tell(printer, result);
    }

    /** Calls a job back that has not begun to leave; false when it is too late. */
    public boolean cancel(UUID jobId) {
        return workers.values().stream().anyMatch(worker -> worker.cancel(jobId));
    }

    /** Gives a job that has not begun to leave to another printer; false when it is too late. */
    public boolean move(UUID jobId, URI to) {
        PrintWorker target = worker(to);
        Optional<PrintJob> job = take(jobId);
        job.ifPresent(target::submit);
        return job.isPresent();
    }

    /** Takes a job that has not begun to leave away without a result; empty when it is too late. */
    public Optional<PrintJob> take(UUID jobId) {
        return workers.values().stream().flatMap(worker -> worker.take(jobId).stream()).findFirst();
    }

    /**
     * Submits a job again that certainly did not come out, the same job at the same printer.
     *
     * @return false when it did, or may have, or is not known here
     */
    public boolean retry(UUID jobId) {
        Optional<EndedJobs.Ended> found =
                ended.take(jobId, result -> result.outcome() instanceof NotPrinted);
        found.ifPresent(job -> worker(job.printer()).submit(job.result().job()));
        return found.isPresent();
    }

    /**
     * Closes a job that was {@link Unknown}: its label was seen, or better, scanned.
     *
     * @return false when there was no doubt about it
     */
    public boolean confirmPrinted(UUID jobId) {
        Optional<EndedJobs.Ended> found =
                ended.take(jobId, result -> result.outcome() instanceof Unknown);
        found.ifPresent(
                job ->
                        settle(
                                job.printer(),
                                new PrintResult(
                                        job.result().job(),
                                        new Printed(Evidence.SCAN),
                                        clock.instant())));
        return found.isPresent();
    }

    /**
     * Prints an ended job once more because a person asked for it: a job of its own with the next
     * copy number and the same document, so the tracking number stays.
     *
     * @return the new job; empty when no such job has ended here
     */
    public Optional<PrintJob> reprint(UUID jobId) {
        return ended.reprint(jobId)
                .map(
                        job -> {
                            PrintJob copy = job.result().job().reprint(UUID.randomUUID());
                            worker(job.printer()).submit(copy);
                            return copy;
                        });
    }

    Instant now() {
        return clock.instant();
    }

    /** How many reprints were asked for since the start. */
    public int reprints() {
        return ended.reprints();
    }

    /** Stops all workers; jobs without an outcome stay open in the journal. */
    @Override
    public void close() {
        workers.values().forEach(PrintWorker::close);
    }
}
