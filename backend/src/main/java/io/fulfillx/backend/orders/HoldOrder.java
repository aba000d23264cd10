package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.AllocateOrder.Allocation;
import io.fulfillx.backend.orders.HoldStore.Hold;
import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

/** Places holds and releases them. A hold stops the order wherever it is until it is shipped. */
final class HoldOrder {
    private final HoldStore holds;
    private final AllocateOrder allocate;
    private final OrderJournal journal;

    HoldOrder(HoldStore holds, AllocateOrder allocate, OrderJournal journal) {
        this.holds = holds;
        this.allocate = allocate;
        this.journal = journal;
    }

    /**
     * @throws Fault NOT_FOUND, or NOT_ALLOWED_NOW when the order is over
     */
    HoldId place(Tx tx, OrderId id, HoldType type, String reason, String actor) {
        OrderRecord order = journal.lock(tx, id);
        OrderStatus _ = OrderStatus.TABLE.require(order.status(), OrderStatus.Verb.HOLD);
        return journal.hold(tx, id, type, reason, actor);
    }

    /**
     * Releases a hold and, where stock is still missing, tries to reserve it. A hold whose cause is
     * a fact (no such item, no stock) cannot be waved away.
     *
     * @throws Fault NOT_FOUND, or NOT_ALLOWED_NOW when the cause is still there
     */
    void release(Tx tx, OrderId id, HoldId holdId, String actor) {
        OrderRecord order = journal.lock(tx, id);
        Hold hold = holds.find(tx, id, holdId).orElseThrow(() -> Fault.notFound("hold"));
        if (!hold.active()) {
            return;
        }
        boolean factual =
                hold.type().equals(HoldType.UNKNOWN_SKU)
                        || hold.type().equals(HoldType.MISSING_SKU)
                        || hold.type().equals(HoldType.INVENTORY);
        if (!factual) {
            journal.release(tx, id, new ActiveHold(holdId, hold.type(), hold.reason()), actor);
        }
        if (order.status().awaitsRelease()
                || (factual && order.status() == OrderStatus.PARTIALLY_SHIPPED)) {
            Allocation allocation = allocate.allocate(tx, order, actor);
            boolean still = holds.find(tx, id, holdId).map(Hold::active).orElse(false);
            if (still) {
                throw refused(allocation);
            }
        } else if (factual) {
            journal.release(tx, id, new ActiveHold(holdId, hold.type(), hold.reason()), actor);
        }
    }

    private static Fault refused(Allocation allocation) {
        String why =
                switch (allocation) {
                    case Allocation.Complete() -> "The cause is still there.";
                    case Allocation.Unmatched(var sentences) -> String.join(" ", sentences);
                    case Allocation.OutOfStock(String sentence) -> sentence;
                };
        return new Fault(Fault.Code.NOT_ALLOWED_NOW, why);
    }
}
