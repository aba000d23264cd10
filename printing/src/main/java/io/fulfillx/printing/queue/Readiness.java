package io.fulfillx.printing.queue;

import io.fulfillx.device.transport.TransportException;
import io.fulfillx.printing.language.PrinterCondition;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Waits for a printer that has nothing on its way: before labels leave, and to count what came out
 * after a lost connection. Clears away a label that was cut off.
 */
final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    /** First pause between two questions; it doubles up to the limit. */
    private static final long FIRST_PAUSE_MILLIS = 10;

    /** So many unanswered questions mean a printer that cannot answer at all. */
    private static final int SILENCES_OF_ONE_WAY = 3;

    /** So many mean one that takes the questions for the rest of a label. */
    private static final int SILENCES_OF_HALF = 2;

    /** Zeros for the rest of a label that an earlier program has cut off. */
    private static final int FIRST_FILLER = 16_384;

    private final PrinterLink link;
    private final PrintTimings timings;
    private final ConditionBoard board;
    private final JobQueue queue;

    /** The length of a label of which only a part has left; 0 when there is none. */
    private int half;

    private boolean sawStop;

    /** Whether it has answered, or was freed of what an earlier program may have left in it. */
    private boolean firstWords;

    Readiness(PrinterLink link, PrintTimings timings, ConditionBoard board, JobQueue queue) {
        this.link = link;
        this.timings = timings;
        this.board = board;
        this.queue = queue;
    }

    /** A label of that length was cut off on its way. */
    void cutOff(int length) {
        half = Math.max(half, length);
    }

    /** Something may have been cut off, and this printer would not say so. */
    void perhapsCutOff() {
        if (!link.manners().showsWork()) {
            cutOff(1);
        }
    }

    /** The connection is of no use any more. */
    void lost(TransportException reason) {
        LOG.debug("printer lost: {}", reason.getMessage());
        link.close();
        board.show(Set.of(PrinterCondition.OFFLINE));
    }

    /** Asks an idle printer how it is. */
    void look() {
        try {
            board.show(link.answers() ? link.ask().conditions() : Set.of(PrinterCondition.READY));
        } catch (TransportException e) {
            lost(e);
        }
    }

    /**
     * Waits for as long as it takes until labels may leave.
     *
     * @param wanted whether there is still a reason to wait
     * @return what the printer said then; empty when it is no longer wanted
     */
    Optional<PrinterReport> awaitReady(BooleanSupplier wanted) throws InterruptedException {
        Waiting waiting = new Waiting();
        while (wanted.getAsBoolean()) {
            try {
                if (!link.answers()) {
                    return Optional.of(PrinterReport.SILENT);
                }
                PrinterReport report = waiting.ask();
                boolean oneWay = !link.everAnswered() && waiting.silences == SILENCES_OF_ONE_WAY;
                if (oneWay || report.idle() && waiting.passed && !waiting.cleared(report)) {
                    return Optional.of(report);
                }
            } catch (TransportException e) {
                waiting.lost(e);
            }
            waiting.pause();
        }
        return Optional.empty();
    }

    /**
     * Waits until the printer has been idle for a while, for as long as patience lasts; a printer
     * that says what stops it has all the time in the world.
     *
     * @return what it said last; silent when patience is over, empty when the worker closes
     */
    Optional<PrinterReport> awaitQuiet() throws InterruptedException {
        Waiting waiting = new Waiting();
        sawStop = false;
        long end = System.nanoTime() + timings.recovery().toNanos();
        long since = System.nanoTime();
        PrinterReport last = PrinterReport.SILENT;
        while (!queue.closing() && System.nanoTime() < end) {
            try {
                PrinterReport report = waiting.ask();
                boolean same =
                        report.idle()
                                && report.equals(last)
                                && waiting.passed
                                && !waiting.cleared(report);
                since = same ? since : System.nanoTime();
                last = report;
                if (same && System.nanoTime() - since >= Flight.QUIET.toNanos()) {
                    return Optional.of(report);
                }
                if (report.stopped()) {
                    sawStop = true;
                    end = System.nanoTime() + timings.recovery().toNanos();
                }
            } catch (TransportException e) {
                last = PrinterReport.SILENT;
                waiting.lost(e);
            }
            waiting.pause();
        }
        return queue.closing() ? Optional.empty() : Optional.of(PrinterReport.SILENT);
    }

    /** Whether something stopped the printer during the last {@link #awaitQuiet}. */
    boolean sawStop() {
        return sawStop;
    }

    /** One stretch of asking again and again. */
    private final class Waiting {
        private int silences;
        private boolean discarded;
        private long pause = FIRST_PAUSE_MILLIS;

        /** Whether the last report was asked for when everything before was out. */
        private boolean passed;

        private long barrierSince = System.nanoTime();
        private PrinterReport before = PrinterReport.SILENT;

        Waiting() {
            link.raiseBarrier();
        }

        PrinterReport ask() throws TransportException {
            boolean answers = link.answers();
            passed = answers && link.passedBarrier();
            PrinterReport report = link.ask();
            awaitBarrier(report);
            board.show(report.conditions());
            silences = report.status() == null ? silences + 1 : 0;
            if (silences == SILENCES_OF_HALF && (half > 0 || !firstWords && link.remembers())) {
                link.discard(half > 0 ? half : FIRST_FILLER);
                half = 0;
                firstWords = true;
            }
            firstWords |= report.status() != null;
            return report;
        }

        /** A printer that waits for the rest of a picture takes our token for a part of it. */
        private void awaitBarrier(PrinterReport report) throws TransportException {
            long now = System.nanoTime();
            if (passed || !report.idle() || !report.equals(before)) {
                barrierSince = now;
                before = report;
            } else if (now - barrierSince > timings.evidence().toNanos()) {
                link.discard(0);
                link.raiseBarrier();
                barrierSince = now;
            }
        }

        /** Whether something half received had to be thrown away, so that one must ask again. */
        boolean cleared(PrinterReport idle) throws TransportException {
            if (half == 0 && (discarded || !idle.halfReceived())) {
                return false;
            }
            link.discard(0);
            half = 0;
            discarded = true;
            return true;
        }

        void lost(TransportException e) {
            Readiness.this.lost(e);
            silences = 0;
            discarded = false;
        }

        void pause() throws InterruptedException {
            queue.rest(pause);
            pause = Math.min(2 * pause, timings.idle().toMillis());
        }
    }
}
