package io.fulfillx.backend.orders;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.platform.event.Delivery;
import io.fulfillx.backend.platform.event.OutboxHandler;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrgId;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Tries the orders again that waited for an item to be known or to be in stock, in the order in
 * which they came, each in a transaction of its own.
 */
final class RetryWaiting implements OutboxHandler {
    private final String topic;
    private final Transactions transactions;
    private final CatalogModule catalog;
    private final InventoryModule inventory;
    private final OrderStore orders;
    private final AllocateOrder allocate;

    RetryWaiting(
            String topic,
            Transactions transactions,
            CatalogModule catalog,
            InventoryModule inventory,
            OrderStore orders,
            AllocateOrder allocate) {
        this.topic = topic;
        this.transactions = transactions;
        this.catalog = catalog;
        this.inventory = inventory;
        this.orders = orders;
        this.allocate = allocate;
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public Delivery deliver(OrgId org, UUID subject) {
        List<OrderId> waiting =
                transactions.inOrg(
                        org,
                        tx ->
                                inventory.soldWith(tx, new ItemId(subject)).stream()
                                        .flatMap(item -> catalog.find(tx, item).stream())
                                        .flatMap(item -> orders.waitingFor(tx, item).stream())
                                        .distinct()
                                        .sorted(Comparator.comparing(OrderId::toString))
                                        .toList());
        for (OrderId order : waiting) {
            transactions.inOrg(org, tx -> retry(tx, order));
        }
        return Delivery.done();
    }

    private boolean retry(Tx tx, OrderId id) {
        return orders.lock(tx, id)
                .filter(
                        order ->
                                OrderStatus.TABLE
                                        .next(order.status(), OrderStatus.Verb.ALLOCATE)
                                        .isPresent())
                .map(
                        order ->
                                allocate.allocate(tx, order, Actor.SYSTEM)
                                        instanceof AllocateOrder.Allocation.Complete)
                .orElse(false);
    }
}
