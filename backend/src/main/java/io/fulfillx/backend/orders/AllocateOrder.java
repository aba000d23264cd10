package io.fulfillx.backend.orders;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.backend.orders.api.BackorderPolicy;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldScope;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.stock.ReserveOutcome;
import io.fulfillx.model.stock.ReserveStockRequest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Matches an order's lines with items and reserves their stock. Holds that are about a person's
 * decision do not stop it: a held order keeps its stock, so that it ships at once when released.
 */
final class AllocateOrder {
    static final String ALL_RESERVED = "All its stock is reserved.";

    private final CatalogModule catalog;
    private final InventoryModule inventory;
    private final LineStore lines;
    private final HoldStore holds;
    private final OrderParts parts;
    private final PartStock stock;
    private final OrderJournal journal;

    AllocateOrder(
            CatalogModule catalog,
            InventoryModule inventory,
            LineStore lines,
            HoldStore holds,
            OrderParts parts,
            PartStock stock,
            OrderJournal journal) {
        this.catalog = catalog;
        this.inventory = inventory;
        this.lines = lines;
        this.holds = holds;
        this.parts = parts;
        this.stock = stock;
        this.journal = journal;
    }

    /** What is in the way. */
    sealed interface Allocation {
        /** Nothing: the stock is reserved. */
        record Complete() implements Allocation {}

        /** Lines that name no item; one sentence each. */
        record Unmatched(List<String> sentences) implements Allocation {}

        record OutOfStock(String sentence) implements Allocation {}
    }

    /**
     * Tries, and puts status and holds right. The caller has locked the order and it awaits stock.
     */
    Allocation allocate(Tx tx, OrderRecord order, String actor) {
        List<LineRecord> open = match(tx, order.orderId());
        List<String> unmatched = settleSkuHolds(tx, order.orderId(), open, actor);
        if (!unmatched.isEmpty()) {
            parts.settle(tx, order.orderId(), actor, unmatched.getFirst());
            return new Allocation.Unmatched(unmatched);
        }
        ReserveOutcome outcome = inventory.reserve(tx, request(order.orderId(), open), actor);
        return switch (outcome) {
            case ReserveOutcome.Reserved(_), ReserveOutcome.AlreadyReserved(_) ->
                    allocated(tx, order, actor);
            case ReserveOutcome.NotEnough(List<ReserveOutcome.Missing> missing) ->
                    backordered(tx, order, open, missing, actor);
        };
    }

    /**
     * Orders that just came in and lacked stock: what is there is reserved, where the organization
     * does not send complete orders only.
     */
    void again(Tx tx, List<OrderId> lacking, String actor) {
        if (lacking.isEmpty() || parts.usualPolicy(tx) == BackorderPolicy.SHIP_COMPLETE) {
            return;
        }
        for (OrderId id : lacking) {
            OrderRecord order = journal.lock(tx, id);
            holds.active(tx, id).stream()
                    .filter(AllocateOrder::isForStock)
                    .forEach(hold -> journal.release(tx, id, hold, actor));
            Allocation _ = allocate(tx, order, actor);
        }
    }

    /** Lines still to be shipped, with those that the catalog knows by now. */
    private List<LineRecord> match(Tx tx, OrderId order) {
        List<LineRecord> open =
                lines.of(tx, order).stream()
                        .filter(line -> line.toShip().compareTo(line.shipped()) > 0)
                        .toList();
        List<Sku> unknown =
                open.stream()
                        .filter(line -> line.itemId() == null)
                        .map(LineRecord::sku)
                        .filter(Objects::nonNull)
                        .toList();
        if (unknown.isEmpty()) {
            return open;
        }
        Map<Sku, Item> items = catalog.findBySkus(tx, unknown);
        return open.stream().map(line -> link(tx, line, items)).toList();
    }

    private LineRecord link(Tx tx, LineRecord line, Map<Sku, Item> items) {
        Sku sku = line.sku();
        Item item = sku == null ? null : items.get(sku);
        if (line.itemId() != null || item == null) {
            return line;
        }
        lines.link(tx, line.lineId(), item.itemId());
        return line.of(item.itemId());
    }

    /** One hold per line without an item, none for a line that has one. */
    private List<String> settleSkuHolds(Tx tx, OrderId order, List<LineRecord> open, String actor) {
        Map<String, HoldType> wanted = new LinkedHashMap<>();
        for (LineRecord line : open) {
            if (line.itemId() == null) {
                Sku sku = line.sku();
                wanted.put(
                        unmatched(line), sku == null ? HoldType.MISSING_SKU : HoldType.UNKNOWN_SKU);
            }
        }
        List<String> sentences = List.copyOf(wanted.keySet());
        for (ActiveHold hold : holds.active(tx, order)) {
            if (hold.type().equals(HoldType.UNKNOWN_SKU)
                    || hold.type().equals(HoldType.MISSING_SKU)) {
                if (wanted.remove(hold.reason()) == null) {
                    journal.release(tx, order, hold, actor);
                }
            }
        }
        wanted.forEach((reason, type) -> journal.hold(tx, order, type, reason, actor));
        return sentences;
    }

