package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.NamedClaim;
import io.fulfillx.backend.fulfillment.api.Packing;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelPicks;
import io.fulfillx.backend.fulfillment.api.PlatedParcel;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.NewTask;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.printing.PrintingModule;
import io.fulfillx.backend.shipping.ShippingModule;
import io.fulfillx.backend.shipping.api.ParcelLabel;
import io.fulfillx.backend.shipping.api.PrintedSheet;
import io.fulfillx.backend.sync.api.Floor;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.StationCommand.ParcelNumbered;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The floor as the features keep it in the database. */
final class BookedFloor implements Floor {
    private final FulfillmentModule fulfillment;
    private final ShippingModule shipping;
    private final PrintingModule printing;
    private final OrdersModule orders;
    private final BookNumber bookNumber;

    BookedFloor(
            FulfillmentModule fulfillment,
            ShippingModule shipping,
            PrintingModule printing,
            OrdersModule orders) {
        this.fulfillment = fulfillment;
        this.shipping = shipping;
        this.printing = printing;
        this.orders = orders;
        this.bookNumber = new BookNumber(fulfillment, shipping, orders);
    }

    @Override
    public Optional<Parcel> find(Tx tx, ParcelId parcel) {
        return fulfillment.find(tx, parcel);
    }

    @Override
    public List<Parcel> lock(Tx tx, Collection<ParcelId> parcels) {
        return fulfillment.lock(tx, parcels);
    }

    @Override
    public OrderForShipping order(Tx tx, OrderId order) {
        return orders.load(tx, order);
    }

    @Override
    public Map<ParcelId, Claim> meantClaims(Tx tx, StationId station, List<NamedClaim> named) {
        return fulfillment.meantClaims(tx, station, named);
    }

    @Override
    public boolean isLate(Claim claim) {
        return fulfillment.isLate(claim);
    }

    @Override
    public void worked(Tx tx, StationId station, Collection<ParcelId> parcels) {
        fulfillment.worked(tx, station, parcels);
    }

    @Override
    public void takeOver(Tx tx, Parcel parcel, StationId station, String actor) {
        fulfillment.takeOver(tx, parcel, station, actor);
    }

    @Override
    public Map<ParcelId, ParcelLabel> labels(Tx tx, Collection<ParcelId> parcels) {
        return shipping.labels(tx, parcels);
    }

    @Override
    public Set<ParcelId> forOldAddress(Tx tx, Collection<Parcel> parcels) {
        return shipping.forOldAddress(tx, parcels);
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
    public Map<ParcelId, List<FactOutcome>> picked(Tx tx, List<ParcelPicks> wanted, String actor) {
        return fulfillment.picked(tx, wanted, actor);
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
    public Map<ParcelId, FactOutcome> packed(
            Tx tx, List<Packing> wanted, boolean despiteHolds, String actor) {
        Map<ParcelId, FactOutcome> outcomes = fulfillment.packed(tx, wanted, despiteHolds, actor);
        List<Packing> left =
                wanted.stream()
                        .filter(each -> FactOutcome.APPLIED.equals(outcomes.get(each.parcelId())))
                        .toList();
        if (!left.isEmpty()) {
            shipping.packed(tx, left, actor);
        }
        return outcomes;
    }

    @Override
    public FactOutcome plated(Tx tx, Parcel parcel, PlatedParcel plated, String actor) {
        FactOutcome outcome = fulfillment.lane().plated(tx, parcel, plated, actor);
        if (outcome.equals(FactOutcome.APPLIED)) {
            shipping.plated(tx, parcel, plated.stationId());
        }
        return outcome;
    }

    @Override
    public FactOutcome numbered(
            Tx tx, Parcel parcel, StationId station, ParcelNumbered numbered, String actor) {
        return bookNumber.book(tx, parcel, station, numbered, actor);
    }

    @Override
    public Map<ParcelId, FactOutcome> printed(Tx tx, List<PrintedSheet> sheets) {
        Map<ParcelId, FactOutcome> outcomes = shipping.printed(tx, sheets);
        printing.seenAtStation(
                tx,
                sheets.stream()
                        .filter(sheet -> FactOutcome.APPLIED.equals(outcomes.get(sheet.parcelId())))
                        .map(PrintedSheet::print)
                        .toList());
        return outcomes;
    }
}
