package io.fulfillx.printing.queue;

import io.fulfillx.printing.document.PressResult.Pressed;
import io.fulfillx.printing.document.PressResult.Refused;
import io.fulfillx.printing.queue.JobQueue.Waiting;
import io.fulfillx.printing.queue.PrintOutcome.NotPrinted;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes jobs from the queue to the printer's door and their ends to the journal: no label leaves
 * before its intent is durable, and nobody hears of an end before the journal has it.
 */
final class Loader {
    private final String printer;
    private final PrinterLink link;
    private final JobQueue queue;
    private final Magazine magazine;
    private final PrintJournal journal;
    private final Consumer<PrintResult> listener;
    private final Clock clock;

    /** Everything that has departed and has no end, in order. */
    private final List<Passage> away = new ArrayList<>();

    /** Departed, with labels that have not left. */
    private @Nullable Passage current;

    private long sequence;

    Loader(
            String printer,
            PrinterLink link,
            JobQueue queue,
            Magazine magazine,
            PrintJournal journal,
            Consumer<PrintResult> listener,
            Clock clock) {
        this.printer = printer;
        this.link = link;
        this.queue = queue;
        this.magazine = magazine;
        this.journal = journal;
        this.listener = listener;
        this.clock = clock;
    }

    /** Ends the jobs at the head of the queue that cannot be printed, whatever the printer does. */
    void refuse() throws InterruptedException {
        magazine.prepare(queue);
        List<PrintJob> next = queue.next(1);
        while (!next.isEmpty() && magazine.look(next.getFirst()) instanceof Refused(String why)) {
            queue.remove(next.getFirst().jobId(), false)
                    .ifPresent(refused -> end(refused, new NotPrinted(why)));
            next = queue.next(1);
        }
    }

    /** As many labels as fit beside those flying, their intents durable. */
    List<Shot> load(Flight flight, PrintWindow window) throws InterruptedException {
        magazine.prepare(queue);
        List<Shot> shots = new ArrayList<>();
        List<PrintIntent> intents = new ArrayList<>();
        int bytes = 0;
        while (flight.hasRoom(window, shots.size(), bytes)) {
            Passage passage = current;
            if (passage == null) {
                passage = depart();
                if (passage == null) {
                    break;
                }
                intents.add(intent(passage, flight.countBefore(shots.size())));
                current = passage;
                away.add(passage);
            }
            Shot shot = shot(passage);
            shots.add(shot);
            bytes += shot.bytes().length;
            current = passage.allLaunched() ? null : passage;
        }
        if (!intents.isEmpty()) {
            journal.intents(intents);
        }
        return shots;
    }

    private @Nullable Passage depart() throws InterruptedException {
        while (true) {
            Optional<Waiting> next = queue.depart();
            if (next.isEmpty()) {
                return null;
            }
            Waiting waiting = next.get();
            if (waiting.passage() != null) {
                return waiting.passage();
            }
            switch (magazine.press(waiting.job())) {
                case Pressed(List<byte[]> labels, _) when labels.size() > waiting.job().skip() -> {
                    return new Passage(waiting.job(), labels);
                }
                case Pressed _ -> refused(waiting, "the document has no label left to print");
                case Refused(String reason) -> refused(waiting, reason);
            }
        }
    }

    private void refused(Waiting waiting, String reason) {
        queue.ended(1);
        end(waiting, new NotPrinted(reason));
    }

    private PrintIntent intent(Passage passage, @Nullable Long countBefore) {
        return new PrintIntent(
                passage.remaining(), printer, ++sequence, countBefore, passage.labelsLeft());
    }

    private Shot shot(Passage passage) {
        String token =
                "X" + Long.toString(++sequence, Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        byte[] label = passage.next();
        byte[] bytes = link.announced(label, token);
        boolean behind = Arrays.mismatch(label, bytes) == label.length;
        int own = behind ? label.length : bytes.length;
        return new Shot(passage, passage.launch(), bytes, own, token);
    }

    /** A label has been handed over. */
    void sent(Shot shot) {
        if (shot.passage().isLast(shot.label())) {
            journal.sent(shot.passage().job().jobId(), shot.bytes().length);
        }
    }

    /**
     * A printer that does not repeat a spoiled label has stopped: from now on its count alone does
     * not tell which labels came out, and after a crash nobody else will know that it stopped.
     */
    void distrust() {
        if (!away.isEmpty()) {
            journal.intents(away.stream().map(passage -> intent(passage, null)).toList());
        }
    }

    /** Reports every job of which all labels have an end. */
    void settled() {
        List<PrintResult> results = new ArrayList<>();
        for (Iterator<Passage> each = away.iterator(); each.hasNext(); ) {
            Passage passage = each.next();
            if (passage.settled()) {
                each.remove();
                results.add(passage.result(clock.instant()));
            }
        }
        queue.ended(results.size());
        end(results);
    }

    /** Puts jobs back of which labels have not come out; they come first when it goes on. */
    void takeBack() {
        current = null;
        away.forEach(Passage::rewind);
        settled();
        List<PrintResult> withdrawn = new ArrayList<>();
        for (Passage passage : away) {
            if (!passage.begun()) {
                NotPrinted reason = new NotPrinted("it did not come out and waits again");
                withdrawn.add(new PrintResult(passage.job(), reason, clock.instant()));
            }
        }
        if (!withdrawn.isEmpty()) {
            // Otherwise a crash now would let other labels' count speak for these.
            journal.outcomes(withdrawn);
        }
        queue.giveBack(away);
        away.clear();
    }

    /** Ends a job that is not away. */
    void end(Waiting waiting, NotPrinted outcome) {
        Passage passage = waiting.passage();
        if (passage == null) {
            end(List.of(new PrintResult(waiting.job(), outcome, clock.instant())));
        } else {
            passage.giveUp(outcome);
            end(List.of(passage.result(clock.instant())));
        }
    }

    private void end(List<PrintResult> results) {
        if (!results.isEmpty()) {
            journal.outcomes(results);
            results.forEach(listener);
        }
    }

    /** Ends jobs of which it was found out what became of them. */
    void found(List<PrintResult> results) {
        queue.ended(results.size());
        end(results);
    }
}
