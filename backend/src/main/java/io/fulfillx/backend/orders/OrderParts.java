package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.OrderMarkStore.Marks;
import io.fulfillx.backend.orders.OrderStatusPolicy.Facts;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.FulfillmentOrderState;
import io.fulfillx.backend.orders.api.FulfillmentOrderState.Verb;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The parts of an order and the status that follows from them. Every change of a part goes through
 * here; whoever calls has locked the order.
 */
final class OrderParts {
    private final FulfillmentOrderStore store;
    private final OrderMarkStore marks;
    private final TrailStore trail;
    private final Feed feed;
    private final Clock clock;
    private final Supplier<UUID> ids;

    OrderParts(
            FulfillmentOrderStore store,
            OrderMarkStore marks,
            TrailStore trail,
            Feed feed,
            Clock clock,
            Supplier<UUID> ids) {
        this.store = store;
        this.marks = marks;
        this.trail = trail;
        this.feed = feed;
        this.clock = clock;
        this.ids = ids;
    }

    /** The first part of an order that came in: all that is to be sent. */
    void openFirst(Tx tx, OrderId order) {
        store.openFirst(tx, new FulfillmentOrderId(ids.get()), order);
    }

    /** It was given up before it came to us. */
    void cancelledBefore(Tx tx, OrderId order) {
        marks.cancelled(tx, order);
    }

    /** Of every part only the lines of that order. */
    List<FulfillmentOrder> of(Tx tx, OrderId order) {
        return store.ofOrder(tx, order).stream().map(part -> part.of(order)).toList();
    }

    /** With all its lines, those of merged orders included. */
    FulfillmentOrder get(Tx tx, FulfillmentOrderId id) {
        return store.find(tx, id).orElseThrow(() -> Fault.notFound("fulfillment order"));
    }

    Marks marks(Tx tx, OrderId order) {
        return marks.find(tx, order).orElseThrow(() -> Fault.notFound("order"));
    }

    /**
     * Moves a part on.
     *
     * @throws Fault NOT_ALLOWED_NOW naming what is possible instead
     */
    FulfillmentOrderState move(Tx tx, FulfillmentOrder part, Verb verb) {
        FulfillmentOrderState to = FulfillmentOrderState.TABLE.require(part.state(), verb);
        if (to != part.state() && !store.moveOn(tx, part.fulfillmentOrderId(), part.state(), to)) {
            throw new Fault(Fault.Code.CONFLICT, "The fulfillment order was changed just now.");
        }
        return to;
    }

    /** A part of its own for units that leave another one; those must hold them. */
    FulfillmentOrderId splitOff(
            Tx tx, FulfillmentOrder from, List<FulfillmentOrder.Line> moved, boolean backordered) {
        FulfillmentOrderId id = new FulfillmentOrderId(ids.get());
        store.open(
                tx,
                new FulfillmentOrderStore.NewPart(
                        id,
                        from.orderId(),
                        from.warehouse(),
                        from.shipGroup(),
                        from.state() == FulfillmentOrderState.SCHEDULED ? from.fulfillAt() : null,
                        backordered ? clock.instant() : null));
        for (FulfillmentOrder.Line line : moved) {
            FulfillmentOrder.Line kept = line(from, line);
            store.put(
                    tx,
                    from.fulfillmentOrderId(),
                    new FulfillmentOrder.Line(
                            kept.lineId(),
                            kept.orderId(),
                            kept.quantity().minus(line.quantity()),
                            kept.allocated().minus(line.allocated()),
                            kept.shipped()));
            store.put(tx, id, line);
        }
        return id;
    }

    private static FulfillmentOrder.Line line(FulfillmentOrder part, FulfillmentOrder.Line like) {
        return part.lines().stream()
                .filter(line -> line.lineId().equals(like.lineId()))
                .findFirst()
                .orElseThrow(() -> Fault.notFound("line"));
    }

    /** Units of one line are reserved, or not any more. */
    void put(Tx tx, FulfillmentOrder part, FulfillmentOrder.Line line) {
        store.put(tx, part.fulfillmentOrderId(), line);
    }

