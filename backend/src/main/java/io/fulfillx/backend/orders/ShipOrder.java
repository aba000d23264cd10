package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.DeriveStatus.Reason;
import io.fulfillx.backend.orders.LineStore.Leaving;
import io.fulfillx.backend.orders.TrailStore.NewEvent;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.FulfillmentOrderState.Verb;
import io.fulfillx.backend.orders.api.LeavingParcel;
import io.fulfillx.backend.orders.api.ShippedParcel;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.quantity.Quantity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notes that a parcel left: shipped units, the status that follows, and the word to the channel.
 */
final class ShipOrder {
    private static final Comparator<OrderId> BY_TEXT = Comparator.comparing(OrderId::toString);

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

    /** A parcel as one of the orders with units in it sees it. */
    private record Share(LeavingParcel leaving, OrderId order, List<ShippedParcel.Line> inside) {
        ParcelId parcelId() {
            return leaving.parcel().parcelId();
        }

        String detail() {
            ShippedParcel parcel = leaving.parcel();
            return "Parcel " + parcel.trackingNumber() + " by " + parcel.carrierName() + ".";
        }

        NewEvent left(OrderId noted) {
            return new NewEvent(noted, "PARCEL_SHIPPED", detail(), leaving.correlation());
        }
    }

    /**
     * Once per parcel; a repeat changes nothing.
     *
     * @param parcels each of another fulfillment order
     * @throws Fault NOT_ALLOWED_NOW when a line would ship more than it has, or the order is
     *     cancelled
     */
    void shipped(Tx tx, List<LeavingParcel> parcels, String actor) {
        List<Share> shares =
                fresh(tx, parcels.stream().flatMap(each -> shares(each).stream()).toList(), actor);
        ship(tx, shares);
        List<LeavingParcel> fresh = shares.stream().map(Share::leaving).distinct().toList();
        book(tx, fresh);
        Map<OrderId, Reason> touched = new LinkedHashMap<>();
        for (Share share : shares) {
            touched.put(share.order(), new Reason(share.detail(), share.leaving().correlation()));
        }
        if (!touched.isEmpty()) {
            parts.settle(tx, touched, actor);
            journal.progressed(tx, touched.keySet());
        }
        Set<ParcelId> told =
                notices.forShops(tx, fresh.stream().map(each -> each.parcel().parcelId()).toList());
        outbox.addTasks(
                tx,
                SendTracking.TOPIC,
                fresh.stream()
                        .filter(each -> told.contains(each.parcel().parcelId()))
                        .map(
                                each ->
                                        new Outbox.Task(
                                                each.parcel().parcelId().value(),
                                                each.correlation()))
                        .toList());
    }

    /**
     * Every order with units in the parcel; several when they were merged. What is in a parcel may
     * have left the part: components of a kit whose others were lost.
     */
    private static List<Share> shares(LeavingParcel leaving) {
        FulfillmentOrder part = leaving.part().part();
        ShippedParcel parcel = leaving.parcel();
        Map<OrderLineId, OrderId> owners =
                part.lines().stream()
                        .collect(
                                Collectors.toMap(
                                        FulfillmentOrder.Line::lineId,
                                        FulfillmentOrder.Line::orderId));
        Map<OrderId, List<ShippedParcel.Line>> inside = new TreeMap<>(BY_TEXT);
        for (ShippedParcel.Line line : parcel.lines()) {
            OrderId owner = owners.get(line.lineId());
            if (owner != null) {
                inside.computeIfAbsent(owner, _ -> new ArrayList<>()).add(line);
            }
        }
        return inside.isEmpty()
                ? List.of(new Share(leaving, parcel.orderId(), List.of()))
                : inside.entrySet().stream()
                        .map(each -> new Share(leaving, each.getKey(), each.getValue()))
                        .toList();
    }

