package io.fulfillx.printing.queue;

import io.fulfillx.printing.language.GuardVerdict.Safe;
import io.fulfillx.printing.language.GuardVerdict.Unsafe;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.language.ZplGuard;
import io.fulfillx.printing.queue.PrintOutcome.NotPrinted;
import io.fulfillx.printing.queue.PrintOutcome.Printed;
import io.fulfillx.printing.queue.PrintOutcome.Unknown;
import io.fulfillx.printing.transport.TransportException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One job's way: guard, wait until the printer is ready, journal, send, and look for evidence. */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** First pause between two questions; it doubles up to the limit. */
    private static final long FIRST_PAUSE_MILLIS = 10;

    /** So many unanswered questions mean a printer that cannot answer at all. */
    private static final int SILENCES_OF_ONE_WAY = 3;

    private static final long EVIDENCE_PAUSE_MILLIS = 200;

    /** The worker, as a delivery sees it. */
    interface Desk {
        void state(Set<PrinterCondition> now);

        /** Whether the job is still first in the queue. */
        boolean wanted(PrintJob job);

        /** The point of no return: false when the job was cancelled before. */
        boolean depart(PrintJob job);

        /** Waits, but not when the worker is being closed. */
        void pause(long millis) throws InterruptedException;

        boolean closing();

        /** Takes {@link #depart} back: not a byte has left. */
        void stay();
    }

    private final String printer;
    private final PrinterLink link;
    private final PrintJournal journal;
    private final PrintTimings timings;
    private final Desk desk;
    private long sequence;

    Delivery(
            String printer,
            PrinterLink link,
            PrintJournal journal,
            PrintTimings timings,
            Desk desk) {
        this.printer = printer;
        this.link = link;
        this.journal = journal;
        this.timings = timings;
        this.desk = desk;
    }

    /** Asks an idle printer how it is. */
    void look() {
        try {
            desk.state(link.answers() ? link.ask().conditions() : Set.of(PrinterCondition.READY));
        } catch (TransportException e) {
            lost(e);
        }
    }

    /** Prints; null when the job was cancelled or the worker closed before there was an outcome. */
    @Nullable PrintOutcome print(PrintJob job) throws InterruptedException {
        if (!LabelLanguage.ZPL.speaks(job.document().format())) {
            return new NotPrinted("this printer speaks ZPL, not " + job.document().format());
        }
        byte[] bytes = job.document().content();
        return switch (ZplGuard.inspect(bytes)) {
            case Safe(int labels) -> deliver(job, bytes, labels);
            case Unsafe(String command, int offset) ->
                    new NotPrinted(
                            "the label contains %s at byte %d, which may not reach a printer"
                                    .formatted(command, offset));
        };
    }

    private @Nullable PrintOutcome deliver(PrintJob job, byte[] bytes, int labels)
            throws InterruptedException {
        while (true) {
            PrinterReport ready = awaitReady(job);
            if (ready == null || !desk.depart(job)) {
                return null;
            }
            journal.intents(
                    List.of(new PrintIntent(job, printer, ++sequence, ready.count(), labels)));
            desk.state(Set.of(PrinterCondition.PRINTING));
            try {
                link.write(bytes);
                return link.answers()
                        ? settle(new Settlement(ready.count(), labels, true))
                        : new Printed(Evidence.FILE);
            } catch (TransportException e) {
                lost(e);
                if (e.bytesWritten() > 0) {
                    return broken(e.bytesWritten(), bytes, labels, ready.count());
                }
                desk.stay();
            }
        }
    }

    /** A single label whose end has not left cannot come out; of several, the first ones may. */
    private @Nullable PrintOutcome broken(
            int written, byte[] bytes, int labels, @Nullable Long odometer)
            throws InterruptedException {
        int end = new String(bytes, StandardCharsets.ISO_8859_1).stripTrailing().length();
        if (labels == 1 && written < end) {
            return new NotPrinted(
                    "the printer took only %d of %d bytes".formatted(written, bytes.length));
        }
        return settle(new Settlement(odometer, labels, false));
    }

    /** Null when the job is no longer wanted. */
    private @Nullable PrinterReport awaitReady(PrintJob job) throws InterruptedException {
        int silences = 0;
        boolean discarded = false;
        long pause = FIRST_PAUSE_MILLIS;
        while (desk.wanted(job)) {
            try {
                PrinterReport report = link.ask();
                if (report.halfReceived() && !discarded) {
                    discarded = true;
                    link.discardHalfLabel();
                    continue;
                }
                boolean oneWay = !link.everAnswered() && ++silences == SILENCES_OF_ONE_WAY;
                if (oneWay || !link.answers() || report.idle()) {
                    return report;
                }
                desk.state(report.conditions());
            } catch (TransportException e) {
                lost(e);
            }
            desk.pause(pause);
            pause = Math.min(2 * pause, timings.idle().toMillis());
        }
        return null;
    }

    /** Finds out what became of an intent that has no outcome. */
    @Nullable PrintOutcome findOut(PrintIntent intent) throws InterruptedException {
        if (!intent.printer().equals(printer)) {
            return new Unknown("it was sent to another printer, " + intent.printer());
        }
        return switch (ZplGuard.inspect(intent.job().document().content())) {
            case Safe(int labels) -> settle(new Settlement(intent.countBefore(), labels, false));
            case Unsafe _ -> new NotPrinted("it was never sent");
        };
    }

    /** Asks until there is proof, or until nothing new has been heard for too long. */
    private @Nullable PrintOutcome settle(Settlement settlement) throws InterruptedException {
        long patience = timings.evidence().toNanos();
        long end = System.nanoTime() + patience;
        long pause = FIRST_PAUSE_MILLIS;
        PrinterReport last = PrinterReport.SILENT;
        while (!desk.closing()) {
            try {
                PrinterReport report = link.ask();
                Optional<PrintOutcome> outcome = settlement.hear(report, System.nanoTime());
                if (outcome.isPresent()) {
                    desk.state(report.conditions());
                    return outcome.get();
                }
                boolean ready = report.conditions().equals(Set.of(PrinterCondition.READY));
                desk.state(ready ? Set.of(PrinterCondition.PRINTING) : report.conditions());
                if (report.stopped() || !report.equals(last)) {
                    end = System.nanoTime() + patience;
                }
                last = report;
            } catch (TransportException e) {
                settlement.connectionLost();
                lost(e);
            }
            if (System.nanoTime() > end) {
                return new Unknown("the printer gives no evidence of the label");
            }
            desk.pause(pause);
            pause = Math.min(2 * pause, EVIDENCE_PAUSE_MILLIS);
        }
        return null;
    }

    private void lost(TransportException reason) {
        LOG.debug("{}: {}", printer, reason.getMessage());
        link.close();
        desk.state(Set.of(PrinterCondition.OFFLINE));
    }
}
