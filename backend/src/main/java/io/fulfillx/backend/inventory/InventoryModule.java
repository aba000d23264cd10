package io.fulfillx.backend.inventory;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.inventory.api.LeavingUnits;
import io.fulfillx.backend.inventory.api.LedgerReport;
import io.fulfillx.backend.inventory.api.LineStock;
import io.fulfillx.backend.inventory.api.LineUnits;
import io.fulfillx.backend.inventory.api.MissingUnits;
import io.fulfillx.backend.inventory.api.PickFrom;
import io.fulfillx.backend.inventory.api.PinOutcome;
import io.fulfillx.backend.inventory.api.StockAnswer;
import io.fulfillx.backend.inventory.api.StockErrand;
import io.fulfillx.backend.inventory.api.ToteMove;
import io.fulfillx.backend.inventory.ledger.ProveLedger;
import io.fulfillx.backend.inventory.ledger.SealKeys;
import io.fulfillx.backend.inventory.ledger.SealLedgerWorker;
import io.fulfillx.backend.inventory.ledger.StockLedger;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Reads;
import io.fulfillx.backend.platform.sql.Settled;
import io.fulfillx.backend.platform.sql.SharedCommit;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.stock.ReserveOutcome;
import io.fulfillx.model.stock.ReserveStockRequest;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The inventory's parts, wired. */
public final class InventoryModule {
    /** Outbox topic: an order has its stock, subject is the order's id. */
    public static final String ORDER_ALLOCATED = ReserveStock.ORDER_ALLOCATED;

    /** Outbox topic: more of an item can be reserved, subject is the item's id. */
    public static final String STOCK_ADDED = ReceiveStock.STOCK_ADDED;

    /** Topic of the news that {@link #anyStockErrand} may be true. */
    public static final String STOCK_ERRANDS = PublishStockWorker.QUEUED;

