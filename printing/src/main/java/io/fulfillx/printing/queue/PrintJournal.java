package io.fulfillx.printing.queue;

import java.util.UUID;

/** The station's durable memory of what it was about to print. */
public interface PrintJournal {
    /**
     * Returns only when the row would survive a power cut; bytes leave after that. A second intent
     * of the same job replaces the first: nothing had left then.
     */
    void intent(PrintIntent intent);

    /** Closes the intent of that job, if there is one. */
    void outcome(UUID jobId, PrintOutcome outcome);
}
