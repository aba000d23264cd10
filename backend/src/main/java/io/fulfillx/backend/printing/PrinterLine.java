package io.fulfillx.backend.printing;

import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.profile.PrinterProfile;
import io.fulfillx.printing.queue.PrintIntent;
import io.fulfillx.printing.queue.PrintJob;
import io.fulfillx.printing.queue.PrintResult;
import io.fulfillx.printing.queue.PrintWorker;
import io.fulfillx.printing.queue.PrinterState;

import java.net.URI;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** The queue of one printer that this process drives, and what of it is not printed yet. */
final class PrinterLine implements AutoCloseable {
    /** So many labels stand ready that the printer never waits for the next one. */
    static final int AHEAD = 6;

    private final ServerPrintJournal journal;
    private final PrinterProfile profile;
    private final String address;
    private final Runnable allCalledBack;
    private final PrintWorker worker;
    private final Set<UUID> jobs = ConcurrentHashMap.newKeySet();

    /** Held while labels go into the queue or come out of it by hand. */
    private final ReentrantLock filling = new ReentrantLock();

    /**
     * @param allCalledBack runs when a label has to be repeated and all behind it were called back
     */
    PrinterLine(
            URI address,
            PrinterProfile profile,
            ServerPrintJournal journal,
            Runnable allCalledBack,
            Clock clock) {
        this.journal = journal;
        this.profile = profile;
        this.address = address.toString();
        this.allCalledBack = allCalledBack;
        this.worker = new PrintWorker(address, journal, this::ended, clock);
    }

    String address() {
        return address;
    }

    LabelLanguage language() {
        return profile.language();
    }

    /** Room for further labels. */
    int room() {
        return Math.max(0, AHEAD - jobs.size());
    }

    void submit(PrintJob job) {
        jobs.add(job.jobId());
        worker.submit(job);
    }

    /** Finds out what became of a print that a crash cut off. Never prints. */
    void resolve(PrintIntent intent) {
        jobs.add(intent.job().jobId());
        worker.resolve(intent);
    }

    /** Takes a job out of the queue; false when it has begun to leave, or has left. */
    boolean callBack(UUID job) {
        journal.callsBack(job);
        boolean done = worker.cancel(job);
        if (!done) {
            journal.tooLate(job);
        }
        return done;
    }

    /** On the printer's thread, before the next job begins: a label to be repeated comes first. */
    private void ended(PrintResult result) {
        UUID ended = result.job().jobId();
        jobs.remove(ended);
        if (journal.repeats(ended)) {
            filled(
                    () -> {
                        jobs.forEach(this::callBack);
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
        return condition(worker.state());
    }

    private static PrinterCondition condition(PrinterState state) {
        return switch (state) {
            case READY -> PrinterCondition.READY;
            case PRINTING -> PrinterCondition.PRINTING;
            case PAPER_OUT -> PrinterCondition.PAPER_OUT;
            case HEAD_OPEN -> PrinterCondition.HEAD_OPEN;
            case PAUSED -> PrinterCondition.PAUSED;
            case UNREACHABLE -> PrinterCondition.OFFLINE;
            case UNKNOWN -> PrinterCondition.SILENT;
        };
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
