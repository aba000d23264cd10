package io.fulfillx.backend.sync.api;

import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.station.CartonChoice;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.station.StationTask;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a station is told of its parcels, and what is remembered of having told it. */
public interface JobSource {
    /**
     * A job whose label document is still in the store.
     *
     * @param documentKey null when it has none
     */
    record Draft(PackJob job, @Nullable String documentKey) {}

    /** Jobs of those parcels that were ever labelled, or may be packed without a label. */
    List<Draft> drafts(Tx tx, StationId station, Collection<Parcel> parcels);

    /** Adds the label documents; a withdrawn job has none, so that it cannot be printed. */
    List<PackJob> complete(List<Draft> drafts);

    /** Those parcels and the ones of those orders, each once. */
    List<Parcel> parcels(Tx tx, Set<ParcelId> parcels, Set<OrderId> orders);

    /** Parcels that a station can work on, by id. */
    List<Parcel> liveAtStation(Tx tx, StationId station, UUID after, int limit);

    /** Those of the parcels that the station ever held. */
    Set<ParcelId> everHeld(Tx tx, StationId station, Collection<ParcelId> parcels);

    List<OperatorCard> roster(Tx tx);

    List<CartonChoice> cartons(Tx tx);

    /** What is to be done by hand at the station, the oldest first. */
    List<StationTask> tasks(Tx tx, StationId station);

    /** A page of the feed that ends there brings parcels to the station and takes others. */
    void told(
            Tx tx,
            StationId station,
            List<ParcelId> brought,
            List<ParcelId> withdrawn,
            String place);

    /** The station goes on from there: it has taken in what the page before told. */
    void heard(Tx tx, StationId station, String place);
}
