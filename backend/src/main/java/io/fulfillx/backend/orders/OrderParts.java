package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.DeriveStatus.Reason;
import io.fulfillx.backend.orders.FulfillmentOrderStore.Move;
import io.fulfillx.backend.orders.OrderMarkStore.Marks;
import io.fulfillx.backend.orders.api.BackorderPolicy;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final DeriveStatus status;
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
        this.status = new DeriveStatus(store, marks, trail, feed);
        this.clock = clock;
        this.ids = ids;
    }

    /** Of every part only the lines of that order. */
    List<FulfillmentOrder> of(Tx tx, OrderId order) {
        return all(tx, order).stream().map(part -> part.of(order)).toList();
    }

    private List<FulfillmentOrder> all(Tx tx, OrderId order) {
        return store.ofOrders(tx, List.of(order)).getOrDefault(order, List.of());
    }

    /** Lines of other orders that were merged into parts of these, by the order they went into. */
    Map<OrderId, Map<OrderId, Set<OrderLineId>>> guests(Tx tx, Collection<OrderId> orders) {
        Map<OrderId, Map<OrderId, Set<OrderLineId>>> all = new LinkedHashMap<>();
        store.ofOrders(tx, orders)
                .forEach(
                        (order, parts) ->
                                parts.stream()
                                        .filter(part -> part.orderId().equals(order))
                                        .flatMap(part -> guests(part).entrySet().stream())
                                        .forEach(
                                                guest ->
                                                        all.computeIfAbsent(
                                                                        order,
                                                                        _ -> new LinkedHashMap<>())
                                                                .computeIfAbsent(
                                                                        guest.getKey(),
                                                                        _ -> new LinkedHashSet<>())
                                                                .addAll(guest.getValue())));
        return all;
    }

    /** Lines of other orders in the part. */
    static Map<OrderId, Set<OrderLineId>> guests(FulfillmentOrder part) {
        Map<OrderId, Set<OrderLineId>> guests = new LinkedHashMap<>();
        for (FulfillmentOrder.Line line : part.lines()) {
            if (!line.orderId().equals(part.orderId())) {
                guests.computeIfAbsent(line.orderId(), _ -> new LinkedHashSet<>())
                        .add(line.lineId());
            }
        }
        return guests;
    }

    /** With all its lines, those of merged orders included. */
    FulfillmentOrder get(Tx tx, FulfillmentOrderId id) {
        return get(tx, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Fault.notFound("fulfillment order"));
    }

    /** Those of the parts that there are. */
    List<FulfillmentOrder> get(Tx tx, Collection<FulfillmentOrderId> ids) {
        return store.find(tx, ids);
    }

    Marks marks(Tx tx, OrderId order) {
        return Optional.ofNullable(marks.find(tx, List.of(order)).get(order))
                .orElseThrow(() -> Fault.notFound("order"));
    }

    /**
     * Moves a part on.
     *
     * @throws Fault NOT_ALLOWED_NOW naming what is possible instead
     */
    FulfillmentOrderState move(Tx tx, FulfillmentOrder part, Verb verb) {
        return move(tx, List.of(part), verb).getFirst().state();
    }

    /**
     * Moves parts on; returns them as they are then.
     *
     * @throws Fault NOT_ALLOWED_NOW naming what is possible instead
     */
    List<FulfillmentOrder> move(Tx tx, List<FulfillmentOrder> parts, Verb verb) {
        List<FulfillmentOrder> moved = new ArrayList<>();
        List<Move> moves = new ArrayList<>();
        for (FulfillmentOrder part : parts) {
            FulfillmentOrderState to = FulfillmentOrderState.TABLE.require(part.state(), verb);
            moved.add(part.with(to, part.lines()));
            if (to != part.state()) {
                moves.add(new Move(part.fulfillmentOrderId(), part.state(), to));
            }
        }
        if (!store.moveOn(tx, moves)) {
            throw new Fault(Fault.Code.CONFLICT, "The fulfillment order was changed just now.");
        }
        return moved;
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
        List<FulfillmentOrder.Line> left = new ArrayList<>();
        for (FulfillmentOrder.Line line : moved) {
            FulfillmentOrder.Line kept = line(from, line);
            left.add(
                    new FulfillmentOrder.Line(
                            kept.lineId(),
                            kept.orderId(),
                            kept.quantity().minus(line.quantity()),
                            kept.allocated().minus(line.allocated()),
                            kept.shipped()));
        }
        store.put(tx, Map.of(from.fulfillmentOrderId(), left, id, moved));
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
        put(tx, Map.of(part.fulfillmentOrderId(), List.of(line)));
    }

    void put(Tx tx, Map<FulfillmentOrderId, List<FulfillmentOrder.Line>> lines) {
        store.put(tx, lines);
    }

    BackorderPolicy usualPolicy(Tx tx) {
        return marks.usualPolicy(tx);
    }

    BackorderPolicy backorderPolicy(Tx tx, OrderId order) {
        return marks.backorderPolicy(tx, order);
    }

    void requestCancel(Tx tx, OrderId order) {
        marks.requestCancel(tx, order);
    }

    void cancelled(Tx tx, OrderId order) {
        marks.cancelled(tx, order);
    }

    /** Units of a line are not to be sent any more, of which so many were reserved. */
    void shrink(
            Tx tx, FulfillmentOrder part, OrderLineId lineId, Quantity units, Quantity released) {
        FulfillmentOrder.Line line =
                part.lines().stream()
                        .filter(each -> each.lineId().equals(lineId))
                        .findFirst()
                        .orElseThrow(() -> Fault.notFound("line"));
        put(
                tx,
                part,
                new FulfillmentOrder.Line(
                        lineId,
                        line.orderId(),
                        line.quantity().minus(units),
                        line.allocated().minus(released),
                        line.shipped()));
    }

    /** Parts without units are over; what lacks nothing any more is no backorder. */
    void tidy(Tx tx, OrderId order) {
        for (FulfillmentOrder part : of(tx, order)) {
            if (part.state().isPlannable()) {
                FulfillmentOrder whole = get(tx, part.fulfillmentOrderId());
                if (whole.units() == 0) {
                    var _ = move(tx, whole, Verb.CANCEL);
                } else if (whole.isAllocated()) {
                    store.backorder(tx, part.fulfillmentOrderId(), null);
                }
            }
        }
    }

    /** More units of a line join a part that no wave has, else a part of their own. */
    void grow(Tx tx, OrderId order, OrderLineId lineId, Quantity added) {
        List<FulfillmentOrder> all = of(tx, order);
        FulfillmentOrder.Line more =
                new FulfillmentOrder.Line(lineId, order, added, Quantity.ZERO, Quantity.ZERO);
        for (FulfillmentOrder part : all) {
            if (part.state().isPlannable() && part.orderId().equals(order)) {
                FulfillmentOrder.Line both =
                        part.lines().stream()
                                .filter(line -> line.lineId().equals(lineId))
                                .findFirst()
                                .map(line -> sum(line, more))
                                .orElse(more);
                put(tx, part, both);
                return;
            }
        }
        FulfillmentOrderId id = new FulfillmentOrderId(ids.get());
        store.open(
                tx,
                new FulfillmentOrderStore.NewPart(
                        id, order, FulfillmentOrderStore.MAIN, "", null, null));
        store.put(tx, Map.of(id, List.of(more)));
    }

    void backorderPolicy(Tx tx, OrderId order, BackorderPolicy policy) {
        marks.backorderPolicy(tx, order, policy);
    }

    void close(Tx tx, OrderId order) {
        marks.close(tx, order);
    }

    /** All lines of one part join another one; what was merged is over. */
    void absorb(Tx tx, FulfillmentOrder into, FulfillmentOrder from) {
        for (FulfillmentOrder.Line line : from.lines()) {
            FulfillmentOrder.Line both =
                    into.lines().stream()
                            .filter(each -> each.lineId().equals(line.lineId()))
                            .findFirst()
                            .map(each -> sum(each, line))
                            .orElse(line);
            put(tx, from, none(line));
            put(tx, into, both);
        }
        var _ = move(tx, from, Verb.CANCEL);
        store.merged(tx, from.fulfillmentOrderId(), into.fulfillmentOrderId());
        boolean lacks = into.backorderedAt() != null || from.backorderedAt() != null;
        boolean whole = get(tx, into.fulfillmentOrderId()).isAllocated();
        store.backorder(tx, into.fulfillmentOrderId(), lacks && !whole ? clock.instant() : null);
    }

    private static FulfillmentOrder.Line sum(FulfillmentOrder.Line a, FulfillmentOrder.Line b) {
        return new FulfillmentOrder.Line(
                a.lineId(),
                a.orderId(),
                a.quantity().plus(b.quantity()),
                a.allocated().plus(b.allocated()),
                a.shipped().plus(b.shipped()));
    }

    private static FulfillmentOrder.Line none(FulfillmentOrder.Line line) {
        return new FulfillmentOrder.Line(
                line.lineId(), line.orderId(), Quantity.ZERO, Quantity.ZERO, Quantity.ZERO);
    }

    /** Units of a line that are reserved and still here, over all parts. */
    Quantity promised(Tx tx, OrderId order, OrderLineId lineId) {
        return new Quantity(
                of(tx, order).stream()
                        .filter(part -> part.state() != FulfillmentOrderState.CANCELLED)
                        .flatMap(part -> part.lines().stream())
                        .filter(line -> line.lineId().equals(lineId))
                        .mapToInt(line -> line.promised().units())
                        .sum());
    }

    void place(Tx tx, FulfillmentOrder part, String warehouse, String group) {
        if (!store.place(tx, part.fulfillmentOrderId(), warehouse, group)) {
            throw new Fault(Fault.Code.CONFLICT, "The fulfillment order was changed just now.");
        }
    }

    void schedule(Tx tx, FulfillmentOrder part, Instant at) {
        var _ = FulfillmentOrderState.TABLE.require(part.state(), Verb.SCHEDULE);
        if (!store.schedule(tx, part.fulfillmentOrderId(), part.state(), at)) {
            throw new Fault(Fault.Code.CONFLICT, "The fulfillment order was changed just now.");
        }
    }

    /** Parts whose time has come. */
    List<FulfillmentOrderId> due(Tx tx, int limit) {
        return store.due(tx, clock.instant(), limit);
    }

    /** Somebody begins with those of the parts that nobody has begun with; returns them. */
    List<FulfillmentOrder> start(Tx tx, List<FulfillmentOrder> parts) {
        List<FulfillmentOrder> fresh =
                parts.stream().filter(part -> part.startedAt() == null).toList();
        store.start(tx, fresh.stream().map(FulfillmentOrder::fulfillmentOrderId).toList());
        return fresh;
    }

    OrderStatus derived(Tx tx, OrderId order) {
        return status.derived(tx, order);
    }

    /** Derives the status anew and writes it down when it is another one. */
    void settle(Tx tx, OrderId order, String actor, String why) {
        settle(tx, Map.of(order, Reason.now(why)), actor);
    }

    /** The same for many orders. */
    void settle(Tx tx, Map<OrderId, Reason> reasons, String actor) {
        status.settle(tx, reasons, actor);
    }

    /** Every order that has lines in the part. */
    void settleAll(Tx tx, FulfillmentOrder part, String actor, String why) {
        settleAll(tx, Map.of(part, Reason.now(why)), actor);
    }

    /** Every order that has lines in one of the parts. */
    void settleAll(Tx tx, Map<FulfillmentOrder, Reason> parts, String actor) {
        Map<OrderId, Reason> touched = new LinkedHashMap<>();
        parts.forEach(
                (part, why) -> {
                    touched.put(part.orderId(), why);
                    part.lines().forEach(line -> touched.put(line.orderId(), why));
                });
        if (!touched.isEmpty()) {
            settle(tx, touched, actor);
        }
    }
}
