package io.fulfillx.printing.queue;

import io.fulfillx.printing.document.PressResult.Pressed;
import io.fulfillx.printing.queue.PrintOutcome.NotPrinted;
import io.fulfillx.printing.queue.PrintOutcome.Printed;
import io.fulfillx.printing.queue.PrintOutcome.Unknown;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds out what became of labels that a crash cut off. Never prints. */
final class Lookup {
    private final String printer;

    private final Manners manners;
    private final Readiness readiness;
    private final Magazine magazine;
    private final Clock clock;

    private boolean sawStop;

    Lookup(String printer, Manners manners, Readiness readiness, Magazine magazine, Clock clock) {
        this.printer = printer;
        this.manners = manners;
        this.readiness = readiness;
        this.magazine = magazine;
        this.clock = clock;
    }

    /** Their ends in the same order; empty when the worker closes before they are known. */
    Optional<List<PrintResult>> resolve(List<PrintIntent> intents) throws InterruptedException {
        readiness.perhapsCutOff();
        sawStop = false;
        boolean counted = intents.stream().anyMatch(intent -> intent.countBefore() != null);
        Optional<PrinterReport> report =
                counted
                        ? readiness.awaitQuiet(now -> sawStop |= now.stopped())
                        : Optional.of(PrinterReport.SILENT);
        if (report.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> labels = new ArrayList<>();
        for (PrintIntent intent : intents) {
            labels.add(intent.labels() > 0 ? intent.labels() : pressed(intent.job()));
        }
        return Optional.of(ends(intents, labels, report.get().count()));
    }

    private int pressed(PrintJob job) throws InterruptedException {
        return magazine.press(job) instanceof Pressed(List<byte[]> labels, _)
                ? Math.max(1, labels.size() - job.skip())
                : 1;
    }

    private List<PrintResult> ends(
            List<PrintIntent> intents, List<Integer> labels, @Nullable Long count) {
        long lowest = Long.MAX_VALUE;
        long highest = Long.MIN_VALUE;
        for (int i = 0; i < intents.size(); i++) {
            Long before = intents.get(i).countBefore();
            if (before != null) {
                lowest = Math.min(lowest, before);
                highest = Math.max(highest, before + labels.get(i));
            }
        }
        boolean some = count != null && count > lowest && count < highest;
        boolean plausible =
                count != null
                        && count >= lowest
                        && count <= highest
                        && !(manners.restarts() && count == 0)
                        && !(some && spoiled(intents, labels, count - lowest));
        List<PrintResult> results = new ArrayList<>();
        for (int i = 0; i < intents.size(); i++) {
            PrintIntent intent = intents.get(i);
            Long before = plausible && here(intent) ? intent.countBefore() : null;
            List<PrintOutcome> ends =
                    before == null
                            ? List.of(doubt(intent, count))
                            : byCount(
                                    intent, labels.get(i), Objects.requireNonNull(count) - before);
            results.add(PrintResult.of(intent.job(), ends, clock.instant()));
        }
        return results;
    }

    /**
     * Whether a label may have been spoiled and those behind it have come out, so that the count
     * does not tell which. Handed over are the labels of which that is known, and perhaps those of
     * the next job, whose last byte left just before the crash: if so many are out, none of them
     * was spoiled. A stop that was seen leaves only the second to be believed.
     */
    private boolean spoiled(List<PrintIntent> intents, List<Integer> labels, long out) {
        long handedOver = 0;
        int next = 0;
        for (int i = 0; i < intents.size(); i++) {
            boolean sent = intents.get(i).sent();
            handedOver += sent ? labels.get(i) : 0;
            next = !sent && next == 0 ? labels.get(i) : next;
        }
        boolean none = out == handedOver && !sawStop || next > 0 && out == handedOver + next;
        return !manners.reprints() && !none;
    }

    private boolean here(PrintIntent intent) {
        return intent.printer().equals(printer);
    }

    private Unknown doubt(PrintIntent intent, @Nullable Long count) {
        if (!here(intent)) {
            return new Unknown("it was sent to another printer, " + intent.printer());
        }
        if (count == null || intent.countBefore() == null) {
            return new Unknown("the program was interrupted and the printer tells no label count");
        }
        return new Unknown(
                "the label count went from %d to %d, which these labels do not explain"
                        .formatted(intent.countBefore(), count));
    }

    private static List<PrintOutcome> byCount(PrintIntent intent, int labels, long moved) {
        List<PrintOutcome> ends = new ArrayList<>();
        for (int i = 0; i < intent.job().skip(); i++) {
            ends.add(new Printed(Passage.EARLIER));
        }
        for (int i = 0; i < labels; i++) {
            ends.add(
                    i < moved
                            ? new Printed(Evidence.COUNTER)
                            : new NotPrinted(
                                    "the printer is idle and its label count has not moved"));
        }
        return ends;
    }
}
