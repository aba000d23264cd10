package io.fulfillx.backend.shipping.api;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;

import java.time.Instant;
import java.util.UUID;

/**
 * A sheet that came out of a printer of the server.
 *
 * @param jobId booked once
 * @param printer its name
 * @param copy 1 for the first sheet of the label
 * @param by who asked for it
 */
public record ServerPrint(
        UUID jobId,
        ParcelId parcelId,
        TrackingNumber trackingNumber,
        String printer,
        int copy,
        String evidence,
        String by,
        Instant at) {}
