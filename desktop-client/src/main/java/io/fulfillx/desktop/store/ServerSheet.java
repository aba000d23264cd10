package io.fulfillx.desktop.store;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.station.LabelOnPaper;
import io.fulfillx.model.station.PackJob;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** A sheet that the server had printed, as the station keeps it: like one printed ahead. */
final class ServerSheet {
    private ServerSheet() {}

    static PrintRow row(PackJob job, TrackingNumber number, LabelOnPaper sheet, Instant now) {
        return new PrintRow(
                jobId(job.parcelId(), sheet.copy()),
                job.parcelId(),
                number,
                sheet.printer(),
                sheet.copy(),
                null,
                now,
                sheet.certain() ? PrintRow.Outcome.PRINTED : PrintRow.Outcome.UNKNOWN,
                "the server sent it to " + sheet.printer(),
                true,
                false);
    }

    /** Whether the row is the server's, and nobody here has said anything about it. */
    static boolean untouched(PrintRow row) {
        return row.ahead() && row.jobId().equals(jobId(row.parcelId(), row.copy()));
    }

    private static UUID jobId(ParcelId parcel, int copy) {
        String name = "server sheet " + parcel + " " + copy;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