    /** Everything that is still to be sent is reserved. */
    void allocatedAll(Tx tx, OrderId order) {
        for (FulfillmentOrder part : of(tx, order)) {
            if (part.state() == FulfillmentOrderState.CANCELLED) {
                continue;
            }
            for (FulfillmentOrder.Line line : part.lines()) {
                if (!line.lacking().isZero()) {
                    put(tx, part, allocated(line, line.quantity()));
                }
            }
            store.backorder(tx, part.fulfillmentOrderId(), null);
        }
    }

    static FulfillmentOrder.Line allocated(FulfillmentOrder.Line line, Quantity units) {
        return new FulfillmentOrder.Line(
                line.lineId(), line.orderId(), line.quantity(), units, line.shipped());
    }

    /** Marks what lacks stock, so that it is tried again when some comes. */
    void backordered(Tx tx, OrderId order) {
        for (FulfillmentOrder part : of(tx, order)) {
            if (!part.state().isOver()) {
                boolean lacks = !part.isAllocated();
                store.backorder(tx, part.fulfillmentOrderId(), lacks ? clock.instant() : null);
            }
        }
    }

    /** What is left of a part that is packed waits as a part of its own. */
    void splitRest(Tx tx, FulfillmentOrder part) {
        List<FulfillmentOrder.Line> rest =
                part.lines().stream()
                        .filter(line -> line.quantity().compareTo(line.shipped()) > 0)
                        .map(
                                line ->
                                        new FulfillmentOrder.Line(
                                                line.lineId(),
                                                line.orderId(),
                                                line.quantity().minus(line.shipped()),
                                                line.promised(),
                                                Quantity.ZERO))
                        .toList();
        if (!rest.isEmpty()) {
            boolean lacks = rest.stream().anyMatch(line -> !line.lacking().isZero());
            splitOff(tx, part, rest, lacks);
        }
    }

    /**
     * Units of a part in work turned out not to be there: they leave it as a part of their own that
     * waits for stock.
     *
     * @return the part that waits
     */
    FulfillmentOrderId lost(Tx tx, FulfillmentOrder part, OrderLineId lineId, Quantity units) {
        FulfillmentOrder.Line line =
                part.lines().stream()
                        .filter(each -> each.lineId().equals(lineId))
                        .findFirst()
                        .orElseThrow(() -> Fault.notFound("line"));
        put(tx, part, allocated(line, line.allocated().minus(units)));
        FulfillmentOrder now = get(tx, part.fulfillmentOrderId());
        FulfillmentOrder.Line waiting =
                new FulfillmentOrder.Line(
                        lineId, line.orderId(), units, Quantity.ZERO, Quantity.ZERO);
        FulfillmentOrderId id = splitOff(tx, now, List.of(waiting), true);
        if (now.units() == units.units()) {
            var _ = move(tx, now, Verb.CANCEL);
        }
        return id;
    }

    /** Gives up every part of which nothing has left. */
    void cancelAll(Tx tx, OrderId order) {
        for (FulfillmentOrder part : of(tx, order)) {
            if (!part.state().isOver()) {
                var _ = move(tx, part, Verb.CANCEL);
            }
        }
        marks.cancelled(tx, order);
    }

    /** Somebody began with it; true for the first time. */
    boolean start(Tx tx, FulfillmentOrderId id) {
        return store.start(tx, id);
    }

    /** Derives the status anew and writes it down when it is another one. */
    OrderStatus settle(Tx tx, OrderId order, String actor, String why) {
        Marks before = marks(tx, order);
        OrderStatus now = OrderStatusPolicy.status(facts(tx, order, before));
        if (now != before.status()) {
            if (!marks.status(tx, order, before.status(), now)) {
                throw new Fault(Fault.Code.CONFLICT, "The order was changed just now.");
            }
            trail.add(tx, order, actor, now.name(), why);
            feed.add(tx, OrderJournal.ORDER, order.value(), null);
        }
        return now;
    }

    /** Every order that has lines in the part. */
    void settleAll(Tx tx, FulfillmentOrder part, String actor, String why) {
        Set<OrderId> touched = new LinkedHashSet<>(List.of(part.orderId()));
        part.lines().forEach(line -> touched.add(line.orderId()));
        touched.forEach(order -> settle(tx, order, actor, why));
    }

    private Facts facts(Tx tx, OrderId order, Marks marked) {
        return new Facts(
                store.isMatched(tx, order),
                marked.cancelRequestedAt() != null,
                marked.cancelledAt() != null,
                marked.closedAt() != null,
                false,
                of(tx, order));
    }
}
