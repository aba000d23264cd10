package io.fulfillx.backend.orders;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.channels.AddressPolicy;
import io.fulfillx.backend.channels.PostalRules;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.orders.OrdersModule.Platform;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.job.Worker;

import java.util.List;
import java.util.stream.Stream;

/** How orders flow, wired: their parts, holds, changes, and giving them up. */
final class OrderFlow {
    private final Platform platform;
    private final Shelf shelf;
    private final OrderMarkStore marks = new OrderMarkStore();
    private final FloorStore floor = new FloorStore();
    private final CancelWaitStore waits = new CancelWaitStore();
    private final OrderTaskStore tasks = new OrderTaskStore();
    private final StockHoldStore stockHolds = new StockHoldStore();
    private final InventoryModule inventory;
    private final FulfillmentOrderStore partStore = new FulfillmentOrderStore();
    private final OrderParts parts;
    private final CancelOrder cancel;
    private final ReplanOrder replan;

    /** The stores of orders. */
    record Shelf(
            OrderStore orders,
            LineStore lines,
            HoldStore holds,
            TrailStore trail,
            OrderJournal journal) {}

    OrderFlow(Platform platform, Shelf shelf, InventoryModule inventory) {
        this.platform = platform;
        this.shelf = shelf;
        this.inventory = inventory;
        this.parts =
                new OrderParts(
                        partStore,
                        marks,
                        shelf.trail(),
                        platform.feed(),
                        platform.clock(),
                        platform.ids());
        this.cancel =
                new CancelOrder(
                        inventory,
                        shelf.lines(),
                        parts,
                        new CancelOrder.Floor(floor, waits, tasks),
                        shelf.journal(),
                        platform.outbox(),
                        platform.ids());
        this.replan = new ReplanOrder(inventory, parts, shelf.orders(), floor, shelf.journal());
    }

    OrderParts parts() {
        return parts;
    }

    PartStock stock() {
        return new PartStock(parts, partStore, platform.clock());
    }

    CancelOrder cancel() {
        return cancel;
    }

    FollowFloor followFloor() {
        return new FollowFloor(parts, stock(), waits, cancel, shelf.holds(), shelf.journal());
    }

    SplitByPlace splitByPlace(CatalogModule catalog) {
        return new SplitByPlace(
                inventory,
                parts,
                new SplitByHazard(catalog, shelf.lines(), parts, shelf.journal()));
    }

    MergeOrders merge(AllocateOrder allocate) {
        return new MergeOrders(inventory, shelf.orders(), books(), allocate, platform.ids());
    }

    private ChangeOrder.Books books() {
        return new ChangeOrder.Books(
                shelf.lines(), shelf.holds(), parts, shelf.trail(), shelf.journal());
    }

    OrderTasksModule tasks() {
        return new OrderTasksModule(tasks, finishTask(), platform.feed(), platform.ids());
    }

    private FinishTask finishTask() {
        return new FinishTask(
                inventory, tasks, floor, shelf.journal(), platform.outbox(), platform.feed());
    }

    Worker keepDates() {
        return new KeepDates(
                platform.transactions(),
                shelf.holds(),
                stockHolds,
                parts,
                replan,
                shelf.journal(),
                platform.clock());
    }

    List<Route> routes(OrderDetailStore details, AllocateOrder allocate) {
        ChangeOrder change =
                new ChangeOrder(
                        shelf.orders(),
                        books(),
                        new AddressPolicy(PostalRules.bundled()),
                        allocate,
                        floor,
                        platform.outbox());
        return Stream.of(
                        new FulfillmentOrderRoutes(
                                        platform.transactions(),
                                        parts,
                                        replan,
                                        cancel,
                                        platform.clock())
                                .routes(),
                        new OrderChangeRoutes(
                                        platform.transactions(),
                                        details,
                                        cancel,
                                        change,
                                        floor,
                                        marks,
                                        shelf.trail())
                                .routes(),
                        new HoldRoutes(
                                        platform.transactions(),
                                        stockHolds,
                                        tasks,
                                        finishTask(),
                                        shelf.journal(),
                                        platform.clock(),
                                        platform.ids())
                                .routes())
                .flatMap(List::stream)
                .toList();
    }
}