    /** Those that were not counted before; one notice for each order by which a channel knows. */
    private List<Share> fresh(Tx tx, List<Share> shares, String actor) {
        Map<OrderLineId, OrderId> soldIn =
                lines.soldIn(tx, shares.stream().map(Share::order).distinct().toList());
        List<ShippedParcel> wanted = new ArrayList<>();
        shares.forEach(share -> wanted.addAll(notices(share, soldIn)));
        Set<NoticeStore.Key> noted = notices.insert(tx, wanted);
        List<Share> fresh = new ArrayList<>();
        List<NewEvent> events = new ArrayList<>();
        for (Share share : shares) {
            List<OrderId> sales =
                    notices(share, soldIn).stream()
                            .map(ShippedParcel::orderId)
                            .filter(
                                    sale ->
                                            noted.contains(
                                                    new NoticeStore.Key(share.parcelId(), sale)))
                            .toList();
            if (!sales.isEmpty()) {
                fresh.add(share);
                sales.stream()
                        .filter(sale -> !sale.equals(share.order()))
                        .forEach(sale -> events.add(share.left(sale)));
                events.add(share.left(share.order()));
            }
        }
        journal.note(tx, actor, events);
        return fresh;
    }

    private static List<ShippedParcel> notices(Share share, Map<OrderLineId, OrderId> soldIn) {
        Map<OrderId, List<ShippedParcel.Line>> bySale = new LinkedHashMap<>();
        for (ShippedParcel.Line line : share.inside()) {
            bySale.computeIfAbsent(
                            soldIn.getOrDefault(line.lineId(), share.order()),
                            _ -> new ArrayList<>())
                    .add(line);
        }
        if (bySale.isEmpty()) {
            bySale.put(share.order(), List.of());
        }
        return bySale.entrySet().stream()
                .map(sale -> share.leaving().parcel().of(sale.getKey(), sale.getValue()))
                .toList();
    }

    private void ship(Tx tx, List<Share> shares) {
        List<Leaving> leaving = new ArrayList<>();
        for (Share share : shares) {
            for (ShippedParcel.Line line : share.inside()) {
                if (!line.quantity().isZero()) {
                    leaving.add(new Leaving(share.order(), line.lineId(), line.quantity().units()));
                }
            }
        }
        if (!lines.ship(tx, leaving)) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "The parcel holds more than is left to be shipped.");
        }
    }

    private void book(Tx tx, List<LeavingParcel> parcels) {
        Map<FulfillmentOrderId, List<FulfillmentOrder.Line>> changed = new LinkedHashMap<>();
        List<FulfillmentOrder> last = new ArrayList<>();
        List<FulfillmentOrder> others = new ArrayList<>();
        for (LeavingParcel each : parcels) {
            FulfillmentOrder before = each.part().part();
            FulfillmentOrder now = before.with(before.state(), leaving(before, each.parcel()));
            List<FulfillmentOrder.Line> lines =
                    now.lines().stream().filter(line -> !before.lines().contains(line)).toList();
            changed.put(now.fulfillmentOrderId(), lines);
            if (!now.state().isOver()) {
                (each.last() ? last : others).add(now);
            }
        }
        parts.put(tx, changed);
        var _ = parts.start(tx, Stream.of(last, others).flatMap(List::stream).toList());
        last.forEach(part -> stock.splitRest(tx, part));
        var _ = parts.move(tx, parts.move(tx, last, Verb.PACK_ALL), Verb.SHIP);
        var _ = parts.move(tx, others, Verb.PACK_SOME);
    }

    private static List<FulfillmentOrder.Line> leaving(
            FulfillmentOrder part, ShippedParcel parcel) {
        List<FulfillmentOrder.Line> lines = new ArrayList<>();
        for (FulfillmentOrder.Line line : part.lines()) {
            Quantity leaving =
                    new Quantity(
                            parcel.lines().stream()
                                    .filter(each -> each.lineId().equals(line.lineId()))
                                    .mapToInt(each -> each.quantity().units())
                                    .sum());
            if (leaving.compareTo(line.promised()) > 0) {
                throw new Fault(
                        Fault.Code.NOT_ALLOWED_NOW,
                        "The parcel holds more than its fulfillment order was promised.");
            }
            lines.add(line.shipping(leaving));
        }
        return lines;
    }
}
