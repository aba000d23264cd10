package io.fulfillx.backend.sync.api;

import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.NamedClaim;
import io.fulfillx.backend.fulfillment.api.Packing;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelPicks;
import io.fulfillx.backend.fulfillment.api.PlatedParcel;
import io.fulfillx.backend.inventory.api.MissingUnits.Cause;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.NewTask;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.api.ParcelLabel;
import io.fulfillx.backend.shipping.api.PrintedSheet;
import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.sync.StationCommand.ParcelNumbered;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The books of orders, parcels, labels and stock, as far as stations' acts touch them. */
public interface Floor {
    Optional<Parcel> find(Tx tx, ParcelId parcel);

    /** Those of the parcels that there are; nobody else can change them until this ends. */
    List<Parcel> lock(Tx tx, Collection<ParcelId> parcels);

    OrderForShipping order(Tx tx, OrderId order);

    /** The claims under which a station acts; without parcels that it never had. */
    Map<ParcelId, Claim> meantClaims(Tx tx, StationId station, List<NamedClaim> named);

    /** Whether the station came to take the parcel in only after its time was over. */
    boolean isLate(Claim claim);

    /** The station does something with parcels that it holds. */
    void worked(Tx tx, StationId station, Collection<ParcelId> parcels);

    /** A station that had the parcel before was the first to pack it: it is its own again. */
    void takeOver(Tx tx, Parcel parcel, StationId station, String actor);

    /** The labels that were bought for the parcels, also after they were taken back. */
    Map<ParcelId, ParcelLabel> labels(Tx tx, Collection<ParcelId> parcels);

    /** Parcels whose order's address was changed after their label was bought for it. */
    Set<ParcelId> forOldAddress(Tx tx, Collection<Parcel> parcels);

    /** Writes into the order's history. */
    void history(Tx tx, OrderId order, String actor, String what, String detail);

    /** Lets nothing more of the order leave. */
    void hold(Tx tx, OrderId order, HoldType type, String reason, String actor);

    /** The station has answered that it lets a given-up parcel go. */
    void answered(Tx tx, OrderId order, ParcelId parcel, String actor);

    /** Asks for work by hand, unless that was done before. */
    void ask(Tx tx, NewTask task);

    /** False when the parcel has no such task; a repeat changes nothing. */
    boolean taskDone(Tx tx, UUID task, ParcelId parcel, String actor);

    /**
     * @param wanted each for another parcel, locked by this transaction as for all that follow
     * @return what became of each pick
     */
    Map<ParcelId, List<FactOutcome>> picked(Tx tx, List<ParcelPicks> wanted, String actor);

    /** Units of a line. */
    record Lost(CommandId finding, OrderLineId line, Quantity units, Cause cause) {}

    FactOutcome missing(Tx tx, Parcel parcel, Lost lost, String actor);

    FactOutcome setAside(Tx tx, Parcel parcel, String reason, String actor);

    /**
     * @param wanted each for another parcel
     * @param despiteHolds true when a lead decided that the parcels go out anyway
     */
    Map<ParcelId, FactOutcome> packed(
            Tx tx, List<Packing> wanted, boolean despiteHolds, String actor);

    /** It is packed and waits on the lane for its label. */
    FactOutcome plated(Tx tx, Parcel parcel, PlatedParcel plated, String actor);

    /** Its station made the number under which it leaves. */
    FactOutcome numbered(
            Tx tx, Parcel parcel, StationId station, ParcelNumbered numbered, String actor);

    /**
     * @param sheets each of another parcel
     */
    Map<ParcelId, FactOutcome> printed(Tx tx, List<PrintedSheet> sheets);
}
