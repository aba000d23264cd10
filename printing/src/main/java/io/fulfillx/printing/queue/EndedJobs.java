package io.fulfillx.printing.queue;

import io.fulfillx.printing.queue.PrintOutcome.Printed;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Jobs that a person may still want to do something about. For several threads. */
final class EndedJobs {
    /** Labels in the tray, which a packer may find smudged; those in doubt are kept for ever. */
    private static final int PRINTED_KEPT = 500;

    /** A job with its end, and where it ended. */
    record Ended(URI printer, PrintResult result) {}

    private final Map<UUID, Ended> open = new LinkedHashMap<>();
    private final Map<UUID, Ended> printed =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, Ended> eldest) {
                    return size() > PRINTED_KEPT;
                }
            };
    private int reprints;

    synchronized void remember(URI printer, PrintResult result) {
        UUID jobId = result.job().jobId();
        boolean out = result.outcome() instanceof Printed;
        (out ? open : printed).remove(jobId);
        (out ? printed : open).put(jobId, new Ended(printer, result));
    }

    /** Forgets and returns the job if it is open and ended in that way. */
    synchronized Optional<Ended> take(UUID jobId, Predicate<PrintResult> way) {
        Ended ended = open.get(jobId);
        if (ended == null || !way.test(ended.result())) {
            return Optional.empty();
        }
        open.remove(jobId);
        return Optional.of(ended);
    }

    /** Finds a job to print once more, and counts that. */
    synchronized Optional<Ended> reprint(UUID jobId) {
        Ended ended = open.containsKey(jobId) ? open.get(jobId) : printed.get(jobId);
        if (ended != null) {
            reprints++;
        }
        return Optional.ofNullable(ended);
    }

    synchronized int reprints() {
        return reprints;
    }
}
