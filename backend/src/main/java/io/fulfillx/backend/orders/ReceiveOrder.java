package io.fulfillx.backend.orders;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.channels.ChannelLine;
import io.fulfillx.backend.channels.IntakePolicy;
import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.stock.ReserveOutcome;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Takes orders in, once per channel and channel order id, whichever way they come. What is wrong
 * with one becomes a hold; an order is never dropped. Orders, holds, reservations and outbox rows
 * commit together, and the number of statements does not depend on the number of orders.
 */
final class ReceiveOrder {
    /** Those who bring orders at the same time share a transaction under this name. */
    static final String LANE = "orders";

    private final CatalogModule catalog;
    private final InventoryModule inventory;
    private final IntakeStore store;
    private final AllocateOrder allocate;
    private final Feed feed;
    private final IntakePolicy policy;
    private final Stamps stamps;

    ReceiveOrder(
            CatalogModule catalog,
            InventoryModule inventory,
            IntakeStore store,
            AllocateOrder allocate,
            Feed feed,
            IntakePolicy policy,
            Stamps stamps) {
        this.catalog = catalog;
        this.inventory = inventory;
        this.store = store;
        this.allocate = allocate;
        this.feed = feed;
        this.policy = policy;
        this.stamps = stamps;
    }

    /** Where time and ids come from. */
    record Stamps(Clock clock, Supplier<UUID> ids) {}

    /** One outcome for each order, in their order; the same order twice comes in once. */
    List<Intake> receive(Tx tx, List<IncomingOrder> incoming) {
        Map<IncomingOrder.Key, IncomingOrder> wanted = new LinkedHashMap<>();
        incoming.forEach(each -> wanted.putIfAbsent(each.key(), each));
        if (wanted.isEmpty()) {
            return List.of();
        }
        // Who else takes orders in waits here for our commit, and then sees what we wrote.
        long number = store.takeNumbers(tx, wanted.size());
        Map<IncomingOrder.Key, OrderId> known = new HashMap<>(store.known(tx, wanted.keySet()));
        if (!known.isEmpty()) {
            store.giveBackNumbers(tx, known.size());
            wanted.keySet().removeAll(known.keySet());
        }
        Map<IncomingOrder.Key, Intake.Received> received =
                wanted.isEmpty()
                        ? new HashMap<>()
                        : receiveNew(tx, number, List.copyOf(wanted.values()));
        received.forEach((key, intake) -> known.put(key, intake.orderId()));
        List<Intake> outcomes = new ArrayList<>(incoming.size());
        for (IncomingOrder each : incoming) {
            // The first of its kind takes the receipt; a repeat after it finds the order known.
            Intake.Received receipt = received.remove(each.key());
            outcomes.add(
                    receipt != null
                            ? receipt
                            : new Intake.AlreadyReceived(
                                    Objects.requireNonNull(known.get(each.key()))));
        }
        return outcomes;
    }

    private Map<IncomingOrder.Key, Intake.Received> receiveNew(
            Tx tx, long number, List<IncomingOrder> incoming) {
        Map<Sku, Item> items = catalog.findBySkus(tx, skus(incoming));
        List<IntakeDraft> drafts =
                incoming.stream()
                        .map(
                                each ->
                                        new IntakeDraft(
                                                each,
                                                policy.problems(each.order()),
                                                items,
                                                stamps.ids()))
                        .toList();
        reserve(tx, drafts.stream().filter(IntakeDraft::wantsStock).toList(), items);
        Instant now = stamps.clock().instant();
        Map<IncomingOrder.Key, Intake.Received> received = new HashMap<>();
        List<OrderRecord> orders = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            OrderRecord order = drafts.get(i).record(number + i, now);
            orders.add(order);
            received.put(incoming.get(i).key(), drafts.get(i).received(order));
        }
        store.insert(tx, drafts, orders);
        allocate.again(
                tx,
                orders.stream()
                        .filter(order -> order.status() == OrderStatus.BACKORDERED)
                        .map(OrderRecord::orderId)
                        .toList(),
                Actor.SYSTEM);
        feed.addAll(
                tx,
                OrderJournal.ORDER,
                orders.stream().map(order -> order.orderId().value()).toList());
        return received;
    }

    private void reserve(Tx tx, List<IntakeDraft> drafts, Map<Sku, Item> items) {
        if (drafts.isEmpty()) {
            return;
        }
        List<ReserveOutcome> outcomes =
                inventory.reserveNew(
                        tx,
                        drafts.stream().map(IntakeDraft::request).toList(),
                        items,
                        Actor.SYSTEM);
        for (int i = 0; i < drafts.size(); i++) {
            drafts.get(i).settle(outcomes.get(i));
        }
    }

    private static Set<Sku> skus(List<IncomingOrder> incoming) {
        return incoming.stream()
                .flatMap(each -> each.order().lines().stream())
                .filter(line -> !line.toShip().isZero())
                .map(ChannelLine::sku)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
