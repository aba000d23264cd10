package io.fulfillx.backend.orders;

import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

/** Gives an order up, as long as nothing of it has left. */
final class CancelOrder {
    /** Labels of the order are voided. */
    static final String TOPIC = "order.cancelled";

    private final InventoryModule inventory;
    private final LineStore lines;
    private final OrderParts parts;
    private final OrderJournal journal;
    private final Outbox outbox;

    CancelOrder(
            InventoryModule inventory,
            LineStore lines,
            OrderParts parts,
            OrderJournal journal,
            Outbox outbox) {
        this.inventory = inventory;
        this.lines = lines;
        this.parts = parts;
        this.journal = journal;
        this.outbox = outbox;
    }

    /**
     * A cancelled order stays cancelled.
     *
     * @throws Fault NOT_FOUND, or NOT_ALLOWED_NOW when something was shipped
     */
    void cancel(Tx tx, OrderId id, String reason, String actor) {
        OrderRecord order = journal.lock(tx, id);
        if (order.status() == OrderStatus.CANCELLED) {
            return;
        }
        boolean shipped = lines.of(tx, id).stream().anyMatch(line -> !line.shipped().isZero());
        if (shipped) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "A parcel of this order has been shipped. Handle it as a return.");
        }
        var _ = OrderStatus.TABLE.require(order.status(), OrderStatus.Verb.CANCEL);
        inventory.release(tx, id, actor);
        parts.cancelAll(tx, id);
        for (LineRecord line : lines.of(tx, id)) {
            lines.cancel(tx, line.lineId(), line.toShip());
        }
        parts.settle(tx, id, actor, reason);
        outbox.add(tx, TOPIC, id.value());
    }
}
