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
 * @param together parcels that left before and hold the rest of the kits that are complete now
 */
public record ShippedParcel(
        ParcelId parcelId,
        OrderId orderId,
        TrackingNumber trackingNumber,
        String carrierName,
        @Nullable URI trackingUrl,
        List<Line> lines,
        List<ParcelId> together) {
    public ShippedParcel {
        lines = List.copyOf(lines);
        together = List.copyOf(together);
    }

    /** The same parcel as one order sees it. */
    public ShippedParcel of(OrderId order, List<Line> inside) {
        return new ShippedParcel(
                parcelId, order, trackingNumber, carrierName, trackingUrl, inside, together);
    }

    /** What of a line is complete with it; of a kit there may be components and nothing whole. */
    public record Line(OrderLineId lineId, Quantity quantity) {}

    /** Whether something is complete with it, so that the buyer can be told what comes. */
    public boolean completesAny() {
        return lines.stream().anyMatch(line -> !line.quantity().isZero());
    }
}
