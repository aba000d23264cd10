package io.fulfillx.desktop.store;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.sync.StationCommand;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * One attempt to print a label.
 *
 * @param printer the printer's address
 * @param odometer the printer's own label count before it; null when it keeps none
 * @param detail evidence when it printed, else the reason
 * @param ahead printed before its parcel was packed; a scan or a person's word ends that
 * @param sent whether its last byte is known to have been handed over
 */
public record PrintRow(
        UUID jobId,
        ParcelId parcelId,
        TrackingNumber trackingNumber,
        String printer,
        int copy,
        @Nullable Long odometer,
        Instant intentAt,
        Outcome outcome,
        String detail,
        boolean ahead,
        boolean sent) {
    /** How it ended. */
    public enum Outcome {
        /** Intended, and nothing is known yet. */
        OPEN,
        PRINTED,
        NOT_PRINTED,
        /** Only a person can tell. */
        UNKNOWN
    }

    /** What the server is told of a sheet that is on paper. */
    public StationCommand asCommand() {
        return new StationCommand.LabelPrinted(parcelId, trackingNumber, printer, copy, detail);
    }
}
