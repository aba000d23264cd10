package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.PackedParcel;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.orders.api.ShippedParcel;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Books a parcel that left the bench: its units leave the stock once, the order counts them as
 * shipped and the buyer's notice is on its way, all in the caller's transaction.
 */
final class PackParcel {
    private final ParcelStore store;
    private final InventoryModule inventory;
    private final OrdersModule orders;
    private final Feed feed;

    PackParcel(ParcelStore store, InventoryModule inventory, OrdersModule orders, Feed feed) {
        this.store = store;
        this.inventory = inventory;
        this.orders = orders;
        this.feed = feed;
    }

    /**
     * @param parcel locked by the caller
     * @param despiteHolds true when a lead decided that the parcel goes out anyway
     */
    FactOutcome pack(
            Tx tx, Parcel parcel, PackedParcel packed, boolean despiteHolds, String actor) {
        OrderForShipping order = orders.load(tx, parcel.orderId());
        Optional<Contradicts> objection = ParcelPolicy.againstWork(parcel, order);
        if (objection.isEmpty() && !despiteHolds) {
            objection = ParcelPolicy.againstLeaving(parcel, order);
        }
        if (objection.isPresent()) {
            return objection.get();
        }
        if (parcel.isEmpty()) {
            return new Contradicts(
                    "nothing-inside", "Everything planned for this parcel was written off.");
        }
        if (!store.packed(tx, parcel.parcelId(), packed)) {
            throw new IllegalStateException(parcel.parcelId() + " is locked and yet changed");
        }
        // The order is locked before the stock, as in a cancel, so that the two cannot block.
        orders.shipped(
                tx, parcel.fulfillmentOrderId(), notice(parcel, packed), isLast(tx, parcel), actor);
        for (ParcelLine line : parcel.lines()) {
            if (!line.toShip().isZero() && store.commit(tx, parcel.parcelId(), line)) {
                inventory.commitShip(
                        tx,
                        parcel.parcelId(),
                        line.lineId(),
                        line.locationId(),
                        line.toShip(),
                        actor);
            }
        }
        feed.add(tx, "parcel", parcel.parcelId().value(), parcel.stationId().value());
        return FactOutcome.APPLIED;
    }

    private boolean isLast(Tx tx, Parcel parcel) {
        return store.ofOrder(tx, parcel.orderId()).stream()
                .filter(other -> other.fulfillmentOrderId().equals(parcel.fulfillmentOrderId()))
                .filter(other -> !other.parcelId().equals(parcel.parcelId()))
                .noneMatch(Parcel::isInWork);
    }

    private static ShippedParcel notice(Parcel parcel, PackedParcel packed) {
        Map<OrderLineId, Quantity> shipped = new LinkedHashMap<>();
        parcel.lines().forEach(line -> shipped.merge(line.lineId(), line.toShip(), Quantity::plus));
        List<ShippedParcel.Line> lines =
                shipped.entrySet().stream()
                        .filter(entry -> !entry.getValue().isZero())
                        .map(entry -> new ShippedParcel.Line(entry.getKey(), entry.getValue()))
                        .toList();
        return new ShippedParcel(
                parcel.parcelId(),
                parcel.orderId(),
                packed.trackingNumber(),
                packed.carrierName(),
                packed.trackingUrl(),
                lines);
    }
}
