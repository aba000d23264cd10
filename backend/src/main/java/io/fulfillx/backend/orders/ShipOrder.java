package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.FulfillmentOrderState.Verb;
import io.fulfillx.backend.orders.api.ShippedParcel;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Notes that a parcel left: shipped units, the status that follows, and the word to the channel.
 */
final class ShipOrder {
    private final LineStore lines;
    private final NoticeStore notices;
    private final OrderParts parts;
    private final PartStock stock;
    private final OrderJournal journal;
    private final Outbox outbox;

    ShipOrder(
            LineStore lines,
            NoticeStore notices,
            OrderParts parts,
            PartStock stock,
            OrderJournal journal,
            Outbox outbox) {
        this.lines = lines;
        this.parts = parts;
        this.stock = stock;
        this.notices = notices;
        this.journal = journal;
        this.outbox = outbox;
    }

    /**
     * Once per parcel; a repeat changes nothing.
     *
     * @param last no other parcel of its fulfillment order is still to be packed
     * @throws Fault NOT_ALLOWED_NOW when a line would ship more than it has, or the order is
     *     cancelled
     */
    void shipped(Tx tx, FulfillmentOrderId id, ShippedParcel parcel, boolean last, String actor) {
        FulfillmentOrder seen = parts.get(tx, id);
        List<OrderId> sold = ordersOf(seen, parcel);
        sold.forEach(order -> journal.lock(tx, order));
        boolean fresh = false;
        for (OrderId order : sold) {
            fresh |= ship(tx, seen, parcel, order, actor);
        }
        if (!fresh) {
            return;
        }
        book(tx, parts.get(tx, id), parcel, last);
        String detail = "Parcel " + parcel.trackingNumber() + " by " + parcel.carrierName() + ".";
        for (OrderId order : sold) {
            parts.settle(tx, order, actor, detail);
            journal.progressed(tx, order);
        }
        outbox.add(tx, SendTracking.TOPIC, parcel.parcelId().value());
    }

    /**
     * Every order with units in the parcel; several when they were merged. What is in a parcel may
     * have left the part: components of a kit whose others were lost.
     */
    private static List<OrderId> ordersOf(FulfillmentOrder part, ShippedParcel parcel) {
        List<OrderId> sold =
                part.lines().stream()
                        .filter(
                                line ->
                                        parcel.lines().stream()
                                                .anyMatch(
                                                        each ->
                                                                each.lineId()
                                                                        .equals(line.lineId())))
                        .map(FulfillmentOrder.Line::orderId)
                        .distinct()
                        .sorted(java.util.Comparator.comparing(OrderId::toString))
                        .toList();
        return sold.isEmpty() ? List.of(parcel.orderId()) : sold;
    }

    /** Counts what of one order is in the parcel; false when it was counted before. */
    private boolean ship(
            Tx tx, FulfillmentOrder part, ShippedParcel parcel, OrderId order, String actor) {
        Set<OrderLineId> own =
                part.of(order).lines().stream()
                        .map(FulfillmentOrder.Line::lineId)
                        .collect(Collectors.toSet());
        List<ShippedParcel.Line> inside =
                parcel.lines().stream().filter(line -> own.contains(line.lineId())).toList();
        if (!notice(tx, parcel, order, inside, actor)) {
            return false;
        }
        for (ShippedParcel.Line line : inside) {
            if (!line.quantity().isZero()
                    && !lines.ship(tx, order, line.lineId(), line.quantity())) {
                throw new Fault(
                        Fault.Code.NOT_ALLOWED_NOW,
                        "The parcel holds more than is left to be shipped.");
            }
        }
        return true;
    }

    /** One notice for each order by which a channel knows some of the lines. */
    private boolean notice(
            Tx tx,
            ShippedParcel parcel,
            OrderId order,
            List<ShippedParcel.Line> inside,
            String actor) {
        Map<OrderLineId, OrderId> soldIn = lines.soldIn(tx, order);
        Map<OrderId, List<ShippedParcel.Line>> bySale =
                inside.stream()
                        .collect(
                                Collectors.groupingBy(
                                        line -> soldIn.getOrDefault(line.lineId(), order)));
        if (bySale.isEmpty()) {
            bySale.put(order, List.of());
        }
        String detail = "Parcel " + parcel.trackingNumber() + " by " + parcel.carrierName() + ".";
        boolean fresh = false;
        for (Map.Entry<OrderId, List<ShippedParcel.Line>> sale : bySale.entrySet()) {
            boolean first = notices.insert(tx, parcel.of(sale.getKey(), sale.getValue()));
            if (first && !sale.getKey().equals(order)) {
                journal.note(tx, sale.getKey(), actor, "PARCEL_SHIPPED", detail);
            }
            fresh |= first;
        }
        if (fresh) {
            journal.note(tx, order, actor, "PARCEL_SHIPPED", detail);
        }
        return fresh;
    }

    private void book(Tx tx, FulfillmentOrder part, ShippedParcel parcel, boolean last) {
        for (FulfillmentOrder.Line line : part.lines()) {
            int left =
                    parcel.lines().stream()
                            .filter(each -> each.lineId().equals(line.lineId()))
                            .mapToInt(each -> each.quantity().units())
                            .sum();
            if (left > line.promised().units()) {
                throw new Fault(
                        Fault.Code.NOT_ALLOWED_NOW,
                        "The parcel holds more than its fulfillment order was promised.");
            } else if (left > 0) {
                parts.put(
                        tx,
                        part,
                        new FulfillmentOrder.Line(
                                line.lineId(),
                                line.orderId(),
                                line.quantity(),
                                line.allocated(),
                                line.shipped().plus(new Quantity(left))));
            }
        }
        if (part.state().isOver()) {
            return;
        }
        parts.start(tx, part.fulfillmentOrderId());
        if (last) {
            stock.splitRest(tx, parts.get(tx, part.fulfillmentOrderId()));
            var _ = parts.move(tx, part, Verb.PACK_ALL);
            var _ = parts.move(tx, parts.get(tx, part.fulfillmentOrderId()), Verb.SHIP);
        } else {
            var _ = parts.move(tx, part, Verb.PACK_SOME);
        }
    }
}
