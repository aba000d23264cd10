package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.PickStore.Picked;
import io.fulfillx.backend.fulfillment.SiblingStore.Left;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.PackedParcel;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.fulfillment.api.ParcelPolicy;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.inventory.api.LineStock;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.orders.api.ShippedParcel;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.quantity.Quantity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Books a parcel that left the bench: its units leave the stock once, the order counts them as
 * shipped and the buyer's notice is on its way, all in the caller's transaction.
 */
final class PackParcel {
    private final ParcelStore store;
    private final PickStore picks;
    private final SiblingStore siblings = new SiblingStore();
    private final ShipmentStore shipments = new ShipmentStore();
    private final InventoryModule inventory;
    private final OrdersModule orders;
    private final Feed feed;

    PackParcel(
            ParcelStore store,
            PickStore picks,
            InventoryModule inventory,
            OrdersModule orders,
            Feed feed) {
        this.store = store;
        this.picks = picks;
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
        if (!shipments.ship(tx, parcel.parcelId(), packed.trackingNumber())) {
            return new Contradicts("already-packed", "This parcel has left the bench before.");
        }
        if (!store.packed(tx, parcel.parcelId(), packed)) {
            throw new IllegalStateException(parcel.parcelId() + " is locked and yet changed");
        }
        // The orders are locked before the stock, as in a cancel, so that the two cannot block.
        orders.lock(tx, parcel.fulfillmentOrderId());
        orders.shipped(
                tx,
                parcel.fulfillmentOrderId(),
                notice(tx, parcel, packed),
                !siblings.anyOtherInWork(tx, parcel),
                actor);
        List<Picked> inTotes = picks.of(tx, parcel.parcelId());
        for (ParcelLine line : parcel.lines()) {
            if (!line.toShip().isZero() && store.commit(tx, parcel.parcelId(), line)) {
                commit(tx, parcel, line, inTotes, actor);
            }
        }
        feed.add(tx, "parcel", parcel.parcelId().value(), parcel.stationId().value());
        return FactOutcome.APPLIED;
    }

    /** What was picked leaves from its tote, the rest from where it lay. */
    private void commit(Tx tx, Parcel parcel, ParcelLine line, List<Picked> inTotes, String actor) {
        int left = line.toShip().units();
        for (Picked picked : inTotes) {
            int units = Math.min(left, picked.units());
            if (picked.partId().equals(line.partId()) && units > 0) {
                Picked leaving = picked.some(units);
                commit(tx, parcel, line, leaving, actor);
                picks.take(tx, parcel.parcelId(), leaving);
                left -= units;
            }
        }
        if (left > 0) {
            LineStock bin = line.stock();
            Picked rest = new Picked(line.partId(), bin.locationId(), bin.lot(), left, List.of());
            commit(tx, parcel, line, rest, actor);
        }
    }

    private void commit(Tx tx, Parcel parcel, ParcelLine line, Picked units, String actor) {
        inventory.commitShip(
                tx,
                parcel.parcelId(),
                line.partId(),
                line.stock().at(units.tote(), units.lot()),
                new Quantity(units.units()),
                units.serials(),
                actor);
    }

    /** Units of each line; of a kit as many as are complete with this parcel, be it none. */
    private ShippedParcel notice(Tx tx, Parcel parcel, PackedParcel packed) {
        Map<OrderLineId, Map<ItemId, Integer>> inside = new LinkedHashMap<>();
        for (ParcelLine line : parcel.lines()) {
            if (!line.toShip().isZero()) {
                inside.computeIfAbsent(line.lineId(), _ -> new LinkedHashMap<>())
                        .merge(line.itemId(), line.toShip().units(), Integer::sum);
            }
        }
        Map<OrderLineId, Map<ItemId, Integer>> kits = inventory.kitParts(tx, inside.keySet());
        Map<OrderLineId, Map<ItemId, Integer>> before = before(tx, parcel, kits);
        List<ShippedParcel.Line> lines = new ArrayList<>();
        Set<ParcelId> together = new LinkedHashSet<>();
        inside.forEach(
                (line, units) -> {
                    Map<ItemId, Integer> one = kits.get(line);
                    if (one == null) {
                        int sum = units.values().stream().mapToInt(count -> count).sum();
                        lines.add(new ShippedParcel.Line(line, new Quantity(sum)));
                        return;
                    }
                    Map<ItemId, Integer> first = before.getOrDefault(line, Map.of());
                    Map<ItemId, Integer> then = new HashMap<>(first);
                    units.forEach((item, count) -> then.merge(item, count, Integer::sum));
                    Quantity complete = KitPolicy.completed(one, first, then);
                    lines.add(new ShippedParcel.Line(line, complete));
                    if (!complete.isZero() && !first.isEmpty()) {
                        List<Left> left = siblings.leftBefore(tx, parcel.parcelId(), line);
                        together.addAll(KitPolicy.together(one, first, then, left));
                    }
                });
        return new ShippedParcel(
                parcel.parcelId(),
                parcel.orderId(),
                packed.trackingNumber(),
                packed.carrierName(),
                packed.trackingUrl(),
                lines,
                List.copyOf(together));
    }

    private Map<OrderLineId, Map<ItemId, Integer>> before(
            Tx tx, Parcel parcel, Map<OrderLineId, Map<ItemId, Integer>> kits) {
        Map<OrderLineId, Map<ItemId, Integer>> before = new HashMap<>();
        if (!kits.isEmpty()) {
            orders.part(tx, parcel.fulfillmentOrderId()).lines().stream()
                    .map(FulfillmentOrder.Line::orderId)
                    .distinct()
                    .flatMap(order -> inventory.shipped(tx, order).stream())
                    .forEach(
                            gone ->
                                    before.computeIfAbsent(gone.lineId(), _ -> new HashMap<>())
                                            .put(gone.itemId(), gone.quantity().units()));
        }
        return before;
    }
}
