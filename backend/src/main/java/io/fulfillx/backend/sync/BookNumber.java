package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelPolicy;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.ShippingModule;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.label.NumberSeries;
import io.fulfillx.model.sync.StationCommand.ParcelNumbered;

import java.util.Optional;

/**
 * Books a carrier's number that a station made for a parcel. One that cannot be is kept, and the
 * parcel gets a label that is bought.
 */
final class BookNumber {
    private final FulfillmentModule fulfillment;
    private final ShippingModule shipping;
    private final OrdersModule orders;
    private final NumberRangeStore ranges;

    BookNumber(FulfillmentModule fulfillment, ShippingModule shipping, OrdersModule orders) {
        this.fulfillment = fulfillment;
        this.shipping = shipping;
        this.orders = orders;
        this.ranges = new NumberRangeStore(shipping);
    }

    /**
     * @param parcel locked by the caller
     */
    FactOutcome book(Tx tx, Parcel parcel, StationId station, ParcelNumbered act, String actor) {
        OrderForShipping order = orders.load(tx, parcel.orderId());
        Optional<Contradicts> objection = ParcelPolicy.againstWork(parcel, order.status(), true);
        if (objection.isPresent()) {
            return objection.get();
        }
        FactOutcome outcome =
                NumberSeries.read(act.trackingNumber())
                        .flatMap(number -> ranges.lentFor(tx, station, number))
                        .map(carrier -> shipping.numbered(tx, parcel, carrier, act))
                        .orElseGet(
                                () ->
                                        new Contradicts(
                                                "number-not-lent",
                                                "The number "
                                                        + act.trackingNumber()
                                                        + " was never lent to this station."));
        if (outcome.equals(FactOutcome.APPLIED)) {
            orders.history(
                    tx,
                    parcel.orderId(),
                    actor,
                    "NUMBERED",
                    "Labelled at its station with the number " + act.trackingNumber() + ".");
        } else {
            fulfillment.lane().buyAnyway(tx, parcel.parcelId());
        }
        return outcome;
    }
}
