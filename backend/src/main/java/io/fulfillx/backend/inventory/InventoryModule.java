package io.fulfillx.backend.inventory;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.inventory.api.LedgerReport;
import io.fulfillx.backend.inventory.api.MissingUnits;
import io.fulfillx.backend.inventory.api.PickFrom;
import io.fulfillx.backend.inventory.ledger.ProveLedger;
import io.fulfillx.backend.inventory.ledger.SealKeys;
import io.fulfillx.backend.inventory.ledger.SealLedgerWorker;
import io.fulfillx.backend.inventory.ledger.StockLedger;
import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Reads;
import io.fulfillx.backend.platform.sql.Settled;
import io.fulfillx.backend.platform.sql.SharedCommit;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.stock.ReserveOutcome;
import io.fulfillx.model.stock.ReserveStockRequest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The inventory's parts, wired. */
public final class InventoryModule {
    /** Outbox topic: an order has its stock, subject is the order's id. */
    public static final String ORDER_ALLOCATED = ReserveStock.ORDER_ALLOCATED;

    /** Outbox topic: more of an item can be reserved, subject is the item's id. */
    public static final String STOCK_ADDED = ReceiveStock.STOCK_ADDED;

    private final ReservationStore reservations = new ReservationStore();
    private final ReserveStock reserveStock;
    private final SettleReservations settle;
    private final MovePromise movePromise;
    private final WarehouseStore warehouses = new WarehouseStore();
    private final List<Route> routes;
    private final List<Route> reading;
    private final SealLedgerWorker sealer;
    private final PublishStockWorker publisher;

    /**
     * What the inventory stands on.
     *
     * @param limits how much may share a commit
     * @param sealKeys file with the keys that sign the ledger, made at need
     */
    public record Surroundings(
            Transactions transactions,
            Reads reads,
            Outbox outbox,
            SharedCommit.Limits limits,
            Clock clock,
            Supplier<UUID> ids,
            Path sealKeys) {}

    public InventoryModule(Surroundings around, CatalogModule catalog) {
        Transactions transactions = around.transactions();
        Outbox outbox = around.outbox();
        Supplier<UUID> ids = around.ids();
        StockLedger ledger = new StockLedger(ids);
        this.sealer =
                new SealLedgerWorker(
                        transactions,
                        () -> SealKeys.loadOrCreate(around.sealKeys()),
                        around.clock());
        this.reserveStock = new ReserveStock(catalog, reservations, new KitStore(), ledger, outbox);
        this.settle = new SettleReservations(reservations, ledger, outbox);
        this.movePromise = new MovePromise(reservations, settle, ledger);
        BookStock book = new BookStock(ledger, outbox);
        FindStock find = new FindStock(catalog);
        StockWorkStore work = new StockWorkStore();
        ForeseeStock foresee = new ForeseeStock(transactions, catalog, find, ids);
        this.publisher =
                new PublishStockWorker(transactions, foresee, new PublishStore(), around.clock());
        List<Route> all =
                new ArrayList<>(
                        new ReservationRoutes(
                                        transactions,
                                        around.limits(),
                                        reserveStock,
                                        new BulkReservations(
                                                transactions,
                                                reserveStock,
                                                new SettleMany(reservations, book)))
                                .routes());
        StockRoutes stock =
                new StockRoutes(
                        transactions,
                        around.reads(),
                        new StockReportStore(),
                        new ReceiveStock(transactions, catalog, ledger, outbox, ids));
        this.reading = stock.reading();
        all.addAll(stock.routes());
        all.addAll(
                new MovementRoutes(
                                transactions,
                                new MoveStock(transactions, find, book, around.clock(), ids),
                                new BulkMovements(transactions, catalog, book, around.clock()),
                                new AdjustStock(transactions, find, book, work, ids),
                                new CountStock(transactions, find, book, work, ids),
                                new TransferStock(transactions, find, book, work, ids),
                                work)
                        .routes());
        all.addAll(
                new KeepingRoutes(new KeepStock(transactions, catalog, find, book, ids)).routes());
        all.addAll(
                new AvailabilityRoutes(
                                transactions, foresee, new PinStock(reservations, book), find, ids)
                        .routes());
        this.routes = List.copyOf(all);
    }

    public List<Route> routes() {
        return routes;
    }

    /** Routes that only read, so that a process with a replica can serve them. */
    public List<Route> reading() {
        return reading;
    }

    public List<Worker> workers() {
        return List.of(sealer, publisher);
    }

