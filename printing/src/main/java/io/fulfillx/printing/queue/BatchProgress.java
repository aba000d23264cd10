package io.fulfillx.printing.queue;

import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.profile.Printer;

import java.util.List;

/**
 * How far a batch is.
 *
 * @param total labels of the batch
 * @param printed out at the first try
 * @param reprinted out as a copy that a person asked for
 * @param waiting without an end yet
 */
public record BatchProgress(
        Phase phase,
        int total,
        int printed,
        int reprinted,
        int notPrinted,
        int unknown,
        int waiting,
        List<Share> shares) {
    public BatchProgress {
        shares = List.copyOf(shares);
    }

    /** What a batch is doing. */
    public enum Phase {
        RUNNING,
        PAUSED,
        /** Every label has an end; those in doubt can still be settled. */
        ENDED
    }

    /**
     * One printer's part.
     *
     * @param total labels that are its own, also after a move
     * @param waiting of those, without an end yet
     * @param condition what its packer must know
     */
    public record Share(Printer printer, int total, int waiting, PrinterCondition condition) {}
}
