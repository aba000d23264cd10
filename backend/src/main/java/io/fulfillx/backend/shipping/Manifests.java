package io.fulfillx.backend.shipping;

import io.fulfillx.backend.carriers.CarrierManifest;
import io.fulfillx.backend.fulfillment.api.Packing;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.quantity.Weight;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Gathers numbers that stations made, for their carrier. */
final class Manifests {
    private final ManifestStore store;
    private final LabelStore labels;
    private final OrdersModule orders;
    private final Clock clock;
    private final Supplier<UUID> ids;

    Manifests(
            ManifestStore store,
            LabelStore labels,
            OrdersModule orders,
            Clock clock,
            Supplier<UUID> ids) {
        this.store = store;
        this.labels = labels;
        this.orders = orders;
        this.clock = clock;
        this.ids = ids;
    }

    /** Parcels left: their carriers have to hear of those whose numbers they do not know. */
    void left(Tx tx, List<Packing> parcels) {
        Map<ParcelId, Packing> left =
                parcels.stream().collect(Collectors.toMap(Packing::parcelId, Function.identity()));
        for (Label label : labels.newest(tx, left.keySet())) {
            Packing packing = left.get(label.parcelId());
            if (packing != null && label.state() == LabelState.PURCHASED) {
                add(tx, packing.parcel(), label, packing.packed().weight());
            }
        }
    }

    private void add(Tx tx, Parcel parcel, Label label, Weight weight) {
        Label.Purchase purchase = label.purchase();
        if (purchase == null || !purchase.isLeased()) {
            return;
        }
        Address to = orders.load(tx, parcel.orderId()).shipTo();
        String code = to == null || to.postalCode() == null ? "" : to.postalCode();
        UUID manifest = store.open(tx, label.carrier(), ids.get(), clock.instant());
        store.add(
                tx,
                manifest,
                label.carrier(),
                new ManifestStore.Line(
                        parcel.parcelId(),
                        new CarrierManifest.Line(
                                purchase.trackingNumber(), label.service(), code, weight)));
    }
}
