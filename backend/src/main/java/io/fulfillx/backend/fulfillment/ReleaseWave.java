package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.fulfillment.PlanParcels.Contents;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.identity.IdentityModule;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.inventory.api.LineUnits;
import io.fulfillx.backend.inventory.api.PickFrom;
import io.fulfillx.backend.inventory.api.PinOutcome;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.id.WaveId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
    record Stores(WaveStore waves, ParcelStore parcels, Outbox outbox) {}

    /**
     * What was released.
     *
     * @param waveId null when no order was ready
     */
    record Released(@Nullable WaveId waveId, int orders, int parcels) {}

    /** A parcel before it has its place in the wave. */
    private record Draft(
            OrderId orderId, String orderNumber, int number, int count, Contents contents) {
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
                    }
                    List<Draft> drafts = drafts(tx, maxOrders, actor);
                    return drafts.isEmpty()
                            ? new Released(null, 0, 0)
                            : write(tx, station, drafts, actor);
                });
    }

    /** An order with its parcels, before it is known from where they take their units. */
    private record Planned(
            OrderForShipping order,
            List<Parcel> before,
            List<LineUnits> open,
            List<PlannedParcel> parcels) {}

    /** Cartons are chosen first: while the stock is locked, others wait for it. */
    private List<Draft> drafts(Tx tx, int maxOrders, String actor) {
        PlanParcels planner = planner(tx);
        List<Planned> planned = new ArrayList<>();
        for (OrderId id : orders.claimReleasable(tx, maxOrders)) {
            OrderForShipping order = orders.load(tx, id);
            List<Parcel> before = stores.parcels().ofOrder(tx, id);
            List<LineUnits> open = ParcelPolicy.notPlanned(inventory.reserved(tx, id), before);
            if (open.isEmpty() && !before.isEmpty()) {
                orders.released(tx, id, actor);
                continue;
            }
            switch (planner.plan(order, open, components(tx, order, open))) {
                case PlanParcels.Plan.Impossible(String reason) -> {
                    HoldId _ = orders.placeHold(tx, id, CARTON, reason, actor);
                }
                case PlanParcels.Plan.Parcels(List<PlannedParcel> parcels) ->
                        planned.add(new Planned(order, before, open, parcels));
            }
        }
        inventory.lockStockOf(tx, planned.stream().map(each -> each.order().orderId()).toList());
        List<Draft> drafts = new ArrayList<>();
        planned.forEach(each -> drafts.addAll(pinned(tx, planner, each, actor)));
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

    private List<Draft> pinned(Tx tx, PlanParcels planner, Planned planned, String actor) {
        OrderForShipping order = planned.order();
        return switch (inventory.pin(tx, order.orderId(), planned.open(), actor)) {
            case PinOutcome.Pinned(List<PickFrom> places) ->
                    drafts(order, planner.fill(order, planned.parcels(), places), planned.before());
            case PinOutcome.Lacking(List<ItemId> items) -> {
                String skus =
                        items.stream()
                                .map(item -> catalog.get(tx, item).sku().value())
                                .sorted()
                                .collect(Collectors.joining(", "));
                String reason = "Too near the end of its shelf life: " + skus + ".";
                orders.waitForStock(tx, order.orderId(), reason, actor);
                yield List.of();
            }
        };
    }

    /** Numbers go on after those of an earlier wave, which may have left already. */
    private static List<Draft> drafts(
            OrderForShipping order, List<Contents> contents, List<Parcel> before) {
        int last = before.stream().mapToInt(Parcel::number).max().orElse(0);
        List<Draft> drafts = new ArrayList<>();
        for (Contents content : contents) {
            drafts.add(
                    new Draft(
                            order.orderId(),
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
        for (int position = 0; position < inWalkingOrder.size(); position++) {
            Parcel parcel = parcel(wave, station, inWalkingOrder.get(position));
            stores.parcels().insert(tx, parcel, position);
            stores.outbox().add(tx, FulfillmentModule.PARCEL_PLANNED, parcel.parcelId().value());
        }
        List<OrderId> released = drafts.stream().map(Draft::orderId).distinct().toList();
        released.forEach(order -> orders.released(tx, order, actor));
        return new Released(wave, released.size(), drafts.size());
    }

    private Parcel parcel(WaveId wave, StationId station, Draft draft) {
        PlannedParcel planned = draft.contents().planned();
        return new Parcel(
                new ParcelId(ids.get()),
                draft.orderId(),
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
