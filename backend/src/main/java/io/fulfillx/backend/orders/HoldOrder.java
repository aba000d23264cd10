package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.AllocateOrder.Allocation;
import io.fulfillx.backend.orders.HoldStore.Hold;
import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldScope;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** Places holds and releases them. A hold stops the order wherever it is until it is shipped. */
final class HoldOrder {
    private final HoldStore holds;
    private final AllocateOrder allocate;
    private final OrderParts parts;
    private final OrderJournal journal;

    HoldOrder(HoldStore holds, AllocateOrder allocate, OrderParts parts, OrderJournal journal) {
        this.holds = holds;
        this.parts = parts;
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
     * What a person wants to be held.
     *
     * @param part a part of the order; null for none
     * @param line a line of it; null for none
     * @param until when it ends by itself; null for never
     */
    record Wish(
            HoldType type,
            String reason,
            @Nullable FulfillmentOrderId part,
            @Nullable OrderLineId line,
            @Nullable Instant until) {}

    /**
     * Holds an order, a part or a line.
     *
     * @throws Fault NOT_FOUND, INVALID, or NOT_ALLOWED_NOW when the order is over
     */
    HoldId place(Tx tx, OrderId id, Wish wish, String actor) {
        OrderRecord order = journal.lock(tx, id);
        OrderStatus _ = OrderStatus.TABLE.require(order.status(), OrderStatus.Verb.HOLD);
        HoldScope scope = HoldScope.ORDER;
        UUID subject = null;
        if (wish.part() != null) {
            scope = HoldScope.FULFILLMENT_ORDER;
            subject = wish.part().value();
            FulfillmentOrderId part = wish.part();
            if (parts.of(tx, id).stream().noneMatch(p -> p.fulfillmentOrderId().equals(part))) {
                throw Fault.notFound("fulfillment order");
            }
        } else if (wish.line() != null) {
            scope = HoldScope.LINE;
            subject = wish.line().value();
            OrderLineId line = wish.line();
            boolean known =
                    parts.of(tx, id).stream()
                            .flatMap(part -> part.lines().stream())
                            .anyMatch(each -> each.lineId().equals(line));
            if (!known) {
                throw Fault.notFound("line");
            }
        }
        ActiveHold hold =
                new ActiveHold(journal.newId(), wish.type(), wish.reason(), scope, subject);
        return journal.hold(tx, id, hold, wish.until(), actor);
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
            journal.release(tx, id, hold.asActive(), actor);
        }
        if (order.status().awaitsRelease()
                || (factual && order.status() == OrderStatus.PARTIALLY_SHIPPED)
                || (factual && hold.scope() == HoldScope.FULFILLMENT_ORDER)) {
            Allocation allocation = allocate.allocate(tx, order, actor);
            boolean still = holds.find(tx, id, holdId).map(Hold::active).orElse(false);
            if (still) {
                throw refused(allocation);
            }
        } else if (factual) {
            journal.release(tx, id, hold.asActive(), actor);
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
