package io.fulfillx.backend.printing;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * One label of a batch.
 *
 * @param seq its place in the batch, which is the wave's walking order; from 1
 * @param moveTo the printer it shall go to once its own has given it back
 * @param copy 1 for the first sheet of the label, more for further ones
 * @param jobId what the printer's queue knows it by; null before it was there
 * @param attempts how often it began to leave and certainly did not come out
 * @param evidence how it is known that it came out
 * @param reason why it did not, or why nobody knows
 * @param askedBy who asked for a further sheet, and why
 */
record PrintLabel(
        UUID printLabelId,
        UUID printBatchId,
        int seq,
        ParcelId parcelId,
        TrackingNumber trackingNumber,
        UUID printerId,
        @Nullable UUID moveTo,
        PrintLabelState state,
        int copy,
        @Nullable UUID jobId,
        int attempts,
        String evidence,
        String reason,
        @Nullable String askedBy,
        @Nullable String askedReason,
        Instant changedAt) {
    /** Where it is, or where it goes next. */
    UUID nextPrinter() {
        return moveTo == null ? printerId : moveTo;
    }

    /** The same sheet once more, because it certainly did not come out. */
    PrintLabel oneMoreTry(String why) {
        return waiting(nextPrinter(), copy, attempts + 1, why, askedBy, askedReason);
    }

    /** The sheet that a person asks for; one that never came out keeps its number. */
    PrintLabel askedFor(UUID printer, String actor, String why) {
        int next = state == PrintLabelState.NOT_PRINTED ? copy : copy + 1;
        return waiting(printer, next, 0, "", actor, why);
    }

    private PrintLabel waiting(
            UUID printer,
            int sheet,
            int tries,
            String why,
            @Nullable String by,
            @Nullable String byReason) {
        return new PrintLabel(
                printLabelId,
                printBatchId,
                seq,
                parcelId,
                trackingNumber,
                printer,
                null,
                PrintLabelState.WAITING,
                sheet,
                jobId,
                tries,
                "",
                why,
                by,
                byReason,
                changedAt);
    }
}
