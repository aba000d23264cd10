package io.fulfillx.backend.fulfillment.api;

import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.id.WaveId;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * One parcel as it stands.
 *
 * @param number 1-based position among the parcels of its order
 * @param carton code of the planned carton; {@link #OWN_CONTAINER} when the item ships as it is
 * @param size what the carrier is told
 * @param service the service its label was bought for
 * @param obstacle why it has no label yet and does not get one by itself
 * @param lines in walking order
 */
public record Parcel(
        ParcelId parcelId,
        OrderId orderId,
        FulfillmentOrderId fulfillmentOrderId,
        WaveId waveId,
        StationId stationId,
        int number,
        int parcelCount,
        String carton,
        Dimensions size,
        ParcelStatus status,
        @Nullable String service,
        Weight expectedWeight,
        @Nullable Weight actualWeight,
        @Nullable String actualCarton,
        @Nullable OperatorId operatorId,
        @Nullable Instant packedAt,
        @Nullable String obstacle,
        List<ParcelLine> lines) {
    public static final String OWN_CONTAINER = "OWN";

    public Parcel {
        lines = List.copyOf(lines);
    }

    /** Those of its order's holds that keep it here. */
    public List<ActiveHold> holds(List<ActiveHold> active) {
        List<OrderLineId> lineIds = lines.stream().map(ParcelLine::lineId).distinct().toList();
        return active.stream().filter(hold -> hold.touches(fulfillmentOrderId, lineIds)).toList();
    }

    /** The same parcel with those lines. */
    public Parcel with(List<ParcelLine> others) {
        return new Parcel(
                parcelId,
                orderId,
                fulfillmentOrderId,
                waveId,
                stationId,
                number,
                parcelCount,
                carton,
                size,
                status,
                service,
                expectedWeight,
                actualWeight,
                actualCarton,
                operatorId,
                packedAt,
                obstacle,
                others);
    }

    /** What its carrier is told: as it was weighed, or else as it was reckoned. */
    public Weight shippedWeight() {
        return actualWeight == null ? expectedWeight : actualWeight;
    }

    /** The carton that was taken, or else the planned one. */
    public String shippedCarton() {
        return actualCarton == null ? carton : actualCarton;
    }

    /** True while a bench may still have work with it. */
    public boolean isInWork() {
        return status != ParcelStatus.PACKED && status != ParcelStatus.CANCELLED && !isEmpty();
    }

    /** True when everything planned was found missing or broken. */
    public boolean isEmpty() {
        return lines.stream().allMatch(line -> line.toShip().isZero());
    }
}
