package io.fulfillx.backend.orders.api;

import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

/**
 * A parcel that left the bench.
 *
 * @param carrierName as buyers know it
 */
public record ShippedParcel(
        ParcelId parcelId,
        OrderId orderId,
        TrackingNumber trackingNumber,
        String carrierName,
        @Nullable URI trackingUrl,
        List<Line> lines) {
    public ShippedParcel {
        lines = List.copyOf(lines);
    }

    /** What of a line is in it. */
    public record Line(OrderLineId lineId, Quantity quantity) {}
}
