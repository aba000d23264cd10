package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.orders.api.ShippedParcel;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Tx;

/**
 * Notes that a parcel left: shipped units, the status that follows, and the word to the channel.
 */
final class ShipOrder {
    private final LineStore lines;
    private final NoticeStore notices;
    private final OrderJournal journal;
    private final Outbox outbox;

    ShipOrder(LineStore lines, NoticeStore notices, OrderJournal journal, Outbox outbox) {
        this.lines = lines;
        this.notices = notices;
        this.journal = journal;
        this.outbox = outbox;
    }

    /**
     * Once per parcel; a repeat changes nothing.
     *
     * @throws Fault NOT_ALLOWED_NOW when a line would ship more than it has, or the order is
     *     cancelled
     */
    void shipped(Tx tx, ShippedParcel parcel, String actor) {
        OrderRecord order = journal.lock(tx, parcel.orderId());
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
        boolean complete =
                lines.of(tx, parcel.orderId()).stream()
                        .allMatch(line -> line.shipped().equals(line.toShip()));
        String detail = "Parcel " + parcel.trackingNumber() + " by " + parcel.carrierName() + ".";
        journal.note(tx, parcel.orderId(), actor, "PARCEL_SHIPPED", detail);
        OrderStatus status = complete ? OrderStatus.SHIPPED : OrderStatus.PARTIALLY_SHIPPED;
        journal.become(tx, order, status, actor, detail);
        journal.changed(tx, parcel.orderId());
        outbox.add(tx, SendTracking.TOPIC, parcel.parcelId().value());
    }
}
