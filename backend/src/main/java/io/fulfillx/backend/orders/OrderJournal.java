package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * Every change of an order's status or holds goes through here, so that none misses its row in the
 * history or in the feed of the stations.
 */
final class OrderJournal {
    /** The feed's kind of a changed order. */
    static final String ORDER = "order";

    private final OrderStore orders;
    private final HoldStore holds;
    private final TrailStore trail;
    private final Feed feed;
    private final Supplier<UUID> ids;

    OrderJournal(
            OrderStore orders, HoldStore holds, TrailStore trail, Feed feed, Supplier<UUID> ids) {
        this.orders = orders;
        this.holds = holds;
        this.trail = trail;
        this.feed = feed;
        this.ids = ids;
    }

    /**
     * Waits for whoever else is changing the order.
     *
     * @throws Fault NOT_FOUND
     */
    OrderRecord lock(Tx tx, OrderId id) {
        return orders.lock(tx, id).orElseThrow(() -> Fault.notFound("order"));
    }

    /**
     * Changes the status of an order the caller has locked; the same status again is no change.
     *
     * @throws Fault NOT_ALLOWED_NOW when the status does not lead there
     */
    void become(Tx tx, OrderRecord order, OrderStatus status, String actor, String why) {
        if (order.status() == status) {
            return;
        }
        if (!order.status().canBecome(status)) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "The order is " + order.status() + " and cannot become " + status + ".");
        }
        orders.setStatus(tx, order.orderId(), status);
        trail.add(tx, order.orderId(), actor, status.name(), why);
        feed.add(tx, ORDER, order.orderId().value(), null);
    }

    HoldId hold(Tx tx, OrderId order, HoldType type, String reason, String actor) {
        ActiveHold hold = new ActiveHold(new HoldId(ids.get()), type, reason);
        holds.insert(tx, order, hold, actor);
        trail.add(tx, order, actor, "HOLD_PLACED", type + ": " + reason);
        feed.add(tx, ORDER, order.value(), null);
        return hold.holdId();
    }

    /** Releases what is not released yet. */
    void release(Tx tx, OrderId order, ActiveHold hold, String actor) {
        if (holds.release(tx, order, hold.holdId(), actor)) {
            trail.add(tx, order, actor, "HOLD_RELEASED", hold.type() + ": " + hold.reason());
            feed.add(tx, ORDER, order.value(), null);
        }
    }

    void note(Tx tx, OrderId order, String actor, String what, String detail) {
        trail.add(tx, order, actor, what, detail);
    }

    void changed(Tx tx, OrderId order) {
        feed.add(tx, ORDER, order.value(), null);
    }
}
