package io.fulfillx.backend.shipping;

import io.fulfillx.backend.carriers.PurchasedLabel;
import io.fulfillx.backend.carriers.VoidOutcome;
import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.blob.ObjectStore;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.CarrierDesk.Contract;
import io.fulfillx.backend.shipping.api.ParcelLabel.BoughtFor;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The short transactions between which carriers are called. Each takes the parcel's lock, looks
 * again at what is true now, and moves the label on only from the state that was seen.
 */
final class LabelSaga {
    private static final Logger LOG = LoggerFactory.getLogger(LabelSaga.class);
    private static final HoldType CARRIER = new HoldType("CARRIER");
    private static final String ACTOR = "shipping";

    private final Transactions transactions;
    private final LabelStore labels;
    private final FulfillmentModule fulfillment;
    private final OrdersModule orders;
    private final CarrierDesk desk;
    private final ObjectStore documents;
    private final Clock clock;
    private final LabelPlated plated;

    LabelSaga(
            Transactions transactions,
            LabelStore labels,
            FulfillmentModule fulfillment,
            OrdersModule orders,
            CarrierDesk desk,
            ObjectStore documents,
            Clock clock) {
        this.transactions = transactions;
        this.labels = labels;
        this.fulfillment = fulfillment;
        this.orders = orders;
        this.desk = desk;
        this.documents = documents;
        this.clock = clock;
        this.plated = new LabelPlated(labels, fulfillment, orders);
    }

    /**
     * A parcel, its order and its newest label, as one moment saw them.
     *
     * @param addressRevision of the order's address, or of one before it
     * @param numberedByStation whether its station makes its number, so that none is bought
     */
    record Situation(
            Parcel parcel,
            int addressRevision,
            OrderForShipping order,
            Optional<Label> label,
            boolean numberedByStation) {
        /** True when a label may be bought for it now. */
        boolean mayBuy() {
            return mayEverBuy()
                    && !numberedByStation
                    && parcel.holds(order.activeHolds()).isEmpty();
        }

        boolean mayEverBuy() {
            return parcel.status() == ParcelStatus.PLANNED && !order.status().isGivenUp();
        }
    }

    Optional<Situation> look(OrgId org, ParcelId id) {
        return transactions.inOrg(
                org, tx -> fulfillment.find(tx, id).map(parcel -> situation(tx, parcel)));
    }

    /** The situation now; it stays so until this transaction ends. */
    Situation lock(Tx tx, ParcelId id) {
        return situation(tx, fulfillment.lock(tx, id).orElseThrow());
    }

    private Situation situation(Tx tx, Parcel parcel) {
        // The number first: a label for a newer address is only replaced once more.
        return new Situation(
                parcel,
                orders.addressRevision(tx, parcel.orderId()),
                orders.load(tx, parcel.orderId()),
                labels.newest(tx, parcel.parcelId()),
                fulfillment.lane().isNumberedByStation(tx, parcel.parcelId()));
    }

    /** The intent to buy, written down before the carrier hears of it; empty when overtaken. */
    Optional<Label> intend(Tx tx, Situation now, RateOffer offer, java.util.UUID id) {
        boolean free = now.label().map(label -> label.state().allowsNewAttempt()).orElse(true);
        if (!free || !now.mayBuy()) {
            return Optional.empty();
        }
        int attempt = now.label().map(Label::attempt).orElse(0) + 1;
        ParcelId parcel = now.parcel().parcelId();
        Label label =
                new Label(
                        id,
                        parcel,
                        attempt,
                        LabelReference.of(tx.org(), parcel, attempt).value(),
                        LabelState.INTENT,
                        offer.carrier(),
                        offer.rate().service(),
                        "",
                        clock.instant(),
                        null,
                        null);
        return labels.insert(tx, label, now.addressRevision())
                ? Optional.of(label)
                : Optional.empty();
    }

    /** Moves the label from the state that was seen; false when somebody else did. */
    boolean move(OrgId org, Label seen, LabelState to, String error) {
        return transactions.inOrg(org, tx -> labels.move(tx, seen, to, error, clock.instant()));
    }

