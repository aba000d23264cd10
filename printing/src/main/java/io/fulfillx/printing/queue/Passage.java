package io.fulfillx.printing.queue;

import io.fulfillx.printing.queue.PrintOutcome.NotPrinted;
import io.fulfillx.printing.queue.PrintOutcome.Printed;
import io.fulfillx.printing.queue.PrintOutcome.Unknown;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A job on its way: its labels in the printer's language and what became of each so far. Touched by
 * the worker's thread only, except that the queue hands it on.
 */
final class Passage {
    static final String EARLIER = "an earlier print";

    private final PrintJob job;
    private final List<byte[]> labels;
    private final @Nullable PrintOutcome[] outcomes;
    private int launched;
    private int losses;

    Passage(PrintJob job, List<byte[]> labels) {
        this.job = job;
        this.labels = labels;
        this.outcomes = new PrintOutcome[labels.size()];
        Arrays.fill(outcomes, 0, Math.min(job.skip(), labels.size()), new Printed(EARLIER));
        rewind();
    }

    PrintJob job() {
        return job;
    }

    /** The job without the labels that are out, as the journal should have it now. */
    PrintJob remaining() {
        return job.skipping(settledFirst());
    }

    /** How many labels have no end. */
    int labelsLeft() {
        return labels.size() - settledFirst();
    }

    private int settledFirst() {
        int settled = 0;
        while (settled < outcomes.length && outcomes[settled] != null) {
            settled++;
        }
        return settled;
    }

    boolean allLaunched() {
        return launched == labels.size();
    }

    /** Whether a label of it has an end, so that it cannot begin anew elsewhere. */
    boolean begun() {
        return outcomes.length > job.skip() && outcomes[job.skip()] != null;
    }

    boolean isLast(int label) {
        return label == labels.size() - 1;
    }

    byte[] next() {
        return labels.get(launched);
    }

    /** The number of the label that leaves now. */
    int launch() {
        return launched++;
    }

    void settle(int label, PrintOutcome outcome) {
        outcomes[label] = outcome;
    }

    /** Whether every label has its end. */
    boolean settled() {
        return Arrays.stream(outcomes).allMatch(outcome -> outcome != null);
    }

    /**
     * Goes back to the first label without an end, because nothing of it came out. A label in doubt
     * before it ends the job: what follows would come out in a wrong place.
     */
    void rewind() {
        launched = settledFirst();
        if (Arrays.stream(outcomes).anyMatch(outcome -> outcome instanceof Unknown)) {
            giveUp(new NotPrinted("an earlier label of the document is in doubt"));
        }
    }

    /** Counts the times that it was lost on its way. */
    int lost() {
        return ++losses;
    }

    /** Ends every label that has no end. */
    void giveUp(PrintOutcome outcome) {
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null) {
                outcomes[i] = outcome;
            }
        }
        launched = outcomes.length;
    }

    PrintResult result(Instant at) {
        List<PrintOutcome> ends = new ArrayList<>();
        for (PrintOutcome outcome : outcomes) {
            if (outcome != null) {
                ends.add(outcome);
            }
        }
        return PrintResult.of(job, ends, at);
    }
}
