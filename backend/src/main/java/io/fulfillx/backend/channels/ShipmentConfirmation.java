package io.fulfillx.backend.channels;

import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

/**
 * One parcel that left, in the channel's own ids.
 *
 * @param carrierName as buyers know it
 */
public record ShipmentConfirmation(
        String channelOrderId,
        TrackingNumber trackingNumber,
        String carrierName,
        @Nullable URI trackingUrl,
        List<ConfirmedLine> lines) {
    public ShipmentConfirmation {
        lines = List.copyOf(lines);
    }

    /** What of a line is in the parcel. */
    public record ConfirmedLine(String channelLineId, Quantity quantity) {}
}
