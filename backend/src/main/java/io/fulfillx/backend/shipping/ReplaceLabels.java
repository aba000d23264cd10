package io.fulfillx.backend.shipping;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.platform.event.Delivery;
import io.fulfillx.backend.platform.event.OutboxHandler;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrgId;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Takes labels with an old address back and has others bought. */
final class ReplaceLabels implements OutboxHandler {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String WHY = "The address was changed.";

    private final Transactions transactions;
    private final LabelStore labels;
    private final FulfillmentModule fulfillment;
    private final OrdersModule orders;
    private final TakeBackLabel takeBack;

    ReplaceLabels(
            Transactions transactions,
            LabelStore labels,
            FulfillmentModule fulfillment,
            OrdersModule orders,
            TakeBackLabel takeBack) {
        this.transactions = transactions;
        this.labels = labels;
        this.fulfillment = fulfillment;
        this.orders = orders;
        this.takeBack = takeBack;
    }

    @Override
    public String topic() {
        return OrdersModule.ADDRESS_CHANGED;
    }

    @Override
    public Delivery deliver(OrgId org, UUID subject) {
        OrderId order = new OrderId(subject);
        List<Parcel> parcels = transactions.inOrg(org, tx -> fulfillment.ofOrder(tx, order));
        boolean settled = true;
        for (Parcel parcel : parcels) {
            if (parcel.isInWork()) {
                settled &= takeBack.replace(org, parcel.parcelId(), WHY, this::isForOldAddress);
            }
        }
        return settled
                ? Delivery.done()
                : new Delivery.Wait("a label with the old address is not settled yet", PAUSE);
    }

    private boolean isForOldAddress(Tx tx, Parcel parcel, Label label) {
        return labels.addressRevision(tx, label) < orders.addressRevision(tx, parcel.orderId());
    }
}
