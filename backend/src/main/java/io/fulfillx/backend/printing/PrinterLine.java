package io.fulfillx.backend.printing;

import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.profile.Printer;
import io.fulfillx.printing.queue.PrintIntent;
import io.fulfillx.printing.queue.PrintJob;
import io.fulfillx.printing.queue.PrintResult;
import io.fulfillx.printing.queue.PrintWorker;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** The queue of one printer that this process drives, and what of it is not printed yet. */
final class PrinterLine implements AutoCloseable {
    /** So many labels stand ready that the printer never waits for the next one. */
    static final int AHEAD = 12;

    private final ServerPrintJournal journal;
    private final Runnable allCalledBack;
    private final PrintWorker worker;
    private final Set<UUID> jobs = ConcurrentHashMap.newKeySet();

    /** Held while labels go into the queue or come out of it by hand. */
    private final ReentrantLock filling = new ReentrantLock();

    /**
     * @param allCalledBack runs when a label has to be repeated and all behind it were called back
     */
    PrinterLine(Printer printer, ServerPrintJournal journal, Runnable allCalledBack, Clock clock) {
        this.journal = journal;
        this.allCalledBack = allCalledBack;
        this.worker = new PrintWorker(printer, journal, this::ended, clock);
    }

    LabelLanguage language() {
        return worker.printer().profile().language();
    }

    /** Room for further labels. */
    int room() {
        return Math.max(0, AHEAD - jobs.size());
    }

    /** Takes labels, to come out in this order. */
    void submit(List<PrintJob> next) {
        next.forEach(job -> jobs.add(job.jobId()));
        worker.submit(next);
    }

    /** Finds out what became of prints that a crash cut off. Never prints. */
    void resolve(List<PrintIntent> cutOff) {
        cutOff.forEach(intent -> jobs.add(intent.job().jobId()));
        worker.resolve(cutOff);
    }

    /** Takes a job out of the queue; false when it has begun to leave, or has left. */
    boolean callBack(UUID job) {
        boolean taken = worker.take(job).isPresent();
        if (taken) {
            jobs.remove(job);
        }
        return taken;
    }

    /** On the printer's thread, before the next job begins: a label to be repeated comes first. */
    private void ended(PrintResult result) {
        UUID ended = result.job().jobId();
        jobs.remove(ended);
        if (journal.repeats(ended)) {
            filled(
                    () -> {
                        List.copyOf(jobs).forEach(this::callBack);
                        allCalledBack.run();
                    });
        }
    }

    /** Runs the work while nobody else puts labels into the queue. */
    void filled(Runnable work) {
        filling.lock();
        try {
            work.run();
        } finally {
            filling.unlock();
        }
    }

    PrinterCondition condition() {
        return worker.state();
    }

    /** Whether the journal failed, after which the queue cannot go on. */
    boolean broken() {
        return journal.failed();
    }

    @Override
    public void close() {
        worker.close();
    }
}
