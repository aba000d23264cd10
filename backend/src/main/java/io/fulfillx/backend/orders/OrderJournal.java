package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.TrailStore.NewEvent;
import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldScope;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.event.Feed.Told;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Every change of an order's holds goes through here, so that none misses its row in the history or
 * in the feed of the stations.
 */
final class OrderJournal {
    /** The feed's kind of a changed order. */
    static final String ORDER = "order";

    private static final UUID NO_STATION = new UUID(0, 0);

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

    /** Waits for whoever else is changing an order that has units in one of the parts. */
    List<OrderRecord> lock(Tx tx, Collection<FulfillmentOrderId> parts) {
        return orders.lock(tx, parts);
    }

    HoldId hold(Tx tx, OrderId order, HoldType type, String reason, String actor) {
        return hold(tx, order, new ActiveHold(new HoldId(ids.get()), type, reason), null, actor);
    }

    /** On a part of the order. */
    HoldId holdPart(
            Tx tx,
            OrderId order,
            FulfillmentOrderId part,
            HoldType type,
            String reason,
            String actor) {
        ActiveHold hold =
                new ActiveHold(
                        new HoldId(ids.get()),
                        type,
                        reason,
                        HoldScope.FULFILLMENT_ORDER,
                        part.value());
        return hold(tx, order, hold, null, actor);
    }

    /** An id for a hold about to be placed. */
    HoldId newId() {
        return new HoldId(ids.get());
    }

    /**
     * @param until when it ends by itself; null for never
     */
    HoldId hold(Tx tx, OrderId order, ActiveHold hold, @Nullable Instant until, String actor) {
        holds.insert(tx, order, hold, until, actor);
        trail.add(tx, order, actor, "HOLD_PLACED", hold.type() + ": " + hold.reason());
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

    void note(Tx tx, String actor, List<NewEvent> events) {
        trail.addAll(tx, actor, events);
    }

    void changed(Tx tx, OrderId order) {
        feed.add(tx, ORDER, order.value(), null);
    }

    /**
     * A parcel of it went on, which changes no work at any station. Those who follow orders hear of
     * it; stations do not, or they would be sent every parcel of the order for each that leaves.
     */
    void progressed(Tx tx, Collection<OrderId> all) {
        feed.addAll(
                tx, ORDER, all.stream().map(order -> new Told(order.value(), NO_STATION)).toList());
    }
}
