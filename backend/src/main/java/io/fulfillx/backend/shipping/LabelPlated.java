package io.fulfillx.backend.shipping;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.Packing;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.NewTask;
import io.fulfillx.backend.orders.api.TaskKind;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.api.ParcelLabel.BoughtFor;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.label.FitTolerance;
import io.fulfillx.model.label.LabelFitPolicy;
import io.fulfillx.model.label.LabelFitPolicy.Fit;
import io.fulfillx.model.label.LabelTerms;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.LanePlate;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A parcel waits on the lane under its plate: a label that fits it is stuck on, any other goes back
 * to the carrier and another one is bought.
 */
final class LabelPlated {
    private final LabelStore labels;
    private final LabelRuleStore rules = new LabelRuleStore();
    private final FulfillmentModule fulfillment;
    private final OrdersModule orders;

    LabelPlated(LabelStore labels, FulfillmentModule fulfillment, OrdersModule orders) {
        this.labels = labels;
        this.fulfillment = fulfillment;
        this.orders = orders;
    }

    /**
     * Looks at the label and the plate that a parcel has now; nothing happens while it lacks one.
     *
     * @param station where the parcel stands
     */
    void look(Tx tx, Parcel parcel, StationId station) {
        Optional<LanePlate> plate = fulfillment.lane().plate(tx, parcel.parcelId());
        Optional<Label> label = paid(tx, parcel.parcelId());
        if (plate.isEmpty() || label.isEmpty()) {
            return;
        }
        LanePlate now = plate.get();
        if (fit(tx, label.get(), now.carton(), now.weight()) != Fit.FITS) {
            fulfillment.lane().askForOther(tx, parcel.parcelId());
            destroy(tx, parcel, label.get(), station);
            return;
        }
        orders.tasks()
                .ask(
                        tx,
                        new NewTask(
                                parcel.orderId(),
                                parcel.parcelId(),
                                TaskKind.LABEL_PARCEL,
                                now.sscc().digits(),
                                station,
                                "Take the parcel with the plate "
                                        + now.sscc()
                                        + " from the lane and scan the plate: its label prints."
                                        + " Stick it over the plate."));
    }

    /** It may have been printed before anybody weighed the parcel. */
    private void destroy(Tx tx, Parcel parcel, Label label, StationId station) {
        Label.Purchase paid = label.purchase();
        if (paid != null && labels.sheets(tx, parcel.parcelId(), paid.trackingNumber()).all() > 0) {
            orders.tasks()
                    .ask(
                            tx,
                            new NewTask(
                                    parcel.orderId(),
                                    parcel.parcelId(),
                                    TaskKind.DESTROY_LABEL,
                                    label.reference(),
                                    station,
                                    "Tear up the label "
                                            + paid.trackingNumber()
                                            + ": the parcel was packed otherwise than it was"
                                            + " bought for."));
        }
    }

    /** Whether a plated parcel must not leave under the label that it has. */
    boolean isMisfit(Tx tx, Parcel parcel, Label label) {
        return fulfillment
                .lane()
                .plate(tx, parcel.parcelId())
                .filter(plate -> fit(tx, label, plate.carton(), plate.weight()) != Fit.FITS)
                .isPresent();
    }

    /** Writes down which parcels left although their label was bought for another one. */
    void left(Tx tx, List<Packing> parcels) {
        FitTolerance tolerance = rules.get(tx).tolerance();
        if (tolerance == null) {
            return;
        }
        Map<ParcelId, Label> paid = new HashMap<>();
        labels.newest(tx, parcels.stream().map(Packing::parcelId).toList()).stream()
                .filter(label -> label.state() == LabelState.PURCHASED)
                .forEach(label -> paid.put(label.parcelId(), label));
        for (Packing each : parcels) {
            Label label = paid.get(each.parcelId());
            if (label != null) {
                left(tx, each, label, tolerance);
            }
        }
    }

    private void left(Tx tx, Packing parcel, Label label, FitTolerance tolerance) {
        String carton = parcel.packed().carton();
        Weight weight = parcel.packed().weight();
        BoughtFor bought = label.boughtFor();
        if (bought != null && fit(tolerance, label, carton, weight) != Fit.FITS) {
            orders.history(
                    tx,
                    parcel.parcel().orderId(),
                    "shipping",
                    "LABEL_MISFIT",
                    "It left with %s in %s. Its label was bought for %s in %s."
                            .formatted(weight, carton, bought.weight(), bought.carton()));
        }
    }

    private Optional<Label> paid(Tx tx, ParcelId parcel) {
        return labels.newest(tx, parcel).filter(it -> it.state() == LabelState.PURCHASED);
    }

    private Fit fit(Tx tx, Label label, String carton, Weight weight) {
        return fit(rules.get(tx).tolerance(), label, carton, weight);
    }

    private static Fit fit(
            @Nullable FitTolerance tolerance, Label label, String carton, Weight weight) {
        BoughtFor bought = label.boughtFor();
        return tolerance == null || bought == null
                ? Fit.FITS
                : LabelFitPolicy.fit(
                        new LabelTerms(bought.carton(), bought.weight(), tolerance),
                        carton,
                        weight);
    }
}
