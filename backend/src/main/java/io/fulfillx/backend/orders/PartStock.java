package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.FulfillmentOrderState;
import io.fulfillx.backend.orders.api.FulfillmentOrderState.Verb;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which units of which part are reserved. Whoever calls has locked the order. */
final class PartStock {
    private final OrderParts parts;
    private final FulfillmentOrderStore store;
    private final Clock clock;

    PartStock(OrderParts parts, FulfillmentOrderStore store, Clock clock) {
        this.parts = parts;
        this.store = store;
        this.clock = clock;
    }

    /** Everything that is still to be sent is reserved. */
    void allocatedAll(Tx tx, OrderId order) {
        for (FulfillmentOrder part : parts.of(tx, order)) {
            if (part.state() == FulfillmentOrderState.CANCELLED) {
                continue;
            }
            for (FulfillmentOrder.Line line : part.lines()) {
                if (!line.lacking().isZero()) {
                    parts.put(tx, part, allocated(line, line.quantity()));
                }
            }
            store.backorder(tx, part.fulfillmentOrderId(), null);
        }
    }

    /** How many units of each line are reserved, shipped ones included. */
    Map<OrderLineId, Integer> allocatedUnits(Tx tx, OrderId order) {
        return parts.of(tx, order).stream()
                .filter(part -> part.state() != FulfillmentOrderState.CANCELLED)
                .flatMap(part -> part.lines().stream())
                .collect(
                        Collectors.toMap(
                                FulfillmentOrder.Line::lineId,
                                line -> line.allocated().units(),
                                Integer::sum));
    }

    /** Units that were reserved just now go to the parts that lack them, in their order. */
    void allocated(Tx tx, OrderId order, Map<OrderLineId, Quantity> given) {
        Map<OrderLineId, Quantity> left = new HashMap<>(given);
        for (FulfillmentOrder part : parts.of(tx, order)) {
            if (part.state().isOver()) {
                continue;
            }
            for (FulfillmentOrder.Line line : part.lines()) {
                Quantity rest = left.getOrDefault(line.lineId(), Quantity.ZERO);
                Quantity taken = rest.compareTo(line.lacking()) < 0 ? rest : line.lacking();
                if (!taken.isZero()) {
                    parts.put(tx, part, allocated(line, line.allocated().plus(taken)));
                    left.put(line.lineId(), rest.minus(taken));
                }
            }
        }
    }

    /**
     * Marks what lacks stock, so that it is tried again when some comes.
     *
     * @param sendAvailable what is there does not wait for the rest
     * @return true when some of the order goes on while the rest waits
     */
    boolean backordered(Tx tx, OrderId order, boolean sendAvailable) {
        for (FulfillmentOrder part : parts.of(tx, order)) {
            boolean mixed = part.allocatedUnits() > 0 && !part.isAllocated();
            if (part.state().isPlannable() && mixed && sendAvailable) {
                parts.splitOff(tx, parts.get(tx, part.fulfillmentOrderId()), lacking(part), true);
                store.backorder(tx, part.fulfillmentOrderId(), null);
            } else if (!part.state().isOver()) {
                boolean lacks = !part.isAllocated();
                store.backorder(tx, part.fulfillmentOrderId(), lacks ? clock.instant() : null);
            }
        }
        return parts.of(tx, order).stream()
                .filter(part -> part.state() != FulfillmentOrderState.CANCELLED)
                .anyMatch(
                        part ->
                                !part.state().isPlannable()
                                        || (sendAvailable && part.isAllocated()));
    }

    private static List<FulfillmentOrder.Line> lacking(FulfillmentOrder part) {
        return part.lines().stream()
                .filter(line -> !line.lacking().isZero())
                .map(
                        line ->
                                new FulfillmentOrder.Line(
                                        line.lineId(),
                                        line.orderId(),
                                        line.lacking(),
                                        Quantity.ZERO,
                                        Quantity.ZERO))
                .toList();
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
            parts.splitOff(tx, part, rest, lacks);
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
        parts.put(tx, part, allocated(line, line.allocated().minus(units)));
        FulfillmentOrder now = parts.get(tx, part.fulfillmentOrderId());
        FulfillmentOrder.Line waiting =
                new FulfillmentOrder.Line(
                        lineId, line.orderId(), units, Quantity.ZERO, Quantity.ZERO);
        FulfillmentOrderId id = parts.splitOff(tx, now, List.of(waiting), true);
        if (now.units() == units.units()) {
            var _ = parts.move(tx, now, Verb.CANCEL);
        }
        return id;
    }

    static FulfillmentOrder.Line allocated(FulfillmentOrder.Line line, Quantity units) {
        return new FulfillmentOrder.Line(
                line.lineId(), line.orderId(), line.quantity(), units, line.shipped());
    }
}
