package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.OrderMarkStore.Marks;
import io.fulfillx.backend.orders.OrderMarkStore.StatusChange;
import io.fulfillx.backend.orders.OrderStatusPolicy.Facts;
import io.fulfillx.backend.orders.TrailStore.NewEvent;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The status of orders as it follows from their parts; whoever calls has locked the orders. */
final class DeriveStatus {
    private final FulfillmentOrderStore store;
    private final OrderMarkStore marks;
    private final TrailStore trail;
    private final Feed feed;

    DeriveStatus(FulfillmentOrderStore store, OrderMarkStore marks, TrailStore trail, Feed feed) {
        this.store = store;
        this.marks = marks;
        this.trail = trail;
        this.feed = feed;
    }

    /**
     * Why an order's status may be another one now.
     *
     * @param correlation of the act that it comes from
     */
    record Reason(String text, String correlation) {
        static Reason now(String text) {
            return new Reason(text, Correlation.current());
        }
    }

    OrderStatus derived(Tx tx, OrderId order) {
        Map<OrderId, Marks> marked = marks.find(tx, List.of(order));
        return OrderStatusPolicy.status(
                Optional.ofNullable(facts(tx, marked).get(order))
                        .orElseThrow(() -> Fault.notFound("order")));
    }

    /** Derives each status anew and writes it down when it is another one. */
    void settle(Tx tx, Map<OrderId, Reason> reasons, String actor) {
        Map<OrderId, Marks> before = marks.find(tx, reasons.keySet());
        if (before.size() < reasons.size()) {
            throw Fault.notFound("order");
        }
        List<StatusChange> changes = new ArrayList<>();
        List<NewEvent> events = new ArrayList<>();
        facts(tx, before)
                .forEach(
                        (order, facts) -> {
                            OrderStatus was = of(before, order).status();
                            OrderStatus now = OrderStatusPolicy.status(facts);
                            if (now != was) {
                                Reason why = of(reasons, order);
                                changes.add(new StatusChange(order, was, now));
                                events.add(
                                        new NewEvent(
                                                order, now.name(), why.text(), why.correlation()));
                            }
                        });
        if (changes.isEmpty()) {
            return;
        } else if (!marks.status(tx, changes)) {
            throw new Fault(Fault.Code.CONFLICT, "The order was changed just now.");
        }
        trail.addAll(tx, actor, events);
        feed.addAll(
                tx,
                OrderJournal.ORDER,
                changes.stream().map(change -> change.order().value()).toList());
    }

    private Map<OrderId, Facts> facts(Tx tx, Map<OrderId, Marks> marked) {
        Map<OrderId, List<FulfillmentOrder>> parts = new LinkedHashMap<>();
        store.ofOrders(tx, marked.keySet())
                .forEach(
                        (order, all) ->
                                parts.put(
                                        order, all.stream().map(part -> part.of(order)).toList()));
        List<OrderId> left =
                marked.keySet().stream()
                        .filter(
                                order ->
                                        of(parts, order).stream()
                                                .allMatch(part -> part.state().isOver()))
                        .toList();
        Set<OrderId> delivered = left.isEmpty() ? Set.of() : marks.delivered(tx, left);
        Set<OrderId> unmatched = store.unmatched(tx, marked.keySet());
        Map<OrderId, Facts> facts = new LinkedHashMap<>();
        marked.forEach(
                (order, mark) ->
                        facts.put(
                                order,
                                new Facts(
                                        !unmatched.contains(order),
                                        mark.cancelRequestedAt() != null,
                                        mark.cancelledAt() != null,
                                        mark.closedAt() != null,
                                        delivered.contains(order),
                                        of(parts, order))));
        return facts;
    }

    private static <T> T of(Map<OrderId, T> known, OrderId order) {
        return Optional.ofNullable(known.get(order)).orElseThrow();
    }
}