    private final ReservationStore reservations = new ReservationStore();
    private final ReserveStock reserveStock;
    private final SettleReservations settle;
    private final PinForWave pinForWave;
    private final ToteStock totes;
    private final FloorStockStore floor = new FloorStockStore();
    private final KitStore kits = new KitStore();
    private final PublishStore publishStore = new PublishStore();
    private final StockSendStore sending = new StockSendStore();
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
                new SealLedgerWorker(transactions, () -> SealKeys.loadOrCreate(around.sealKeys()));
        this.reserveStock = new ReserveStock(catalog, reservations, kits, ledger, outbox);
        this.settle = new SettleReservations(reservations, ledger, outbox);
        this.movePromise = new MovePromise(reservations, settle, ledger);
        BookStock book = new BookStock(ledger, outbox);
        this.pinForWave = new PinForWave(reservations, book);
        this.totes = new ToteStock(catalog, reservations, book);
        FindStock find = new FindStock(catalog);
        StockWorkStore work = new StockWorkStore();
        ForeseeStock foresee = new ForeseeStock(transactions, catalog, find, ids);
        this.publisher = new PublishStockWorker(transactions, new ShowStock(), publishStore);
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
        return got(reserveStock.reserveAll(tx, ReserveStock.asks(requests, actor)));
    }

    /** A new order that wants stock, and the id of the request that brought it. */
    public record Wish(ReserveStockRequest request, String correlation) {}

    /** The same for orders made in this transaction; the items are those of their SKUs. */
    public List<ReserveOutcome> reserveNew(
            Tx tx, List<Wish> wishes, Map<Sku, Item> items, String actor) {
        return got(
                reserveStock.reserveNew(
                        tx,
                        wishes.stream()
                                .map(
                                        each ->
                                                new ReserveStock.Ask(
                                                        each.request(), actor, each.correlation()))
                                .toList(),
                        items));
    }

    private static List<ReserveOutcome> got(List<Settled<ReserveOutcome>> settled) {
        return settled.stream().map(Settled::get).toList();
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
     * Units of a part of a parcel that was packed and does not leave are back in their bin: once.
     */
    public void putBack(Tx tx, ParcelId parcel, OrderLineId part, LocationId bin, String actor) {
        settle.putBack(tx, parcel, part, bin, actor);
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

    /** What is still promised to the order, wherever it lies. */
    public List<LineUnits> reserved(Tx tx, OrderId order) {
        return floor.reserved(tx, order);
    }

    /** What of the order's stock has left. */
    public List<LineUnits> shipped(Tx tx, OrderId order) {
        return floor.shipped(tx, order);
    }

    /** Units of each component in one kit, for lines that were promised a virtual kit. */
    public Map<OrderLineId, Map<ItemId, Integer>> kitParts(Tx tx, Collection<OrderLineId> lines) {
        return kits.unitsOf(tx, lines);
    }

    /** The item and the virtual kits it is in: what can be sold when there is more of it. */
    public List<ItemId> soldWith(Tx tx, ItemId item) {
        return Stream.concat(Stream.of(item), publishStore.kitsOf(tx, List.of(item)).stream())
                .toList();
    }

    /** Keeps everybody else from the stock of these orders until the transaction ends. */
    public void lockStockOf(Tx tx, Collection<OrderId> orders) {
        pinForWave.lock(tx, orders);
    }

    /** Binds promised units of an order to bins and lots, those of the warehouse first. */
    public PinOutcome pin(
            Tx tx, OrderId order, List<LineUnits> wanted, String warehouse, String actor) {
        return pinForWave.pin(tx, order, wanted, warehouse, actor);
    }

    /** The stock's places of totes by their numbers, each in the warehouse of that bin. */
    public Map<String, LocationId> totes(Tx tx, Map<String, LocationId> bins) {
        return totes.totes(tx, bins);
    }

    /**
     * Takes promised units into totes, under keys that are new; returns the serial numbers of each.
     */
    public List<List<String>> pick(Tx tx, List<ToteMove> moves, String actor) {
        return totes.pick(tx, moves, actor);
    }

    /** Puts units back from their tote into their bin, promised still or not; once per key. */
    public void putBack(Tx tx, ToteMove move, String actor) {
        totes.putBack(tx, move, actor);
    }

    /** Moves a promise to another lot in the same bin; false when that has too little. */
    public boolean changeLot(
            Tx tx, LineStock at, String lot, Quantity quantity, String key, String actor) {
        return totes.changeLot(tx, at, lot, quantity, key, actor);
    }

    /** Takes units of parcels out of stock, once per part and place; NOT_ALLOWED_NOW else. */
    public void commitShip(Tx tx, Map<ParcelId, List<LeavingUnits>> leaving, String actor) {
        settle.commitShip(tx, leaving, actor);
    }

    /** Books missing or damaged units out of stock and promise; a repeat changes nothing. */
    public void writeOff(Tx tx, MissingUnits missing, String actor) {
        settle.writeOff(tx, missing, actor);
    }

    /** Promises and binds other units for missing ones; empty when there are too few. */
    public List<PickFrom> replace(Tx tx, MissingUnits lost, boolean binIsEmpty, String actor) {
        return pinForWave.replace(tx, lost, binIsEmpty, actor);
    }

    /** The next channel that has to be told how much can be sold, for this sender alone. */
    public Optional<StockErrand> leaseStockErrand(Tx tx, Instant now, Instant until) {
        return sending.lease(tx, now, until);
    }

    /** Whether any channel has to be told something, now or later. */
    public boolean anyStockErrand(Tx tx) {
        return sending.any(tx);
    }

    /** Notes what became of an errand; the channel is left alone until {@code next}. */
    public void settleStockErrand(
            Tx tx,
            StockErrand errand,
            Map<ItemId, StockAnswer> answers,
            Instant now,
            Instant next,
            int attempts,
            String error) {
        if (sending.giveBack(tx, errand, now, next, attempts, error)) {
            sending.settle(tx, errand, answers);
        }
    }
}
