package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.PickStore.Picked;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.fulfillment.api.ParcelPolicy;
import io.fulfillx.backend.fulfillment.api.ParcelPolicy.Share;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.inventory.api.LineStock;
import io.fulfillx.backend.inventory.api.MissingUnits;
import io.fulfillx.backend.inventory.api.MissingUnits.Cause;
import io.fulfillx.backend.inventory.api.PickFrom;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Books units that a parcel was to hold and that are missing or broken: they leave the stock. For
 * what was not in its bin the parcel gets other units, promised at once; when there are none, and
 * for what is broken, it waits and the order is held for a lead.
 */
final class WriteOffUnits {
    private final ParcelStore store;
    private final LaneStore lanes = new LaneStore();
    private final PickStore picks;
    private final InventoryModule inventory;
    private final OrdersModule orders;
    private final Feed feed;
    private final PlanParcels parts;

    WriteOffUnits(
            ParcelStore store,
            PickStore picks,
            InventoryModule inventory,
            OrdersModule orders,
            Feed feed,
            PlanParcels parts) {
        this.store = store;
        this.picks = picks;
        this.inventory = inventory;
        this.orders = orders;
        this.feed = feed;
        this.parts = parts;
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
        Optional<Contradicts> objection =
                ParcelPolicy.againstWork(parcel, order.status(), lanes.mayLackLabel(tx, parcel));
        if (objection.isPresent()) {
            return objection.get();
        }
        Optional<List<Share>> shares =
                ParcelPolicy.spread(parcel, lost.lineId(), lost.units(), ParcelLine::toShip);
        if (shares.isEmpty()) {
            return new Contradicts(
                    "too-many-missing", "More units are missing than this parcel asks for.");
        }
        // The orders are locked before the stock, as in a cancel, so that the two cannot block.
        var _ = orders.lock(tx, parcel.fulfillmentOrderId());
        boolean replaced = true;
        for (Share share : shares.get()) {
            replaced &= lose(tx, parcel, order, share, lost, actor);
        }
        if (!replaced) {
            if (parcel.status() != ParcelStatus.PLANNED) {
                store.move(tx, parcel, ParcelStatus.Verb.SET_ASIDE);
            }
            orders.setAside(tx, parcel.fulfillmentOrderId(), "Units were missing.", actor);
        } else if (parcel.status() == ParcelStatus.PICKED) {
            store.move(tx, parcel, ParcelStatus.Verb.UNPICK);
        }
        feed.add(tx, "parcel", parcel.parcelId().value(), parcel.stationId().value());
        return FactOutcome.APPLIED;
    }

    /** True when others are promised in their place. */
    private boolean lose(
            Tx tx,
            Parcel parcel,
            OrderForShipping order,
            Share share,
            LostUnits lost,
            String actor) {
        ParcelLine line = share.line();
        String sentence = sentence(order, share, lost.cause());
        OrderId sold = soldBy(tx, parcel, line.lineId());
        int before = wholes(tx, sold, line);
        List<PickFrom> instead = writeOff(tx, parcel, sold, share, lost, actor);
        if (!instead.isEmpty()) {
            add(tx, parcel, instead, sentence, actor);
            return true;
        }
        HoldId _ = orders.placeHold(tx, parcel.orderId(), HoldType.INVENTORY, sentence, actor);
        int gone = before - wholes(tx, sold, line);
        if (gone > 0) {
            FulfillmentOrderId part = parcel.fulfillmentOrderId();
            orders.lost(tx, part, line.lineId(), new Quantity(gone), actor);
        }
        return false;
    }

    private OrderId soldBy(Tx tx, Parcel parcel, OrderLineId line) {
        return orders.part(tx, parcel.fulfillmentOrderId()).lines().stream()
                .filter(each -> each.lineId().equals(line))
                .map(FulfillmentOrder.Line::orderId)
                .findFirst()
                .orElse(parcel.orderId());
    }

    /** Units of the line that what is promised and sent suffices for: of a kit, whole kits. */
    private int wholes(Tx tx, OrderId order, ParcelLine line) {
        Map<ItemId, Integer> units = new HashMap<>();
        Stream.concat(inventory.reserved(tx, order).stream(), inventory.shipped(tx, order).stream())
                .filter(each -> each.lineId().equals(line.lineId()))
                .forEach(each -> units.merge(each.itemId(), each.quantity().units(), Integer::sum));
        Map<ItemId, Integer> one =
                inventory
                        .kitParts(tx, List.of(line.lineId()))
                        .getOrDefault(line.lineId(), Map.of(line.itemId(), 1));
        return KitPolicy.complete(one, units);
    }

    /** Where to go for other units; empty when there are none, or a lead has to decide. */
    private List<PickFrom> writeOff(
            Tx tx, Parcel parcel, OrderId sold, Share share, LostUnits lost, String actor) {
        ParcelLine line = share.line();
        int inBin = Math.min(share.units().units(), line.toPick().units());
        int left = share.units().units() - inBin;
        store.missing(tx, parcel.parcelId(), line, share.units());
        if (inBin > 0) {
            Picked bin = atBin(parcel, line, inBin);
            inventory.writeOff(tx, missing(sold, line.stock(), bin, lost, ""), actor);
        }
        for (Picked picked : picks.of(tx, parcel.parcelId())) {
            int units = Math.min(left, picked.units());
            if (units > 0 && picked.partId().equals(line.partId())) {
                Picked gone = picked.some(units);
                LineStock tote = line.stock().at(picked.tote(), picked.lot());
                inventory.writeOff(tx, missing(sold, tote, gone, lost, "/" + picked.lot()), actor);
                picks.take(tx, List.of(gone));
                left -= units;
            }
        }
        if (left > 0) {
            // Confirmed by a picker without a tote: they never left the bin in the books.
            Picked bin = atBin(parcel, line, left);
            inventory.writeOff(tx, missing(sold, line.stock(), bin, lost, "/rest"), actor);
        }
        Picked together = atBin(parcel, line, share.units().units());
        MissingUnits all = missing(sold, line.stock(), together, lost, "");
        return switch (lost.cause()) {
            case DAMAGED -> List.of();
            case SHORT -> inventory.replace(tx, all, inBin > 0, actor);
        };
    }

    private void add(Tx tx, Parcel parcel, List<PickFrom> instead, String sentence, String actor) {
        for (PickFrom place : instead) {
            ParcelLine part = parts.part(place.at(), place.locationName(), place.quantity());
            store.insert(tx, parcel.parcelId(), part);
        }
        String from =
                instead.stream()
                        .map(place -> place.quantity() + " from " + place.locationName())
                        .collect(Collectors.joining(", "));
        orders.history(
                tx, parcel.orderId(), actor, "PICK_SHORT", sentence + " Instead " + from + ".");
    }

    private static Picked atBin(Parcel parcel, ParcelLine line, int units) {
        LineStock bin = line.stock();
        return new Picked(
                parcel.parcelId(), line.partId(), bin.locationId(), bin.lot(), units, List.of());
    }

    private static MissingUnits missing(
            OrderId sold, LineStock at, Picked units, LostUnits lost, String suffix) {
        String key = lost.commandId() + "/" + units.partId() + "/" + at.locationId() + suffix;
        return new MissingUnits(
                sold, at, new Quantity(units.units()), units.serials(), lost.cause(), key);
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
