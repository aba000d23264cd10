package io.fulfillx.printing.queue;

import io.fulfillx.device.transport.TransportException;
import io.fulfillx.printing.language.DeviceStatus;
import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.queue.PrintOutcome.NotPrinted;
import io.fulfillx.printing.queue.PrintOutcome.Printed;
import io.fulfillx.printing.queue.PrintOutcome.Unknown;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps labels on their way to one printer for as long as there are any: journal, send, listen. A
 * new {@link Flight} begins with every connection.
 */
final class Delivery {
    /** A label that was lost so often is not sent again. */
    private static final int ATTEMPTS = 5;

    /** A printer that says it is busy gets so much more time than one that says nothing. */
    private static final int BUSY_PATIENCES = 6;

    private static final Duration AT_ONCE = Duration.ZERO;

    /** What it works with. */
    record Parts(
            PrinterLink link,
            JobQueue queue,
            Readiness readiness,
            Loader loader,
            ConditionBoard board) {}

    private final PrinterLink link;
    private final JobQueue queue;
    private final Readiness readiness;
    private final Loader loader;
    private final ConditionBoard board;
    private final PrintTimings timings;
    private final PrintWindow window;

    private boolean stopped;
    private long lastNews;
    private long lastProgress;
    private long lastQuestion;

    Delivery(Parts parts, PrintTimings timings, PrintWindow window) {
        this.link = parts.link();
        this.queue = parts.queue();
        this.readiness = parts.readiness();
        this.loader = parts.loader();
        this.board = parts.board();
        this.timings = timings;
        this.window = window;
    }

    /** Prints until nothing is left to print or the connection is lost. */
    void fly() throws InterruptedException {
        loader.refuse();
        Optional<PrinterReport> ready = readiness.awaitReady(queue::wants);
        if (ready.isEmpty()) {
            return;
        }
        Flight flight = new Flight(ready.get().count(), link.manners());
        stopped = false;
        lastNews = System.nanoTime();
        lastProgress = lastNews;
        lastQuestion = 0;
        try {
            while (!queue.closing() && send(flight)) {
                if (!flight.isEmpty()) {
                    await(flight);
                }
            }
        } catch (TransportException e) {
            readiness.lost(e);
            recover(flight);
        }
        loader.settled();
    }

    /** False when nothing is on its way any more and nothing more is to leave. */
    private boolean send(Flight flight) throws TransportException, InterruptedException {
        List<Shot> next = stopped ? List.of() : loader.load(flight, window);
        for (Shot shot : next) {
            if (queue.closing()) {
                return false;
            }
            launch(flight, shot);
            board.show(Set.of(PrinterCondition.PRINTING));
            if (link.answers()) {
                heed(flight, link.listen(AT_ONCE));
            } else {
                silently(flight);
            }
        }
        return !next.isEmpty() || !flight.isEmpty();
    }

    private void launch(Flight flight, Shot shot) throws TransportException {
        flight.launch(shot);
        try {
            link.write(shot.bytes());
            loader.sent(shot);
            lastNews = System.nanoTime();
            lastProgress = lastNews;
        } catch (TransportException e) {
            if (e.bytesWritten() == 0) {
                flight.notLaunched();
            } else if (!shot.complete(e.bytesWritten())) {
                flight.cutShort();
                readiness.cutOff(shot.bytes().length);
            }
            throw e;
        }
    }

    private void silently(Flight flight) {
        PrintOutcome end =
                link.isFile()
                        ? new Printed(Evidence.FILE)
                        : new Unknown("the printer cannot answer");
        flight.abandon().forEach(shot -> shot.settle(end));
        loader.settled();
    }

    /** Asks now and then, and hears whatever the printer says meanwhile. */
    private void await(Flight flight) throws TransportException {
        long poll = timings.poll().toNanos();
        long now = System.nanoTime();
        boolean stale = now - lastQuestion > timings.answer().toNanos();
        if (stale && link.unanswered()) {
            flight.silence();
        }
        if (now - lastQuestion >= poll && (stale || !link.unanswered())) {
            link.question(flight.sent());
            lastQuestion = now;
        }
        long pause = Math.max(1_000_000, lastQuestion + poll - System.nanoTime());
        heed(flight, link.listen(Duration.ofNanos(Math.min(pause, poll))));
        if (!flight.isEmpty() && flight.quiet()) {
            nothingMoreComes(flight);
        }
        long patience = timings.evidence().toNanos();
        boolean silent = System.nanoTime() - lastNews > patience;
        if (silent || System.nanoTime() - lastProgress > BUSY_PATIENCES * patience) {
            doubt(flight, "the printer gives no evidence of the label");
            link.close();
        }
    }

    /** The printer is idle, and not everything is proved to be out. */
    private void nothingMoreComes(Flight flight) throws TransportException {
        if (flight.counts() && !flight.knowsMissing()) {
            doubt(flight, "the printer is idle and its label count has not moved far enough");
        } else if (flight.counts()) {
            List<Shot> missing = flight.abandon();
            missing.forEach(shot -> readiness.cutOff(shot.bytes().length));
            again(missing, "the printer is idle and its label count has not moved");
        } else if (link.manners().showsWork()) {
            flight.flying().forEach(shot -> readiness.cutOff(shot.bytes().length));
            doubt(flight, "the printer waits for the rest of a label");
        } else if (!link.announces()) {
            doubt(flight, "the printer gives no evidence of the label");
        }
    }

    private void doubt(Flight flight, String reason) {
        flight.abandon().forEach(shot -> shot.settle(new Unknown(reason)));
        loader.settled();
    }

    private void heed(Flight flight, Heard heard) {
        long now = System.nanoTime();
        DeviceStatus status = heard.status();
        boolean changed = status != null && show(flight, status);
        boolean trusted = !flight.suspects();
        if (flight.hear(heard, now) > 0 || changed || stopped) {
            lastNews = now;
            lastProgress = now;
        } else if (status != null && !status.idle()) {
            lastNews = now;
        }
        if (trusted && flight.suspects()) {
            loader.distrust();
        }
        loader.settled();
    }

    /** Whether that is news. */
    private boolean show(Flight flight, DeviceStatus status) {
        boolean ready = status.conditions().equals(Set.of(PrinterCondition.READY));
        Set<PrinterCondition> before = board.conditions();
        board.show(
                ready && !flight.isEmpty()
                        ? Set.of(PrinterCondition.PRINTING)
                        : status.conditions());
        stopped = status.stopped();
        return !before.equals(board.conditions());
    }

    /** The line is lost: finds out what came out, and takes back what did not. */
    private void recover(Flight flight) throws InterruptedException {
        if (flight.isEmpty()) {
            loader.takeBack();
            return;
        }
        readiness.perhapsCutOff();
        Optional<PrinterReport> report =
                flight.counts() ? readiness.awaitQuiet() : Optional.of(PrinterReport.SILENT);
        if (report.isPresent()) {
            again(
                    flight.conclude(report.get().count(), readiness.sawStop()),
                    "the connection was lost");
        }
    }

    private void again(List<Shot> lost, String why) {
        for (Shot shot : lost) {
            if (shot.passage().lost() >= ATTEMPTS) {
                shot.settle(new NotPrinted(why + ", " + ATTEMPTS + " times"));
            }
        }
        loader.takeBack();
    }
}
