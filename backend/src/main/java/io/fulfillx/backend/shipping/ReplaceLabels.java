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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes labels with an old address back and has others bought. The parcel is withdrawn from its
 * station first, so that nobody sticks the old one on.
 */
final class ReplaceLabels implements OutboxHandler {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String WHY = "The address was changed.";

    private final Transactions transactions;
    private final LabelStore labels;
    private final FulfillmentModule fulfillment;
    private final OrdersModule orders;
    private final VoidLabels voidLabels;
    private final Clock clock;

    ReplaceLabels(
            Transactions transactions,
            LabelStore labels,
            FulfillmentModule fulfillment,
            OrdersModule orders,
            VoidLabels voidLabels,
            Clock clock) {
        this.transactions = transactions;
        this.labels = labels;
        this.fulfillment = fulfillment;
        this.orders = orders;
        this.voidLabels = voidLabels;
        this.clock = clock;
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
                settled &= replace(org, parcel);
            }
        }
        return settled
                ? Delivery.done()
                : new Delivery.Wait("a label with the old address is not settled yet", PAUSE);
    }

    private boolean replace(OrgId org, Parcel parcel) {
        Optional<Label> old = transactions.inOrg(org, tx -> withdraw(tx, parcel));
        if (old.isEmpty()) {
            return true;
        }
        if (old.get().state() == LabelState.VOID_REQUESTED) {
            var _ = voidLabels.giveBack(org, old.get());
        }
        return transactions.inOrg(org, tx -> again(tx, parcel));
    }

    /** The label with the old address, if there is one; nobody works with it any more. */
    private Optional<Label> withdraw(Tx tx, Parcel seen) {
        Parcel now = fulfillment.lock(tx, seen.parcelId()).orElseThrow();
        Instant changed = orders.addressChangedAt(tx, now.orderId()).orElse(Instant.EPOCH);
        Optional<Label> label =
                labels.newest(tx, now.parcelId())
                        .filter(each -> labels.createdAt(tx, each).isBefore(changed));
        if (label.isEmpty() || !now.isInWork()) {
            return Optional.empty();
        }
        switch (label.get().state()) {
            case INTENT -> labels.move(tx, label.get(), LabelState.FAILED, WHY, clock.instant());
            case PURCHASED -> {
                labels.move(tx, label.get(), LabelState.VOID_REQUESTED, WHY, clock.instant());
                fulfillment.awaitNewLabel(tx, now, WHY);
            }
            case REQUESTED, UNKNOWN, VOID_REQUESTED, FAILED, VOIDED -> {}
        }
        return labels.newest(tx, now.parcelId());
    }

    /** Asks for another label once the old one is surely gone. */
    private boolean again(Tx tx, Parcel parcel) {
        LabelState state =
                labels.newest(tx, parcel.parcelId()).map(Label::state).orElse(LabelState.FAILED);
        if (state.allowsNewAttempt()) {
            fulfillment.askAgain(tx, parcel.parcelId());
        }
        return state.allowsNewAttempt();
    }
}
