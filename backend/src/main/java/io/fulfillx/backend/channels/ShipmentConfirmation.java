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
 * @param earlier parcels that left before and hold the rest of kits that are complete with this one
 */
public record ShipmentConfirmation(
        String channelOrderId,
        TrackingNumber trackingNumber,
        String carrierName,
        @Nullable URI trackingUrl,
        List<ConfirmedLine> lines,
        List<Tracking> earlier) {
    public ShipmentConfirmation {
        lines = List.copyOf(lines);
        earlier = List.copyOf(earlier);
    }

    /** Another parcel and where the buyer follows it. */
    public record Tracking(TrackingNumber number, @Nullable URI url) {}

    /** What of a line is in the parcel. */
    public record ConfirmedLine(String channelLineId, Quantity quantity) {}
}
