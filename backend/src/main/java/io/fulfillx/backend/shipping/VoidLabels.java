package io.fulfillx.backend.shipping;

import io.fulfillx.backend.carriers.VoidOutcome;
import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.FulfillmentOrderState;
import io.fulfillx.backend.orders.api.NewTask;
import io.fulfillx.backend.orders.api.TaskKind;
import io.fulfillx.backend.platform.event.Delivery;
import io.fulfillx.backend.platform.event.OutboxHandler;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.CarrierDesk.Contract;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrgId;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes the parcels of a cancelled order back, and their labels back to the carrier. */
final class VoidLabels implements OutboxHandler {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Transactions transactions;
    private final LabelStore labels;
    private final FulfillmentModule fulfillment;
    private final OrdersModule orders;
    private final CarrierDesk desk;
    private final Clock clock;

    VoidLabels(
            Transactions transactions,
            LabelStore labels,
            FulfillmentModule fulfillment,
            OrdersModule orders,
            CarrierDesk desk,
            Clock clock) {
        this.transactions = transactions;
        this.labels = labels;
        this.fulfillment = fulfillment;
        this.orders = orders;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return "order.cancelled";
    }

    @Override
    public Delivery deliver(OrgId org, UUID subject) {
        List<Parcel> parcels =
                transactions.inOrg(
                        org,
                        tx ->
                                fulfillment.ofOrder(tx, new OrderId(subject)).stream()
                                        .filter(parcel -> isGivenUp(tx, parcel))
                                        .toList());
        Delivery result = Delivery.done();
        for (Parcel parcel : parcels) {
            Optional<Label> label = takeBack(org, parcel);
            if (label.isPresent() && !(giveBack(org, label.get()) instanceof Delivery.Done)) {
                result = new Delivery.Wait("a label of the order is not settled yet", PAUSE);
            }
        }
        return result;
    }

    private boolean isGivenUp(Tx tx, Parcel parcel) {
        return orders.part(tx, parcel.fulfillmentOrderId()).state()
                == FulfillmentOrderState.CANCELLED;
    }

    /** Cancels the parcel; its label comes back when the carrier has to hear of it. */
    private Optional<Label> takeBack(OrgId org, Parcel parcel) {
        return transactions.inOrg(
                org,
                tx -> {
                    Parcel now = fulfillment.lock(tx, parcel.parcelId()).orElseThrow();
                    if (!fulfillment.cancel(tx, now)) {
                        return Optional.empty();
                    }
                    Optional<Label> label = labels.newest(tx, parcel.parcelId());
                    if (label.isEmpty()) {
                        return label;
                    }
                    LabelState next =
                            switch (label.get().state()) {
                                case INTENT -> LabelState.FAILED;
                                case PURCHASED -> LabelState.VOID_REQUESTED;
                                case REQUESTED, UNKNOWN, VOID_REQUESTED, FAILED, VOIDED ->
                                        label.get().state();
                            };
                    if (next != label.get().state()) {
                        String why = "The order was cancelled.";
                        labels.move(tx, label.get(), next, why, clock.instant());
                    }
                    return labels.newest(tx, parcel.parcelId());
                });
    }

    Delivery giveBack(OrgId org, Label label) {
        return switch (label.state()) {
            case FAILED, VOIDED -> Delivery.done();
            // Whether there is anything to take back is being found out by BuyLabel.
            case INTENT, REQUESTED, UNKNOWN, PURCHASED -> Delivery.retry("not settled");
            case VOID_REQUESTED -> voidLabel(org, label);
        };
    }

    private Delivery voidLabel(OrgId org, Label label) {
        Label.Purchase purchase = label.purchase();
        if (purchase == null) {
            throw new IllegalStateException(label.reference() + " is to be void but not paid");
        } else if (purchase.isLeased()) {
            // Its carrier hears of a number only when its parcel has left.
            return settle(org, label, LabelState.VOIDED, "");
        }
        Contract contract = desk.get(label.carrier());
        VoidOutcome outcome =
                contract.carrier()
                        .voids()
                        .voidLabel(
                                contract.account(), purchase.carrierShipmentId(), desk.deadline());
        return switch (outcome) {
            case VoidOutcome.Voided() -> settle(org, label, LabelState.VOIDED, "");
            // The label lives on, unused: its parcel is cancelled or has another one.
            case VoidOutcome.Refused(String code, String detail) ->
                    refused(org, label, "Refused: " + code + ", " + detail);
            case VoidOutcome.Unavailable(String reason) -> Delivery.retry(reason);
        };
    }

    /** Only a person can still get the money back. */
    private Delivery refused(OrgId org, Label label, String why) {
        transactions.inOrg(
                org,
                tx -> {
                    Parcel parcel = fulfillment.find(tx, label.parcelId()).orElseThrow();
                    orders.tasks()
                            .ask(
                                    tx,
                                    new NewTask(
                                            parcel.orderId(),
                                            parcel.parcelId(),
                                            TaskKind.VOID_LABEL,
                                            label.reference(),
                                            null,
                                            "The carrier did not take the label "
                                                    + label.reference()
                                                    + " back ("
                                                    + why
                                                    + "). Ask it for the money."));
                    return labels.move(tx, label, LabelState.PURCHASED, why, clock.instant());
                });
        return Delivery.done();
    }

    private Delivery settle(OrgId org, Label label, LabelState state, String error) {
        transactions.inOrg(org, tx -> labels.move(tx, label, state, error, clock.instant()));
        return Delivery.done();
    }
}
