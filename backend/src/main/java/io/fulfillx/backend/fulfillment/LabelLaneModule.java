package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.Lane;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.PlatedParcel;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.station.LanePlate;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Parcels whose station may pack them although no label was bought for them yet. */
public final class LabelLaneModule {
    private final LaneStore lanes = new LaneStore();
    private final ParcelStore parcels;
    private final PlateParcel plateParcel;
    private final Outbox outbox;
    private final Feed feed;

    LabelLaneModule(
            ParcelStore parcels,
            CatalogModule catalog,
            OrdersModule orders,
            Outbox outbox,
            Feed feed) {
        this.parcels = parcels;
        this.plateParcel = new PlateParcel(lanes, catalog, orders, feed);
        this.outbox = outbox;
        this.feed = feed;
    }

    /**
     * Its carrier does not answer: its station may have the job without a label.
     *
     * @param numbered whether the station makes its number, so that no label is bought
     */
    public void letGo(Tx tx, Parcel parcel, boolean numbered) {
        if (lanes.letGo(tx, parcel.parcelId(), numbered)) {
            feed.add(
                    tx,
                    FulfillmentModule.PARCEL_CHANGED,
                    parcel.parcelId().value(),
                    parcel.stationId().value());
        }
    }

    /** Whether its station makes its number: no label may be bought for it. */
    public boolean isNumberedByStation(Tx tx, ParcelId parcel) {
        return lanes.isNumberedByStation(tx, parcel);
    }

    /** Its station does not number it any more: asks for a label. */
    public void buyAnyway(Tx tx, ParcelId parcel) {
        boolean _ = lanes.buy(tx, parcel);
        ask(tx, parcel);
    }

    /** Those of the parcels that may be packed without a label. */
    public Map<ParcelId, Lane> of(Tx tx, Collection<ParcelId> wanted) {
        return wanted.isEmpty() ? Map.of() : lanes.lanes(tx, wanted);
    }

    /** The plate under which a parcel waits for its label. */
    public Optional<LanePlate> plate(Tx tx, ParcelId parcel) {
        return lanes.find(tx, parcel).map(Lane::plate);
    }

    /** The label that the parcel has does not fit it: another one is wanted. */
    public void askForOther(Tx tx, ParcelId parcel) {
        outbox.add(tx, FulfillmentModule.LABEL_MISFIT, parcel.value());
    }

    public FactOutcome plated(Tx tx, Parcel parcel, PlatedParcel plated, String actor) {
        FactOutcome outcome = plateParcel.plate(tx, parcel, plated, actor);
        if (outcome.equals(FactOutcome.APPLIED) && lanes.buy(tx, parcel.parcelId())) {
            ask(tx, parcel.parcelId());
        }
        return outcome;
    }

    private void ask(Tx tx, ParcelId parcel) {
        parcels.obstacle(tx, parcel, null);
        outbox.add(tx, FulfillmentModule.PARCEL_PLANNED, parcel.value());
    }
}