    private Allocation allocated(Tx tx, OrderRecord order, String actor) {
        boolean inWork =
                !order.status().awaitsRelease() && order.status() != OrderStatus.PARTIALLY_SHIPPED;
        holds.active(tx, order.orderId()).stream()
                .filter(hold -> hold.type().equals(HoldType.INVENTORY))
                // What a bench found missing is for a lead to look at.
                .filter(hold -> !inWork || hold.scope() == HoldScope.FULFILLMENT_ORDER)
                .forEach(hold -> journal.release(tx, order.orderId(), hold, actor));
        stock.allocatedAll(tx, order.orderId());
        parts.settle(tx, order.orderId(), actor, ALL_RESERVED);
        return new Allocation.Complete();
    }

    private Allocation backordered(
            Tx tx,
            OrderRecord order,
            List<LineRecord> open,
            List<ReserveOutcome.Missing> missing,
            String actor) {
        OrderId id = order.orderId();
        BackorderPolicy policy = parts.backorderPolicy(tx, id);
        if (policy != BackorderPolicy.SHIP_COMPLETE) {
            reserveWhatIsThere(tx, id, open, missing, actor);
        }
        String sentence = sentence(missing);
        boolean apart = stock.backordered(tx, id, policy == BackorderPolicy.SHIP_AVAILABLE);
        if (apart) {
            holdLacking(tx, id, sentence, actor);
        } else if (holds.active(tx, id).stream().noneMatch(AllocateOrder::isForStock)) {
            String ask =
                    policy == BackorderPolicy.ASK
                            ? " Decide whether what is there is sent now."
                            : "";
            journal.hold(tx, id, HoldType.INVENTORY, sentence + ask, actor);
        }
        parts.settle(tx, id, actor, sentence);
        return new Allocation.OutOfStock(sentence);
    }

    private static boolean isForStock(ActiveHold hold) {
        return hold.type().equals(HoldType.INVENTORY) && hold.scope() == HoldScope.ORDER;
    }

    /** A hold on each part that lacks stock, so that the others go on. */
    private void holdLacking(Tx tx, OrderId id, String sentence, String actor) {
        List<ActiveHold> active = holds.active(tx, id);
        for (FulfillmentOrder part : parts.of(tx, id)) {
            boolean lacks = part.state().isPlannable() && !part.isAllocated();
            boolean held =
                    active.stream()
                            .filter(hold -> hold.type().equals(HoldType.INVENTORY))
                            .anyMatch(
                                    hold ->
                                            part.fulfillmentOrderId()
                                                    .value()
                                                    .equals(hold.subject()));
            if (lacks && !held) {
                HoldId _ =
                        journal.holdPart(
                                tx,
                                id,
                                part.fulfillmentOrderId(),
                                HoldType.INVENTORY,
                                sentence,
                                actor);
            }
        }
    }

    /** Reserves of each item as many units as there are, first lines first. */
    private void reserveWhatIsThere(
            Tx tx,
            OrderId id,
            List<LineRecord> open,
            List<ReserveOutcome.Missing> missing,
            String actor) {
        Map<Sku, Integer> left = new LinkedHashMap<>();
        missing.forEach(each -> left.put(each.sku(), each.available().units()));
        if (open.stream().map(LineRecord::sku).noneMatch(left::containsKey)) {
            return;
        }
        Map<OrderLineId, Integer> covered = stock.allocatedUnits(tx, id);
        Map<OrderLineId, Quantity> given = new LinkedHashMap<>();
        List<ReserveStockRequest.Line> wanted = new ArrayList<>();
        for (LineRecord line : open) {
            int had = covered.getOrDefault(line.lineId(), 0);
            int lacking = line.toShip().units() - had;
            Sku sku = line.sku();
            int give = Math.min(lacking, left.getOrDefault(sku, lacking));
            if (sku != null && give > 0) {
                left.computeIfPresent(sku, (_, units) -> units - give);
                given.put(line.lineId(), new Quantity(give));
                wanted.add(
                        new ReserveStockRequest.Line(line.lineId(), sku, new Quantity(had + give)));
            }
        }
        if (!wanted.isEmpty()
                && inventory.reserve(tx, new ReserveStockRequest(id, wanted), actor)
                        instanceof ReserveOutcome.Reserved) {
            stock.allocated(tx, id, given);
        }
    }

    private static ReserveStockRequest request(OrderId order, List<LineRecord> open) {
        List<ReserveStockRequest.Line> wanted = new ArrayList<>();
        for (LineRecord line : open) {
            Sku sku = line.sku();
            if (sku != null) {
                wanted.add(new ReserveStockRequest.Line(line.lineId(), sku, line.toShip()));
            }
        }
        return new ReserveStockRequest(order, wanted);
    }

    /** Why a line has no item, in one sentence. */
    static String unmatched(LineRecord line) {
        Sku sku = line.sku();
        return sku == null
                ? "Line \"" + line.title() + "\" has no SKU."
                : "The catalog has no item of the SKU " + sku + ".";
    }

    static String sentence(List<ReserveOutcome.Missing> missing) {
        return missing.stream()
                .map(
                        each ->
                                each.sku()
                                        + ": "
                                        + each.asked()
                                        + " needed, "
                                        + each.available()
                                        + " available")
                .collect(Collectors.joining("; ", "Not enough stock. ", "."));
    }
}
