package io.fulfillx.backend.shipping;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.sync.StationCommand.ParcelNumbered;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Books a number that a station made as the label of its parcel. */
final class NumberParcel {
    private final LabelStore labels;
    private final FulfillmentModule fulfillment;
    private final OrdersModule orders;
    private final Clock clock;
    private final Supplier<UUID> ids;

    NumberParcel(
            LabelStore labels,
            FulfillmentModule fulfillment,
            OrdersModule orders,
            Clock clock,
            Supplier<UUID> ids) {
        this.labels = labels;
        this.fulfillment = fulfillment;
        this.orders = orders;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * @param parcel locked by the caller
     * @param carrier for whose labels the number was lent
     */
    FactOutcome number(Tx tx, Parcel parcel, String carrier, ParcelNumbered act) {
        if (act.addressRevision() < orders.addressRevision(tx, parcel.orderId())) {
            return new Contradicts(
                    "address-changed", "The address was changed after its label was printed.");
        }
        Optional<Label> newest = labels.newest(tx, parcel.parcelId());
        if (newest.isPresent() && newest.get().state() == LabelState.INTENT) {
            String why = "Its station has numbered the parcel.";
            labels.move(tx, newest.get(), LabelState.FAILED, why, clock.instant());
        } else if (newest.isPresent() && !newest.get().state().allowsNewAttempt()) {
            return has(newest.get(), act.trackingNumber())
                    ? FactOutcome.APPLIED
                    : new Contradicts(
                            "already-labelled", "Another label was bought for this parcel.");
        }
        int attempt = newest.map(Label::attempt).orElse(0) + 1;
        String reference = LabelReference.of(tx.org(), parcel.parcelId(), attempt).value();
        if (!labels.leased(tx, ids.get(), attempt, reference, carrier, act, clock.instant())) {
            return new Contradicts(
                    "number-used",
                    "Another parcel carries the number " + act.trackingNumber() + " already.");
        }
        fulfillment.labelled(tx, parcel, act.service());
        return FactOutcome.APPLIED;
    }

    private static boolean has(Label label, TrackingNumber number) {
        Label.Purchase purchase = label.purchase();
        return label.state() == LabelState.PURCHASED
                && purchase != null
                && purchase.trackingNumber().equals(number);
    }
}
