package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.PickStore.Picked;
import io.fulfillx.backend.fulfillment.SiblingStore.Left;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.PackedParcel;
import io.fulfillx.backend.fulfillment.api.Packing;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.fulfillment.api.ParcelPolicy;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.inventory.api.LeavingUnits;
import io.fulfillx.backend.inventory.api.LineStock;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.LeavingParcel;
import io.fulfillx.backend.orders.api.LockedPart;
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
import java.util.stream.Collectors;

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
     * @param wanted each for another parcel
     * @param despiteHolds true when a lead decided that the parcels go out anyway
     */
    Map<ParcelId, FactOutcome> pack(
            Tx tx, List<Packing> wanted, boolean despiteHolds, String actor) {
        // The orders are locked before the stock, as in a cancel, so that the two cannot block.
        Map<FulfillmentOrderId, LockedPart> parts =
                orders.lock(
                        tx,
                        wanted.stream().map(each -> each.parcel().fulfillmentOrderId()).toList());
        Map<ParcelId, FactOutcome> outcomes = new HashMap<>();
        List<Packing> sound = new ArrayList<>();
        for (Packing each : wanted) {
            Optional<Contradicts> objection =
                    objection(each.parcel(), partOf(parts, each.parcel()), despiteHolds);
            objection.ifPresent(why -> outcomes.put(each.parcelId(), why));
            if (objection.isEmpty()) {
                sound.add(each);
            }
        }
        Set<ParcelId> first = sound.isEmpty() ? Set.of() : shipments.ship(tx, sound);
        List<Packing> leaving =
                sound.stream().filter(each -> first.contains(each.parcelId())).toList();
        if (!leaving.isEmpty()) {
            book(tx, leaving, parts, actor);
        }
        for (Packing each : sound) {
            outcomes.put(
                    each.parcelId(),
                    first.contains(each.parcelId())
                            ? FactOutcome.APPLIED
                            : new Contradicts(
                                    "already-packed", "This parcel has left the bench before."));
        }
        return outcomes;
    }

    private static LockedPart partOf(Map<FulfillmentOrderId, LockedPart> parts, Parcel parcel) {
        return Optional.ofNullable(parts.get(parcel.fulfillmentOrderId())).orElseThrow();
    }

    private static Optional<Contradicts> objection(
            Parcel parcel, LockedPart part, boolean despiteHolds) {
        Optional<Contradicts> objection = ParcelPolicy.againstWork(parcel, part.status(), false);
        if (objection.isEmpty() && !despiteHolds) {
            objection = ParcelPolicy.againstLeaving(parcel, part.holds());
        }
        return objection.isEmpty() && parcel.isEmpty()
                ? Optional.of(
                        new Contradicts(
                                "nothing-inside",
                                "Everything planned for this parcel was written off."))
                : objection;
    }

    private void book(
            Tx tx, List<Packing> leaving, Map<FulfillmentOrderId, LockedPart> parts, String actor) {
        if (!shipments.packed(tx, leaving)) {
            throw new IllegalStateException("a parcel is locked and yet changed: " + leaving);
        }
        List<ParcelId> ids = leaving.stream().map(Packing::parcelId).toList();
        Set<ParcelId> others = siblings.withOtherInWork(tx, ids);
        Map<OrderLineId, Map<ItemId, Integer>> kits =
                inventory.kitParts(
                        tx,
                        leaving.stream()
                                .flatMap(each -> each.parcel().lines().stream())
                                .map(ParcelLine::lineId)
                                .collect(Collectors.toSet()));
        List<LeavingParcel> gone = new ArrayList<>();
        for (Packing each : leaving) {
            gone.add(
                    new LeavingParcel(
                            partOf(parts, each.parcel()),
                            notice(tx, each.parcel(), each.packed(), kits),
                            !others.contains(each.parcelId()),
                            each.correlation()));
        }
        orders.shipped(tx, gone, actor);
        leave(tx, leaving, actor);
        feed.addAll(
                tx,
                "parcel",
                leaving.stream()
                        .map(
                                each ->
                                        new Feed.Told(
                                                each.parcelId().value(),
                                                each.parcel().stationId().value()))
                        .toList());
    }

    /** What was picked leaves from its tote, the rest from where it lay. */
    private void leave(Tx tx, List<Packing> packings, String actor) {
        List<ParcelId> ids = packings.stream().map(Packing::parcelId).toList();
        Map<ParcelId, Set<OrderLineId>> parts = store.commit(tx, ids);
        Map<ParcelId, List<Picked>> inTotes = picks.of(tx, ids);
        List<Picked> fromTotes = new ArrayList<>();
        Map<ParcelId, List<LeavingUnits>> leaving = new LinkedHashMap<>();
        for (Packing each : packings) {
            Parcel parcel = each.parcel();
            Set<OrderLineId> open = parts.getOrDefault(parcel.parcelId(), Set.of());
            List<LeavingUnits> units = new ArrayList<>();
            parcel.lines().stream()
                    .filter(line -> open.contains(line.partId()))
                    .forEach(
                            line -> {
                                List<Picked> gone =
                                        fromTotes(
                                                line,
                                                inTotes.getOrDefault(parcel.parcelId(), List.of()));
                                fromTotes.addAll(gone);
                                units.addAll(leaving(line, gone));
                            });
            leaving.put(parcel.parcelId(), units);
        }
        picks.take(tx, fromTotes);
        inventory.commitShip(tx, leaving, actor);
    }

    private static List<Picked> fromTotes(ParcelLine line, List<Picked> inTotes) {
        List<Picked> gone = new ArrayList<>();
        int left = line.toShip().units();
        for (Picked picked : inTotes) {
            int units = Math.min(left, picked.units());
            if (picked.partId().equals(line.partId()) && units > 0) {
                gone.add(picked.some(units));
                left -= units;
            }
        }
        return gone;
    }

    private static List<LeavingUnits> leaving(ParcelLine line, List<Picked> fromTotes) {
        List<LeavingUnits> leaving = new ArrayList<>();
        int left = line.toShip().units();
        for (Picked picked : fromTotes) {
            LineStock tote = line.stock().at(picked.tote(), picked.lot());
            Quantity units = new Quantity(picked.units());
            leaving.add(new LeavingUnits(line.partId(), tote, units, picked.serials()));
            left -= picked.units();
        }
        if (left > 0) {
            leaving.add(
                    new LeavingUnits(line.partId(), line.stock(), new Quantity(left), List.of()));
        }
        return leaving;
    }

    /** Units of each line; of a kit as many as are complete with this parcel, be it none. */
    private ShippedParcel notice(
            Tx tx,
            Parcel parcel,
            PackedParcel packed,
            Map<OrderLineId, Map<ItemId, Integer>> allKits) {
        Map<OrderLineId, Map<ItemId, Integer>> inside = new LinkedHashMap<>();
        for (ParcelLine line : parcel.lines()) {
            if (!line.toShip().isZero()) {
                inside.computeIfAbsent(line.lineId(), _ -> new LinkedHashMap<>())
                        .merge(line.itemId(), line.toShip().units(), Integer::sum);
            }
        }
        Map<OrderLineId, Map<ItemId, Integer>> kits = new HashMap<>(allKits);
        kits.keySet().retainAll(inside.keySet());
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
