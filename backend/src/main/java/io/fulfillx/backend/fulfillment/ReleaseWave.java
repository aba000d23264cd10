package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.fulfillment.PlanParcels.Contents;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.identity.IdentityModule;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.inventory.api.PickFrom;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.id.WaveId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
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
                    }
                    List<Draft> drafts = drafts(tx, maxOrders, actor);
                    return drafts.isEmpty()
                            ? new Released(null, 0, 0)
                            : write(tx, station, drafts, actor);
                });
    }

    private List<Draft> drafts(Tx tx, int maxOrders, String actor) {
        PlanParcels planner =
                new PlanParcels(
                        catalog.cartons(tx).stream()
                                .map(
                                        carton ->
                                                new Carton(
                                                        carton.code(),
                                                        carton.name(),
                                                        carton.size(),
                                                        carton.tare(),
                                                        carton.maxWeight()))
                                .toList());
        List<Draft> drafts = new ArrayList<>();
        for (FulfillmentOrder part : orders.claimReleasable(tx, maxOrders)) {
            OrderId id = part.orderId();
            OrderForShipping order = orders.load(tx, id);
            List<PickFrom> places =
                    ParcelPolicy.share(nearestFirst(tx, part, notPlanned(tx, part, drafts)), part);
            switch (planner.plan(order, places)) {
                case PlanParcels.Plan.Impossible(String reason) -> {
                    HoldId _ = orders.placeHold(tx, id, CARTON, reason, actor);
                }
                case PlanParcels.Plan.Parcels(List<Contents> contents) ->
                        drafts.addAll(drafts(tx, part, order, contents, drafts));
            }
        }
        return drafts;
    }

    /** The places of the warehouse that is to send it, then all others. */
    private List<PickFrom> nearestFirst(Tx tx, FulfillmentOrder part, List<PickFrom> places) {
        Map<LocationId, String> warehouses =
                inventory.warehousesOf(tx, places.stream().map(PickFrom::locationId).toList());
        return places.stream()
                .sorted(
                        Comparator.comparing(
                                from ->
                                        !part.warehouse()
                                                .equals(warehouses.get(from.locationId()))))
                .toList();
    }

    /** What is reserved for the orders in the part and in no parcel, be it of this wave. */
    private List<PickFrom> notPlanned(Tx tx, FulfillmentOrder part, List<Draft> drafts) {
        List<PickFrom> open = new ArrayList<>();
        List<OrderId> sold =
                part.lines().stream().map(FulfillmentOrder.Line::orderId).distinct().toList();
        for (OrderId order : sold) {
            List<ParcelLine> planned =
                    Stream.concat(
                                    stores.parcels().ofOrder(tx, order).stream()
                                            .filter(Parcel::isInWork)
                                            .flatMap(parcel -> parcel.lines().stream()),
                                    drafts.stream().flatMap(draft -> draft.lines().stream()))
                            .toList();
            open.addAll(ParcelPolicy.notPlanned(inventory.reservedAt(tx, order), planned));
        }
        return open;
    }

    /** Numbers go on after those of an earlier wave, which may have left already. */
    private List<Draft> drafts(
            Tx tx,
            FulfillmentOrder part,
            OrderForShipping order,
            List<Contents> contents,
            List<Draft> wave) {
        int before =
                stores.parcels().ofOrder(tx, part.orderId()).stream()
                        .mapToInt(Parcel::number)
                        .max()
                        .orElse(0);
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
        for (int position = 0; position < inWalkingOrder.size(); position++) {
            Parcel parcel = parcel(wave, station, inWalkingOrder.get(position));
            stores.parcels().insert(tx, parcel, position);
            stores.outbox().add(tx, FulfillmentModule.PARCEL_PLANNED, parcel.parcelId().value());
        }
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