    /** Seals now what the worker would seal in a few seconds; returns the number of rows. */
    public int sealLedger(OrgId org) {
        return sealer.seal(org);
    }

    /** Proves one organisation's ledger: levels against replay, rows against their seals. */
    public static LedgerReport proveLedger(Transactions transactions, Path sealKeys, OrgId org) {
        return new ProveLedger(transactions, SealKeys.loadOrCreate(sealKeys)).prove(org);
    }

    /** Reserves what the order's lines still lack, all or nothing; a repeat changes nothing. */
    public ReserveOutcome reserve(Tx tx, ReserveStockRequest request, String actor) {
        return reserveAll(tx, List.of(request), actor).getFirst();
    }

    /**
     * The same for many orders, served in this order, by a few statements.
     *
     * @throws io.fulfillx.backend.platform.Fault INVALID when the catalog does not know a SKU
     */
    public List<ReserveOutcome> reserveAll(
            Tx tx, List<ReserveStockRequest> requests, String actor) {
        String correlation = Correlation.current();
        return reserveStock
                .reserveAll(
                        tx,
                        requests.stream()
                                .map(each -> new ReserveStock.Ask(each, true, actor, correlation))
                                .toList())
                .stream()
                .map(Settled::get)
                .toList();
    }

    /** Gives back everything that is still reserved for the order. */
    public void release(Tx tx, OrderId order, String actor) {
        settle.release(tx, order, actor);
    }

    /**
     * Gives units of one line back.
     *
     * @param promised how many units of the line are promised and still here
     * @param claimed units of the line that parcels in work take from each place
     */
    public void release(
            Tx tx,
            OrderId order,
            OrderLineId line,
            Quantity units,
            Quantity promised,
            Map<LocationId, Integer> claimed,
            String actor) {
        if (!units.isZero()) {
            settle.release(
                    tx,
                    new SettleReservations.Surplus(
                            order, line, units.units(), promised.units(), claimed),
                    actor);
        }
    }

    /**
     * Promises units of one line from another warehouse instead.
     *
     * @throws io.fulfillx.backend.platform.Fault NOT_ALLOWED_NOW when it has too little
     */
    public void movePromise(
            Tx tx,
            OrderId order,
            OrderLineId line,
            Quantity units,
            Quantity promised,
            Map<LocationId, Integer> claimed,
            String warehouse,
            String actor) {
        if (!units.isZero()) {
            movePromise.move(
                    tx,
                    new SettleReservations.Surplus(
                            order, line, units.units(), promised.units(), claimed),
                    warehouse,
                    actor);
        }
    }

    /** Whether there is such a warehouse; MAIN always is. */
    public boolean hasWarehouse(Tx tx, String code) {
        return code.equals("MAIN") || warehouses.exists(tx, code);
    }

    /** Which warehouse each place is in. */
    public Map<LocationId, String> warehousesOf(Tx tx, Collection<LocationId> places) {
        return warehouses.of(tx, places);
    }

    /**
     * Units of a parcel that was packed and does not leave are back at their place, as they were
     * taken from it: once per parcel, line and location.
     */
    public void putBack(
            Tx tx, ParcelId parcel, OrderLineId line, LocationId location, String actor) {
        settle.putBack(tx, parcel, line, location, actor);
    }

    /** Where the order's units lie, in location order of the shelves' names. */
    public List<PickFrom> reservedAt(Tx tx, OrderId order) {
        return reservations.held(tx, order).stream()
                .map(ReservationStore.Held::from)
                .sorted(
                        java.util.Comparator.comparing(PickFrom::locationName)
                                .thenComparing(from -> from.lineId().value()))
                .toList();
    }

    /**
     * Takes units of a parcel out of stock; once per parcel, line and location, whatever is
     * repeated.
     *
     * @throws io.fulfillx.backend.platform.Fault NOT_ALLOWED_NOW when they are not reserved there
     */
    public void commitShip(
            Tx tx,
            ParcelId parcel,
            OrderLineId line,
            LocationId location,
            Quantity quantity,
            String actor) {
        settle.commitShip(tx, parcel, line, location, quantity, actor);
    }

    /**
     * Books reserved units that are missing or damaged out of stock and out of the reservation, in
     * one movement; the order's line is owed them again. A repeat of the key changes nothing.
     *
     * @throws io.fulfillx.backend.platform.Fault NOT_ALLOWED_NOW when they are not reserved there
     */
    public void writeOff(Tx tx, MissingUnits missing, String actor) {
        settle.writeOff(tx, missing, actor);
    }
}
