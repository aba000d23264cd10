package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.ParcelPolicy.Share;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.inventory.api.MissingUnits;
import io.fulfillx.backend.inventory.api.MissingUnits.Cause;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.util.List;
import java.util.Optional;

/**
 * Books units that a parcel was to hold and that are missing or broken: they leave the stock, the
 * parcel waits, and the order is held for a lead.
 */
final class WriteOffUnits {
    private final ParcelStore store;
    private final InventoryModule inventory;
    private final OrdersModule orders;
    private final Feed feed;

    WriteOffUnits(ParcelStore store, InventoryModule inventory, OrdersModule orders, Feed feed) {
        this.store = store;
        this.inventory = inventory;
        this.orders = orders;
        this.feed = feed;
    }

    /**
     * Units that are not there, or not fit to be sent.
     *
     * @param commandId the station's finding; booked once
     */
    record LostUnits(CommandId commandId, OrderLineId lineId, Quantity units, Cause cause) {}

    /**
     * @param parcel locked by the caller
     */
    FactOutcome writeOff(Tx tx, Parcel parcel, LostUnits lost, String actor) {
        if (!ParcelPolicy.has(parcel, lost.lineId())) {
            return new Contradicts("unknown-line", "This parcel has no such order line.");
        }
        OrderForShipping order = orders.load(tx, parcel.orderId());
        Optional<Contradicts> objection = ParcelPolicy.againstWork(parcel, order);
        if (objection.isPresent()) {
            return objection.get();
        }
        Optional<List<Share>> shares =
                ParcelPolicy.spread(parcel, lost.lineId(), lost.units(), ParcelLine::toShip);
        if (shares.isEmpty()) {
            return new Contradicts(
                    "too-many-missing", "More units are missing than this parcel asks for.");
        }
        for (Share share : shares.get()) {
            store.missing(tx, parcel.parcelId(), share.line(), share.units());
            HoldId _ =
                    orders.placeHold(
                            tx,
                            parcel.orderId(),
                            HoldType.INVENTORY,
                            sentence(order, share, lost.cause()),
                            actor);
            orders.lost(
                    tx, parcel.fulfillmentOrderId(), share.line().lineId(), share.units(), actor);
            inventory.writeOff(tx, missing(parcel, share, lost), actor);
        }
        store.move(tx, parcel, ParcelStatus.Verb.SET_ASIDE);
        orders.setAside(tx, parcel.fulfillmentOrderId(), "Units were missing.", actor);
        feed.add(tx, "parcel", parcel.parcelId().value(), parcel.stationId().value());
        return FactOutcome.APPLIED;
    }

    private static MissingUnits missing(Parcel parcel, Share share, LostUnits lost) {
        return new MissingUnits(
                parcel.orderId(),
                share.line().lineId(),
                share.line().locationId(),
                share.units(),
                lost.cause(),
                lost.commandId() + "/" + share.line().locationId());
    }

    private static String sentence(OrderForShipping order, Share share, Cause cause) {
        String sku =
                order.lines().stream()
                        .filter(line -> line.lineId().equals(share.line().lineId()))
                        .map(line -> String.valueOf(line.sku()))
                        .findFirst()
                        .orElse("?");
        String words =
                switch (cause) {
                    case SHORT -> "missing at";
                    case DAMAGED -> "damaged, taken from";
                };
        return "%s x %s %s %s.".formatted(share.units(), sku, words, share.line().location());
    }
}