    /**
     * Claims the label for one request to the carrier. Empty when somebody else has it or nothing
     * may be bought any more.
     *
     * @param told the parcel as the carrier is told of it
     */
    Optional<Label> claim(OrgId org, Label intent, Parcel told) {
        return transactions.inOrg(
                org,
                tx -> {
                    Situation now = lock(tx, intent.parcelId());
                    if (!now.mayEverBuy()) {
                        labels.move(
                                tx,
                                intent,
                                LabelState.FAILED,
                                "The order was cancelled before the purchase.",
                                clock.instant());
                        return Optional.empty();
                    }
                    if (!now.mayBuy()) {
                        hinder(tx, now);
                        return Optional.empty();
                    }
                    boolean mine =
                            labels.move(tx, intent, LabelState.REQUESTED, "", clock.instant());
                    if (mine) {
                        labels.tell(
                                tx,
                                intent,
                                new BoughtFor(told.shippedCarton(), told.shippedWeight()));
                    }
                    return mine ? labels.newest(tx, intent.parcelId()) : Optional.empty();
                });
    }

    /** Notes on the parcel that it waits for its order's hold. */
    void hinder(Tx tx, Situation now) {
        now.parcel().holds(now.order().activeHolds()).stream()
                .findFirst()
                .ifPresent(
                        hold ->
                                fulfillment.obstruct(
                                        tx, now.parcel().parcelId(), "Held: " + hold.reason()));
    }

    /** No label can be had as things are: the order is held with the carrier's words. */
    void refuse(Tx tx, Parcel parcel, String words) {
        fulfillment.obstruct(tx, parcel.parcelId(), words);
        HoldId _ = orders.placeHold(tx, parcel.orderId(), CARRIER, words, ACTOR);
    }

    /** The purchase surely failed for good. */
    void fail(OrgId org, Label label, String words) {
        transactions.inOrg(
                org,
                tx -> {
                    Situation now = lock(tx, label.parcelId());
                    if (labels.move(tx, label, LabelState.FAILED, words, clock.instant())) {
                        refuse(tx, now.parcel(), words);
                    }
                    return true;
                });
    }

    /**
     * Stores the documents, then books the purchase. If another label was booked in the meantime,
     * this one is surplus and goes back to the carrier.
     */
    void finish(OrgId org, Label label, PurchasedLabel bought) {
        String folder = org + "/labels/" + label.parcelId() + "/" + label.attempt();
        Label.Purchase purchase =
                new Label.Purchase(
                        bought.trackingNumber(),
                        bought.carrierShipmentId(),
                        bought.price(),
                        folder + ".zpl",
                        folder + ".pdf");
        Optional<Label.Purchase> before =
                look(org, label.parcelId()).flatMap(Situation::label).map(Label::purchase);
        if (before.isEmpty()) {
            documents.put(purchase.zplKey(), bought.zpl().content());
            documents.put(purchase.pdfKey(), bought.pdf().content());
            transactions.inOrg(
                    org,
                    tx -> {
                        Situation now = lock(tx, label.parcelId());
                        if (labels.purchased(tx, label, purchase, clock.instant())) {
                            fulfillment.labelled(tx, now.parcel(), bought.service());
                            plated.look(tx, now.parcel(), now.parcel().stationId());
                        }
                        return true;
                    });
        }
        giveBackSurplus(org, label, bought);
    }

    private void giveBackSurplus(OrgId org, Label label, PurchasedLabel bought) {
        boolean booked =
                look(org, label.parcelId())
                        .flatMap(Situation::label)
                        .map(Label::purchase)
                        .filter(
                                known ->
                                        known.carrierShipmentId()
                                                .equals(bought.carrierShipmentId()))
                        .isPresent();
        if (!booked) {
            giveBack(label, List.of(bought));
        }
    }

    /** Voids labels that were paid beside the one that counts. */
    void giveBack(Label label, List<PurchasedLabel> surplus) {
        Contract contract = desk.get(label.carrier());
        for (PurchasedLabel each : surplus) {
            VoidOutcome outcome =
                    contract.carrier()
                            .voids()
                            .voidLabel(
                                    contract.account(), each.carrierShipmentId(), desk.deadline());
            LOG.warn(
                    "surplus label {} of {}: {}",
                    each.trackingNumber(),
                    label.reference(),
                    outcome);
        }
    }
}
