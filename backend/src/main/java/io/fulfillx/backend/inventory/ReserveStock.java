package io.fulfillx.backend.inventory;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.inventory.KitStore.KitPart;
import io.fulfillx.backend.inventory.ReservationPolicy.Demand;
import io.fulfillx.backend.inventory.ReservationPolicy.Grant;
import io.fulfillx.backend.inventory.ReservationPolicy.Plan;
import io.fulfillx.backend.inventory.ReservationPolicy.Shortage;
import io.fulfillx.backend.inventory.ReservationStore.LineItem;
import io.fulfillx.backend.inventory.ledger.Booking;
import io.fulfillx.backend.inventory.ledger.Portion;
import io.fulfillx.backend.inventory.ledger.StockEvent;
import io.fulfillx.backend.inventory.ledger.StockLedger;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.stock.ReserveOutcome;
import io.fulfillx.model.stock.ReserveStockRequest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reserves what an order still needs, all of it or nothing. Movements, promise and outbox row
 * commit together.
 */
final class ReserveStock {
    /** The rules look at an order once its stock is safe. */
    static final String ORDER_ALLOCATED = "order.allocated";

    private final Transactions transactions;
    private final CatalogModule catalog;
    private final ReservationStore reservations;
    private final KitStore kitStore;
    private final StockLedger ledger;
    private final Outbox outbox;

    ReserveStock(
            Transactions transactions,
            CatalogModule catalog,
            ReservationStore reservations,
            KitStore kitStore,
            StockLedger ledger,
            Outbox outbox) {
        this.transactions = transactions;
        this.catalog = catalog;
        this.reservations = reservations;
        this.kitStore = kitStore;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /**
     * @throws Fault INVALID pointing at a line whose SKU the catalog does not know
     */
    ReserveOutcome reserve(OrgId org, ReserveStockRequest request, String actor) {
        return transactions.inOrg(org, tx -> reserve(tx, request, actor));
    }

    /** In the caller's transaction. */
    ReserveOutcome reserve(Tx tx, ReserveStockRequest request, String actor) {
        Map<Sku, Item> items = items(tx, request);
        Map<ItemId, List<KitPart>> kits =
                kitStore.virtualKits(tx, items.values().stream().map(Item::itemId).toList());
        Map<OrderLineId, List<KitPart>> promised = promised(tx, request, items, kits);
        Set<ItemId> wanted = new TreeSet<>(Comparator.comparing(ItemId::toString));
        for (ReserveStockRequest.Line line : request.lines()) {
            parts(line, items, promised).forEach(part -> wanted.add(part.item()));
        }
        ledger.lock(tx, wanted);
        // Read after the items are locked: a repeat that waited here sees the first one's grants.
        Map<LineItem, Integer> covered = reservations.covered(tx, request.orderId());
        List<Demand> open = open(request, items, promised, covered);
        if (open.isEmpty()) {
            return new ReserveOutcome.AlreadyReserved(request.orderId());
        }
        List<ReservationPolicy.Level> levels =
                ReservationPolicy.withheld(
                        reservations.levels(tx, wanted), reservations.safeties(tx, wanted));
        return switch (ReservationPolicy.plan(open, levels)) {
            case Plan.Granted(List<Grant> grants) -> {
                book(tx, request.orderId(), grants, actor);
                promised.forEach((l, parts) -> kitStore.promise(tx, request.orderId(), l, parts));
                outbox.add(tx, ORDER_ALLOCATED, request.orderId().value());
                yield new ReserveOutcome.Reserved(request.orderId());
            }
            case Plan.Lacking(List<Shortage> shortages) -> notEnough(tx, shortages);
        };
    }

    private Map<Sku, Item> items(Tx tx, ReserveStockRequest request) {
        Set<Sku> skus =
                request.lines().stream()
                        .map(ReserveStockRequest.Line::sku)
                        .collect(Collectors.toSet());
        Map<Sku, Item> items = catalog.findBySkus(tx, skus);
        for (int i = 0; i < request.lines().size(); i++) {
            Sku sku = request.lines().get(i).sku();
            if (!items.containsKey(sku)) {
                throw Fault.invalid(
                        "/lines/" + i + "/sku", "The catalog has no item of the SKU " + sku + ".");
            }
        }
        return items;
    }

    /** What each line of a virtual kit is made of: as it was promised, else as it is now. */
    private Map<OrderLineId, List<KitPart>> promised(
            Tx tx,
            ReserveStockRequest request,
            Map<Sku, Item> items,
            Map<ItemId, List<KitPart>> kits) {
        if (kits.isEmpty()) {
            return Map.of();
        }
        Map<OrderLineId, List<KitPart>> known =
                kitStore.promised(
                        tx,
                        request.lines().stream().map(ReserveStockRequest.Line::lineId).toList());
        Map<OrderLineId, List<KitPart>> all = new HashMap<>();
        for (ReserveStockRequest.Line line : request.lines()) {
            List<KitPart> now = kits.get(item(line, items).itemId());
            if (now != null) {
                all.put(line.lineId(), known.getOrDefault(line.lineId(), now));
            }
        }
        return all;
    }

    private static Item item(ReserveStockRequest.Line line, Map<Sku, Item> items) {
        return Objects.requireNonNull(items.get(line.sku()));
    }

    /** A virtual kit is what it is made of; everything else is itself. */
    private static List<KitPart> parts(
            ReserveStockRequest.Line line,
            Map<Sku, Item> items,
            Map<OrderLineId, List<KitPart>> promised) {
        List<KitPart> itself = List.of(new KitPart(item(line, items).itemId(), 1));
        return promised.getOrDefault(line.lineId(), itself);
    }

    private static List<Demand> open(
            ReserveStockRequest request,
            Map<Sku, Item> items,
            Map<OrderLineId, List<KitPart>> promised,
            Map<LineItem, Integer> covered) {
        List<Demand> open = new ArrayList<>();
        for (ReserveStockRequest.Line line : request.lines()) {
            for (KitPart part : parts(line, items, promised)) {
                int had = covered.getOrDefault(new LineItem(line.lineId(), part.item()), 0);
                long lacking = (long) line.quantity().units() * part.units() - had;
                if (lacking > Quantity.MAX_UNITS) {
                    throw Fault.invalid("/lines", "A line asks for too many units.");
                } else if (lacking > 0) {
                    open.add(new Demand(line.lineId(), part.item(), new Quantity((int) lacking)));
                }
            }
        }
        return open;
    }

    private void book(Tx tx, OrderId order, List<Grant> grants, String actor) {
        List<Portion> portions =
                grants.stream().map(g -> Portion.of(g.key(), g.quantity().units())).toList();
        String key = "reserve/" + order + "/" + reservations.round(tx, order);
        var posted =
                ledger.post(
                        tx,
                        new StockEvent.Reserve(portions),
                        Booking.of(key, order.value(), actor));
        if (posted != StockLedger.Posted.BOOKED) {
            throw new IllegalStateException("locked stock was not there: " + grants);
        }
        grants.forEach(grant -> reservations.grant(tx, order, grant));
    }

    private ReserveOutcome notEnough(Tx tx, List<Shortage> shortages) {
        return new ReserveOutcome.NotEnough(
                shortages.stream()
                        .map(
                                shortage ->
                                        new ReserveOutcome.Missing(
                                                catalog.get(tx, shortage.itemId()).sku(),
                                                shortage.asked(),
                                                shortage.available()))
                        .sorted(Comparator.comparing(each -> each.sku().value()))
                        .toList());
    }
}
