package io.fulfillx.backend.sync.api;

import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.PackedParcel;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.inventory.api.MissingUnits.Cause;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.NewTask;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.api.ParcelLabel;
import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.sync.StationCommand.LabelPrinted;
import io.fulfillx.model.sync.StationCommand.PickConfirmed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The books of orders, parcels, labels and stock, as far as stations' acts touch them. */
public interface Floor {
    Optional<Parcel> find(Tx tx, ParcelId parcel);

    /** The parcel; nobody else can change it until this transaction ends. */
    Optional<Parcel> lock(Tx tx, ParcelId parcel);

    OrderForShipping order(Tx tx, OrderId order);

    /** The claim under which a station acts; empty when it never had the parcel. */
    Optional<Claim> meantClaim(Tx tx, ParcelId parcel, StationId station, @Nullable Integer epoch);

    /** Whether the station came to take the parcel in only after its time was over. */
    boolean isLate(Claim claim);

    /** The station does something with a parcel that it holds. */
    void worked(Tx tx, StationId station, ParcelId parcel);

    /** A station that had the parcel before was the first to pack it: it is its own again. */
    void takeOver(Tx tx, Parcel parcel, StationId station, String actor);

    /** The label that was bought for the parcel, also after it was taken back. */
    Optional<ParcelLabel> label(Tx tx, ParcelId parcel);

    /** Whether the order's address was changed after the parcel's label was bought for it. */
    boolean isForOldAddress(Tx tx, Parcel parcel);

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
     * @param parcel locked by this transaction, as for all that follow
     */
    FactOutcome picked(Tx tx, Parcel parcel, PickConfirmed pick, String actor);

    /** Units of a line. */
    record Lost(CommandId finding, OrderLineId line, Quantity units, Cause cause) {}

    FactOutcome missing(Tx tx, Parcel parcel, Lost lost, String actor);

    FactOutcome setAside(Tx tx, Parcel parcel, String reason, String actor);

    /**
     * @param despiteHolds true when a lead decided that the parcel goes out anyway
     */
    FactOutcome packed(
            Tx tx, Parcel parcel, PackedParcel packed, boolean despiteHolds, String actor);

    /** A sheet that came out of a printer. */
    record Sheet(
            CommandId id, StationId station, OperatorId operator, LabelPrinted print, Instant at) {}

    FactOutcome printed(Tx tx, Sheet sheet);
}
