package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.FulfillmentOrderState.Verb;
import io.fulfillx.backend.orders.api.ShippedParcel;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.quantity.Quantity;

/**
 * Notes that a parcel left: shipped units, the status that follows, and the word to the channel.
 */
final class ShipOrder {
    private final LineStore lines;
    private final NoticeStore notices;
    private final OrderParts parts;
    private final OrderJournal journal;
    private final Outbox outbox;

    ShipOrder(
            LineStore lines,
            NoticeStore notices,
            OrderParts parts,
            OrderJournal journal,
            Outbox outbox) {
        this.lines = lines;
        this.parts = parts;
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
        var _ = journal.lock(tx, parcel.orderId());
        if (!notices.insert(tx, parcel)) {
            return;
        }
        for (ShippedParcel.Line line : parcel.lines()) {
            if (!lines.ship(tx, parcel.orderId(), line.lineId(), line.quantity())) {
                throw new Fault(
                        Fault.Code.NOT_ALLOWED_NOW,
                        "The parcel holds more than is left to be shipped.");
            }
        }
        book(tx, parts.get(tx, id), parcel, last);
        String detail = "Parcel " + parcel.trackingNumber() + " by " + parcel.carrierName() + ".";
        journal.note(tx, parcel.orderId(), actor, "PARCEL_SHIPPED", detail);
        parts.settle(tx, parcel.orderId(), actor, detail);
        journal.changed(tx, parcel.orderId());
        outbox.add(tx, SendTracking.TOPIC, parcel.parcelId().value());
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
        parts.start(tx, part.fulfillmentOrderId());
        if (last) {
            parts.splitRest(tx, parts.get(tx, part.fulfillmentOrderId()));
            var _ = parts.move(tx, part, Verb.PACK_ALL);
            var _ = parts.move(tx, parts.get(tx, part.fulfillmentOrderId()), Verb.SHIP);
        } else {
            var _ = parts.move(tx, part, Verb.PACK_SOME);
        }
    }
}
