package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.ParcelPolicy.Share;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.sync.StationCommand.PickConfirmed;

import java.util.List;
import java.util.Optional;

/** Books units that were taken from their place into the tote. */
final class PickParcelLine {
    private final ParcelStore store;
    private final OrdersModule orders;

    PickParcelLine(ParcelStore store, OrdersModule orders) {
        this.store = store;
        this.orders = orders;
    }

    /**
     * @param parcel locked by the caller
     */
    FactOutcome pick(Tx tx, Parcel parcel, PickConfirmed pick, String actor) {
        if (!ParcelPolicy.has(parcel, pick.lineId())) {
            return new Contradicts("unknown-line", "This parcel has no such order line.");
        }
        OrderForShipping order = orders.load(tx, parcel.orderId());
        Optional<Contradicts> objection = ParcelPolicy.againstWork(parcel, order);
        if (objection.isPresent()) {
            return objection.get();
        }
        Optional<List<Share>> shares =
                ParcelPolicy.spread(parcel, pick.lineId(), pick.quantity(), ParcelLine::toPick);
        if (shares.isEmpty()) {
            return new Contradicts(
                    "too-many-picked", "More units were picked than this parcel asks for.");
        }
        for (Share share : shares.get()) {
            store.picked(tx, parcel.parcelId(), share.line(), share.units());
        }
        store.tote(tx, parcel.parcelId(), pick.tote());
        boolean complete = isComplete(tx, parcel);
        int wanted = parcel.lines().stream().mapToInt(line -> line.toPick().units()).sum();
        if (wanted == pick.quantity().units() && parcel.status() == ParcelStatus.LABELLED) {
            store.move(tx, parcel, ParcelStatus.Verb.PICK);
        }
        // The units are in the tote whatever was decided meanwhile; the parcel will not leave.
        parcel.holds(order).stream()
                .findFirst()
                .ifPresent(
                        hold ->
                                orders.history(
                                        tx,
                                        parcel.orderId(),
                                        actor,
                                        "PICKED_WHILE_HELD",
                                        hold.type() + ": " + hold.reason()));
        orders.picked(tx, parcel.fulfillmentOrderId(), complete, actor);
        return FactOutcome.APPLIED;
    }

    /** Whether all units of its fulfillment order lie in totes. */
    private boolean isComplete(Tx tx, Parcel parcel) {
        return store.ofOrder(tx, parcel.orderId()).stream()
                .filter(other -> other.fulfillmentOrderId().equals(parcel.fulfillmentOrderId()))
                .filter(Parcel::isInWork)
                .flatMap(other -> other.lines().stream())
                .allMatch(line -> line.toPick().isZero());
    }
}
