package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.fulfillment.PlanParcels.Contents;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.fulfillment.api.ParcelPolicy;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.fulfillment.claims.Claims;
import io.fulfillx.backend.identity.IdentityModule;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.inventory.api.LineUnits;
import io.fulfillx.backend.inventory.api.PickFrom;
import io.fulfillx.backend.inventory.api.PinOutcome;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.id.WaveId;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives ready orders to a station: plans their parcels and asks for their labels. */
final class ReleaseWave {
    static final int MAX_ORDERS = 200;

    private static final HoldType CARTON = new HoldType("CARTON");
    private static final Comparator<Draft> WALK =
            Comparator.<Draft, String>comparing(draft -> draft.lines().getFirst().location())
                    .thenComparing(Draft::orderNumber)
                    .thenComparingInt(Draft::number);

    private final Transactions transactions;
    private final Stores stores;
    private final SiblingStore siblings = new SiblingStore();
    private final IdentityModule identity;
    private final CatalogModule catalog;
    private final InventoryModule inventory;
    private final OrdersModule orders;
    private final Supplier<UUID> ids;

    ReleaseWave(
            Transactions transactions,
            Stores stores,
            IdentityModule identity,
            CatalogModule catalog,
            InventoryModule inventory,
            OrdersModule orders,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.stores = stores;
        this.identity = identity;
        this.catalog = catalog;
        this.inventory = inventory;
        this.orders = orders;
        this.ids = ids;
    }

    /** Where waves are written down. */
    record Stores(WaveStore waves, ParcelStore parcels, Claims claims, Outbox outbox) {}

    /**
     * What was released.
     *
     * @param waveId null when no order was ready
     */
    record Released(@Nullable WaveId waveId, int orders, int parcels) {}

    /** A parcel before it has its place in the wave. */
    private record Draft(
            FulfillmentOrder part, String orderNumber, int number, int count, Contents contents) {
        List<ParcelLine> lines() {
            return contents.lines();
        }
    }

    /**
     * @throws Fault INVALID when there is no such station
     */
    Released release(OrgId org, StationId station, int maxOrders, String actor) {
        return transactions.inOrg(
                org,
                tx -> {
                    if (!identity.hasStation(tx, station)) {
                        throw Fault.invalid("/stationId", "There is no such station.");
                    } else if (identity.isDraining(tx, station)) {
                        throw Fault.invalid(
                                "/stationId", "This station finishes what it has: it is draining.");
                    }
                    List<Draft> drafts = drafts(tx, maxOrders, actor);
                    return drafts.isEmpty()
                            ? new Released(null, 0, 0)
                            : write(tx, station, drafts, actor);
                });
    }

    /** A part with its parcels, before it is known from where they take their units. */
    private record Planned(
            FulfillmentOrder part,
            OrderForShipping order,
            List<LineUnits> open,
            List<PlannedParcel> parcels) {}

    /** Cartons are chosen first: while the stock is locked, others wait for it. */
    private List<Draft> drafts(Tx tx, int maxOrders, String actor) {
        PlanParcels planner = planner(tx);
        List<Planned> wave = new ArrayList<>();
        for (FulfillmentOrder part : orders.claimReleasable(tx, maxOrders)) {
            OrderId id = part.orderId();
            OrderForShipping order = orders.load(tx, id);
            List<LineUnits> open = open(tx, part, wave);
            switch (planner.plan(order, open, components(tx, order, open))) {
                case PlanParcels.Plan.Impossible(String reason) -> {
                    HoldId _ = orders.placeHold(tx, id, CARTON, reason, actor);
                }
                case PlanParcels.Plan.Parcels(List<PlannedParcel> parcels) ->
                        wave.add(new Planned(part, order, open, parcels));
            }
        }
        inventory.lockStockOf(tx, wave.stream().flatMap(each -> sold(each.part())).toList());
        List<Draft> drafts = new ArrayList<>();
        for (Planned planned : wave) {
            drafts.addAll(pinned(tx, planner, planned, drafts, actor));
        }
        return drafts;
    }

    private PlanParcels planner(Tx tx) {
        return new PlanParcels(
                catalog.cartons(tx).stream()
                        .map(
                                carton ->
                                        new Carton(
                                                carton.code(),
                                                carton.name(),
                                                carton.size(),
                                                carton.tare(),
                                                carton.maxWeight()))
                        .toList(),
                ids);
    }

    /** The orders that have lines in the part. */
    private static Stream<OrderId> sold(FulfillmentOrder part) {
        return part.lines().stream().map(FulfillmentOrder.Line::orderId).distinct();
    }

    /** What the part is promised and what is in no parcel, be it of this wave. */
    private List<LineUnits> open(Tx tx, FulfillmentOrder part, List<Planned> wave) {
        List<LineUnits> planned = new ArrayList<>();
        wave.forEach(each -> planned.addAll(each.open()));
        List<LineUnits> reserved = new ArrayList<>();
        for (OrderId order : sold(part).toList()) {
            stores.parcels().ofOrder(tx, order).stream()
                    .filter(Parcel::isInWork)
                    .flatMap(parcel -> parcel.lines().stream())
                    .map(line -> new LineUnits(line.lineId(), line.itemId(), line.toShip()))
                    .forEach(planned::add);
            reserved.addAll(inventory.reserved(tx, order));
        }
        return ParcelPolicy.share(
                ParcelPolicy.notPlanned(reserved, planned),
                part,
                inventory.kitParts(
                        tx, part.lines().stream().map(FulfillmentOrder.Line::lineId).toList()));
    }

