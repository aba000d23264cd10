package io.fulfillx.backend.inventory;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.inventory.ReservationPolicy.Demand;
import io.fulfillx.backend.inventory.ReservationPolicy.Grant;
import io.fulfillx.backend.inventory.ReservationPolicy.Plan;
import io.fulfillx.backend.inventory.ReservationPolicy.Shortage;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.stock.ReserveOutcome;
import io.fulfillx.model.stock.ReserveStockRequest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final StockLedger ledger;
    private final Outbox outbox;

    ReserveStock(
            Transactions transactions,
            CatalogModule catalog,
            ReservationStore reservations,
            StockLedger ledger,
            Outbox outbox) {
        this.transactions = transactions;
        this.catalog = catalog;
        this.reservations = reservations;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /**
     * @throws Fault INVALID pointing at a line whose SKU the catalog does not know
     */
    ReserveOutcome reserve(OrgId org, ReserveStockRequest request, String actor) {
        return transactions.inOrg(org, tx -> reserve(tx, request, actor));
    }

    private ReserveOutcome reserve(Tx tx, ReserveStockRequest request, String actor) {
        Map<Sku, Item> items = items(tx, request);
        var levels =
                reservations.lockLevels(tx, items.values().stream().map(Item::itemId).toList());
        // Read after the levels are locked: a repeat that waited here sees the first one's grants.
        List<Demand> open = open(request, items, reservations.covered(tx, request.orderId()));
        if (open.isEmpty()) {
            return new ReserveOutcome.AlreadyReserved(request.orderId());
        }
        return switch (ReservationPolicy.plan(open, levels)) {
            case Plan.Granted(List<Grant> grants) -> {
                book(tx, request.orderId(), grants, actor);
                outbox.add(tx, ORDER_ALLOCATED, request.orderId().value());
                yield new ReserveOutcome.Reserved(request.orderId());
            }
            case Plan.Lacking(List<Shortage> shortages) -> notEnough(shortages, items);
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

    private static List<Demand> open(
            ReserveStockRequest request, Map<Sku, Item> items, Map<OrderLineId, Quantity> covered) {
        List<Demand> open = new ArrayList<>();
        for (ReserveStockRequest.Line line : request.lines()) {
            Quantity had = covered.getOrDefault(line.lineId(), Quantity.ZERO);
            Item item = items.get(line.sku());
            if (item != null && line.quantity().compareTo(had) > 0) {
                open.add(new Demand(line.lineId(), item.itemId(), line.quantity().minus(had)));
            }
        }
        return open;
    }

    private void book(Tx tx, OrderId order, List<Grant> grants, String actor) {
        long round = reservations.round(tx, order);
        for (Grant grant : ReservationPolicy.inLockOrder(grants)) {
            StockMovement movement =
                    new StockMovement(
                            "reserve/" + grant.lineId() + "/" + grant.locationId() + "/" + round,
                            StockMovement.Kind.RESERVE,
                            grant.itemId(),
                            grant.locationId(),
                            new StockChange(0, grant.quantity().units()),
                            order.value(),
                            actor,
                            "");
            if (ledger.post(tx, movement) != StockLedger.Posted.BOOKED) {
                throw new IllegalStateException("locked stock was not there: " + movement);
            }
            reservations.grant(tx, order, grant);
        }
    }

    private static ReserveOutcome notEnough(List<Shortage> shortages, Map<Sku, Item> items) {
        List<ReserveOutcome.Missing> missing = new ArrayList<>();
        for (Shortage shortage : shortages) {
            items.values().stream()
                    .filter(item -> item.itemId().equals(shortage.itemId()))
                    .forEach(
                            item ->
                                    missing.add(
                                            new ReserveOutcome.Missing(
                                                    item.sku(),
                                                    shortage.asked(),
                                                    shortage.available())));
        }
        missing.sort(Comparator.comparing(each -> each.sku().value()));
        return new ReserveOutcome.NotEnough(missing);
    }
}
