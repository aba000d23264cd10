package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelPolicy;
import io.fulfillx.backend.fulfillment.api.PlatedParcel;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.station.LanePlate;

import java.util.Optional;

/**
 * Books a parcel that is packed and waits on the lane. Nothing of it has left: its stock stays
 * promised until it leaves under a carrier's label.
 */
final class PlateParcel {
    private final LaneStore lanes;
    private final CatalogModule catalog;
    private final OrdersModule orders;
    private final Feed feed;

    PlateParcel(LaneStore lanes, CatalogModule catalog, OrdersModule orders, Feed feed) {
        this.lanes = lanes;
        this.catalog = catalog;
        this.orders = orders;
        this.feed = feed;
    }

    /**
     * @param parcel locked by the caller
     */
    FactOutcome plate(Tx tx, Parcel parcel, PlatedParcel plated, String actor) {
        OrderForShipping order = orders.load(tx, parcel.orderId());
        Optional<Contradicts> objection = ParcelPolicy.againstWork(parcel, order.status(), true);
        if (objection.isPresent()) {
            return objection.get();
        }
        LanePlate plate = plated.plate();
        if (!lanes.plate(tx, parcel.parcelId(), plated)) {
            return new Contradicts(
                    "plate-used", "Another parcel carries the plate " + plate.sscc() + " already.");
        }
        boolean _ = lanes.letGo(tx, parcel.parcelId(), false);
        lanes.measured(tx, parcel.parcelId(), plate, size(tx, parcel, plate.carton()));
        orders.history(
                tx,
                parcel.orderId(),
                actor,
                "PLATED",
                "Packed with the plate " + plate.sscc() + "; its label comes later.");
        feed.add(
                tx,
                FulfillmentModule.PARCEL_CHANGED,
                parcel.parcelId().value(),
                parcel.stationId().value());
        return FactOutcome.APPLIED;
    }

    /** Of the carton that was taken; what the house does not know is as big as planned. */
    private Dimensions size(Tx tx, Parcel parcel, String carton) {
        return catalog.cartons(tx).stream()
                .filter(each -> each.code().equals(carton))
                .filter(_ -> !carton.equals(parcel.carton()))
                .findFirst()
                .map(each -> each.size())
                .orElse(parcel.size());
    }
}