    /** Items that are packed in place of the kit that was ordered. */
    private Map<ItemId, Item> components(Tx tx, OrderForShipping order, List<LineUnits> open) {
        Map<ItemId, Item> components = new HashMap<>();
        for (LineUnits units : open) {
            boolean ordered =
                    order.lines().stream()
                            .filter(line -> line.lineId().equals(units.lineId()))
                            .anyMatch(line -> units.itemId().equals(line.itemId()));
            if (!ordered) {
                components.computeIfAbsent(units.itemId(), id -> catalog.get(tx, id));
            }
        }
        return components;
    }

    private List<Draft> pinned(
            Tx tx, PlanParcels planner, Planned planned, List<Draft> wave, String actor) {
        List<PickFrom> places = new ArrayList<>();
        for (OrderId order : sold(planned.part()).toList()) {
            Set<OrderLineId> lines =
                    planned.part().lines().stream()
                            .filter(line -> line.orderId().equals(order))
                            .map(FulfillmentOrder.Line::lineId)
                            .collect(Collectors.toSet());
            List<LineUnits> wanted =
                    planned.open().stream().filter(each -> lines.contains(each.lineId())).toList();
            switch (inventory.pin(tx, order, wanted, planned.part().warehouse(), actor)) {
                case PinOutcome.Pinned(List<PickFrom> there) -> places.addAll(there);
                case PinOutcome.Lacking(List<LineUnits> over) -> {
                    giveUp(tx, planned.part(), over, actor);
                    return List.of();
                }
            }
        }
        OrderForShipping order = planned.order();
        List<Contents> contents = planner.fill(order, planned.parcels(), places);
        return drafts(tx, planned.part(), order, contents, wave);
    }

    /** Lots came too near their end: the part waits for others. */
    private void giveUp(Tx tx, FulfillmentOrder part, List<LineUnits> over, String actor) {
        Map<OrderLineId, Map<ItemId, Integer>> kits =
                inventory.kitParts(tx, over.stream().map(LineUnits::lineId).toList());
        Map<OrderLineId, Integer> lost = new LinkedHashMap<>();
        for (LineUnits units : over) {
            int each = kits.getOrDefault(units.lineId(), Map.of()).getOrDefault(units.itemId(), 1);
            lost.merge(units.lineId(), Math.ceilDiv(units.quantity().units(), each), Integer::max);
        }
        String skus =
                over.stream()
                        .map(units -> catalog.get(tx, units.itemId()).sku().value())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
        String reason = "Too near the end of its shelf life: " + skus + ".";
        HoldId _ = orders.placeHold(tx, part.orderId(), HoldType.INVENTORY, reason, actor);
        lost.forEach(
                (line, units) ->
                        orders.lost(
                                tx, part.fulfillmentOrderId(), line, new Quantity(units), actor));
    }

    /** Numbers go on after those of an earlier wave, which may have left already. */
    private List<Draft> drafts(
            Tx tx,
            FulfillmentOrder part,
            OrderForShipping order,
            List<Contents> contents,
            List<Draft> wave) {
        int before = siblings.lastNumber(tx, part.orderId());
        int last =
                wave.stream()
                        .filter(draft -> draft.part().orderId().equals(part.orderId()))
                        .mapToInt(Draft::number)
                        .max()
                        .orElse(before);
        List<Draft> drafts = new ArrayList<>();
        for (Contents content : contents) {
            drafts.add(
                    new Draft(
                            part,
                            order.number(),
                            last + drafts.size() + 1,
                            last + contents.size(),
                            content));
        }
        return drafts;
    }

    private Released write(Tx tx, StationId station, List<Draft> drafts, String actor) {
        WaveId wave = new WaveId(ids.get());
        stores.waves().insert(tx, wave, station, actor);
        List<Draft> inWalkingOrder = drafts.stream().sorted(WALK).toList();
        List<ParcelId> given = new ArrayList<>();
        for (int position = 0; position < inWalkingOrder.size(); position++) {
            Parcel parcel = parcel(wave, station, inWalkingOrder.get(position));
            stores.parcels().insert(tx, parcel, position);
            stores.outbox().add(tx, FulfillmentModule.PARCEL_PLANNED, parcel.parcelId().value());
            given.add(parcel.parcelId());
        }
        stores.claims().give(tx, given, station, actor, "Given with its wave.");
        drafts.stream()
                .map(Draft::part)
                .distinct()
                .forEach(part -> orders.released(tx, part, actor));
        long released = drafts.stream().map(draft -> draft.part().orderId()).distinct().count();
        return new Released(wave, (int) released, drafts.size());
    }

    private Parcel parcel(WaveId wave, StationId station, Draft draft) {
        PlannedParcel planned = draft.contents().planned();
        return new Parcel(
                new ParcelId(ids.get()),
                draft.part().orderId(),
                draft.part().fulfillmentOrderId(),
                wave,
                station,
                draft.number(),
                draft.count(),
                draft.contents().carton(),
                planned.size(),
                ParcelStatus.PLANNED,
                null,
                planned.expectedWeight(),
                null,
                null,
                null,
                null,
                null,
                draft.lines());
    }
}
