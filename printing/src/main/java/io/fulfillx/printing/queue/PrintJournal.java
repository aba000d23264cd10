package io.fulfillx.printing.queue;

import java.util.List;
import java.util.UUID;

/**
 * The durable memory of what was about to be printed. Calls of different workers may come at the
 * same time.
 */
public interface PrintJournal {
    /**
     * Returns only when all of them would survive a power cut; bytes leave after that. An intent of
     * a job that has one already, or has an outcome, replaces it: that print is proved not to have
     * happened.
     */
    void intents(List<PrintIntent> intents);

    /**
     * The job's last byte has been handed over. Need not survive a power cut; {@link
     * PrintIntent#sent} tells it after a crash, and fewer outcomes are then unknown.
     */
    default void sent(UUID jobId, long bytes) {}

    /**
     * Closes the intents of these jobs. A result without an intent is one that was refused before
     * anything could leave; it is remembered too.
     */
    void outcomes(List<PrintResult> results);
}
