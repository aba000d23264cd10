package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.PackedParcel;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.NewTask;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.printing.PrintingModule;
import io.fulfillx.backend.shipping.ShippingModule;
import io.fulfillx.backend.shipping.api.ParcelLabel;
import io.fulfillx.backend.sync.api.Floor;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.StationCommand.PickConfirmed;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;

/** The floor as the features keep it in the database. */
final class BookedFloor implements Floor {
    private final FulfillmentModule fulfillment;
    private final ShippingModule shipping;
    private final PrintingModule printing;
    private final OrdersModule orders;

    BookedFloor(
            FulfillmentModule fulfillment,
            ShippingModule shipping,
            PrintingModule printing,
            OrdersModule orders) {
        this.fulfillment = fulfillment;
        this.shipping = shipping;
        this.printing = printing;
        this.orders = orders;
    }

    @Override
    public Optional<Parcel> find(Tx tx, ParcelId parcel) {
        return fulfillment.find(tx, parcel);
    }

    @Override
    public Optional<Parcel> lock(Tx tx, ParcelId parcel) {
        return fulfillment.lock(tx, parcel);
    }

    @Override
    public OrderForShipping order(Tx tx, OrderId order) {
        return orders.load(tx, order);
    }

    @Override
    public Optional<Claim> meantClaim(
            Tx tx, ParcelId parcel, StationId station, @Nullable Integer epoch) {
        return fulfillment.meantClaim(tx, parcel, station, epoch);
    }

    @Override
    public boolean isLate(Claim claim) {
        return fulfillment.isLate(claim);
    }

    @Override
    public void worked(Tx tx, StationId station, ParcelId parcel) {
        fulfillment.worked(tx, station, parcel);
    }

    @Override
    public void takeOver(Tx tx, Parcel parcel, StationId station, String actor) {
        fulfillment.takeOver(tx, parcel, station, actor);
    }

    @Override
    public Optional<ParcelLabel> label(Tx tx, ParcelId parcel) {
        return shipping.label(tx, parcel);
    }

    @Override
    public boolean isForOldAddress(Tx tx, Parcel parcel) {
        return shipping.isForOldAddress(tx, parcel);
    }

    @Override
    public void history(Tx tx, OrderId order, String actor, String what, String detail) {
        orders.history(tx, order, actor, what, detail);
    }

    @Override
    public void hold(Tx tx, OrderId order, HoldType type, String reason, String actor) {
        HoldId _ = orders.placeHold(tx, order, type, reason, actor);
    }

    @Override
    public void answered(Tx tx, OrderId order, ParcelId parcel, String actor) {
        orders.answered(tx, order, parcel, actor);
    }

    @Override
    public void ask(Tx tx, NewTask task) {
        orders.tasks().ask(tx, task);
    }

    @Override
    public boolean taskDone(Tx tx, UUID task, ParcelId parcel, String actor) {
        return orders.tasks().done(tx, task, parcel, actor);
    }

    @Override
    public FactOutcome picked(Tx tx, Parcel parcel, PickConfirmed pick, String actor) {
        return fulfillment.picked(tx, parcel, pick, actor);
    }

    @Override
    public FactOutcome missing(Tx tx, Parcel parcel, Lost lost, String actor) {
        return fulfillment.missing(
                tx, parcel, lost.finding(), lost.line(), lost.units(), lost.cause(), actor);
    }

    @Override
    public FactOutcome setAside(Tx tx, Parcel parcel, String reason, String actor) {
        return fulfillment.setAside(tx, parcel, reason, actor);
    }

    @Override
    public FactOutcome packed(
            Tx tx, Parcel parcel, PackedParcel packed, boolean despiteHolds, String actor) {
        return fulfillment.packed(tx, parcel, packed, despiteHolds, actor);
    }

    @Override
    public FactOutcome printed(Tx tx, Sheet sheet) {
        FactOutcome outcome =
                shipping.printed(
                        tx,
                        sheet.id(),
                        sheet.station(),
                        sheet.operator(),
                        sheet.print(),
                        sheet.at());
        if (outcome.equals(FactOutcome.APPLIED)) {
            printing.seenAtStation(tx, sheet.print());
        }
        return outcome;
    }
}
