package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.ClaimPolicy;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.NamedClaim;
import io.fulfillx.backend.fulfillment.api.PackedParcel;
import io.fulfillx.backend.fulfillment.api.Packing;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.fulfillment.api.ParcelPicks;
import io.fulfillx.backend.fulfillment.api.ParcelPolicy;
import io.fulfillx.backend.fulfillment.api.ParcelPolicy.Share;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.fulfillment.api.PlatedParcel;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.NewTask;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.api.ParcelLabel;
import io.fulfillx.backend.shipping.api.PrintedSheet;
import io.fulfillx.backend.sync.api.Floor;
import io.fulfillx.launcher.simulate.Books.Label;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.sync.StationCommand.ParcelNumbered;
import io.fulfillx.model.sync.StationCommand.PickConfirmed;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The floor in memory: what may be booked is decided by the server's own policies, where it is kept
 * is not.
 */
class MemoryFloor implements Floor {
    private final Books books;
    private final House house;

    MemoryFloor(House house) {
        this.books = house.books();
        this.house = house;
    }

    final Books books() {
        return books;
    }

    final House house() {
        return house;
    }

    @Override
    public Optional<Parcel> find(Tx tx, ParcelId parcel) {
        return books.parcels.find(parcel);
    }

    @Override
    public List<Parcel> lock(Tx tx, Collection<ParcelId> parcels) {
        return parcels.stream().flatMap(id -> books.parcels.find(id).stream()).toList();
    }

    @Override
    public OrderForShipping order(Tx tx, OrderId order) {
        return books.orders.get(order);
    }

    @Override
    public Map<ParcelId, Claim> meantClaims(Tx tx, StationId station, List<NamedClaim> named) {
        Map<ParcelId, Claim> meant = new HashMap<>();
        for (NamedClaim each : named) {
            house.claims()
                    .meant(each.parcel(), station, each.epoch())
                    .ifPresent(claim -> meant.put(each.parcel(), claim));
        }
        return meant;
    }

    @Override
    public boolean isLate(Claim claim) {
        return ClaimPolicy.isLate(claim, house.clock().instant());
    }

    @Override
    public void worked(Tx tx, StationId station, Collection<ParcelId> parcels) {
        parcels.forEach(parcel -> house.claims().worked(station, parcel));
    }

    @Override
    public void takeOver(Tx tx, Parcel seen, StationId station, String actor) {
        if (!seen.stationId().equals(station)) {
            house.pass(books.parcels.get(seen.parcelId()), station, actor);
            house.claims().worked(station, seen.parcelId());
        }
    }

    @Override
    public Map<ParcelId, ParcelLabel> labels(Tx tx, Collection<ParcelId> parcels) {
        return parcels.stream()
                .flatMap(parcel -> label(parcel).stream())
                .collect(Collectors.toMap(ParcelLabel::parcelId, Function.identity()));
    }

    private Optional<ParcelLabel> label(ParcelId parcel) {
        return books.labels.find(parcel).flatMap(label -> bought(parcel, label));
    }

    private static Optional<ParcelLabel> bought(ParcelId parcel, Label label) {
        TrackingNumber number = label.number();
        if (number == null) {
            return Optional.empty();
        }
        return Optional.of(MemoryLane.bought(parcel, number, label));
    }

    @Override
    public Set<ParcelId> forOldAddress(Tx tx, Collection<Parcel> parcels) {
        return parcels.stream()
                .filter(house::isForOldAddress)
                .map(Parcel::parcelId)
                .collect(Collectors.toSet());
    }

    @Override
    public void history(Tx tx, OrderId order, String actor, String what, String detail) {}

    @Override
    public void hold(Tx tx, OrderId order, HoldType type, String reason, String actor) {
        house.hold(order, type, reason);
    }

    @Override
    public void answered(Tx tx, OrderId order, ParcelId parcel, String actor) {
        house.answered(order, parcel);
    }

    @Override
    public void ask(Tx tx, NewTask task) {
        house.ask(task);
    }

    @Override
    public boolean taskDone(Tx tx, UUID task, ParcelId parcel, String actor) {
        return house.taskDone(task, parcel);
    }

    @Override
    public Map<ParcelId, List<FactOutcome>> picked(Tx tx, List<ParcelPicks> wanted, String actor) {
        books.trouble.strike(wanted.stream().map(each -> each.parcel().parcelId()).toList());
        Map<ParcelId, List<FactOutcome>> outcomes = new HashMap<>();
        for (ParcelPicks each : wanted) {
            ParcelId id = each.parcel().parcelId();
            outcomes.put(
                    id,
                    each.picks().stream()
                            .map(pick -> picked(books.parcels.get(id), pick))
                            .toList());
        }
        return outcomes;
    }

    private FactOutcome picked(Parcel parcel, PickConfirmed pick) {
        if (!ParcelPolicy.has(parcel, pick.lineId())) {
            return new Contradicts("unknown-line", "This parcel has no such order line.");
        }
        Optional<Contradicts> objection = objection(parcel, house.lane().mayLackLabel(parcel));
        if (objection.isPresent()) {
            return objection.get();
        }
        Optional<List<Share>> shares =
                ParcelPolicy.spread(parcel, pick.lineId(), pick.quantity(), ParcelLine::toPick);
        if (shares.isEmpty()) {
            return new Contradicts("too-many-picked", "More than this parcel asks for.");
        }
        Parcel now = parcel;
        for (Share share : shares.get()) {
            ParcelLine line = share.line();
            int picked = line.picked().units() + share.units().units();
            now = Rewrite.line(now, Rewrite.counts(line, picked, line.missing().units()));
        }
        boolean all = now.lines().stream().allMatch(line -> line.toPick().isZero());
        if (all && now.status() == ParcelStatus.LABELLED) {
            now = Rewrite.status(now, ParcelStatus.Verb.PICK);
        }
        books.totes.put(parcel.parcelId(), pick.tote());
        books.parcels.put(parcel.parcelId(), now);
        return FactOutcome.APPLIED;
    }

    final Optional<Contradicts> objection(Parcel parcel, boolean mayLackLabel) {
        return ParcelPolicy.againstWork(
                parcel, books.orders.get(parcel.orderId()).status(), mayLackLabel);
    }

    @Override
    public FactOutcome missing(Tx tx, Parcel parcel, Lost lost, String actor) {
        books.trouble.strike(List.of(parcel.parcelId()));
        if (!ParcelPolicy.has(parcel, lost.line())) {
            return new Contradicts("unknown-line", "This parcel has no such order line.");
        }
        Optional<Contradicts> objection = objection(parcel, house.lane().mayLackLabel(parcel));
        if (objection.isPresent()) {
            return objection.get();
        }
        Optional<List<Share>> shares =
                ParcelPolicy.spread(parcel, lost.line(), lost.units(), ParcelLine::toShip);
        if (shares.isEmpty()) {
            return new Contradicts("too-many-missing", "More than this parcel asks for.");
        }
        house.writeOff(parcel, shares.get(), lost.cause());
        return FactOutcome.APPLIED;
    }

    @Override
    public FactOutcome setAside(Tx tx, Parcel parcel, String reason, String actor) {
        books.trouble.strike(List.of(parcel.parcelId()));
        OrderForShipping order = books.orders.get(parcel.orderId());
        if (reason.equals("withdrawn") && ParcelPolicy.isGivenUp(parcel, order.status())) {
            house.putBack(parcel);
            house.answered(parcel.orderId(), parcel.parcelId());
            return FactOutcome.APPLIED;
        }
        Optional<Contradicts> objection = objection(parcel, house.lane().mayLackLabel(parcel));
        if (objection.isPresent()) {
            return objection.get();
        }
        house.change(
                parcel.status() == ParcelStatus.PLANNED
                        ? parcel
                        : Rewrite.status(parcel, ParcelStatus.Verb.SET_ASIDE));
        house.hold(parcel.orderId(), new HoldType("OPERATOR"), "Set aside: " + reason);
        return FactOutcome.APPLIED;
    }

    @Override
    public Map<ParcelId, FactOutcome> packed(
            Tx tx, List<Packing> wanted, boolean despiteHolds, String actor) {
        books.trouble.strike(wanted.stream().map(Packing::parcelId).toList());
        Map<ParcelId, FactOutcome> outcomes = new HashMap<>();
        wanted.forEach(
                each ->
                        outcomes.put(
                                each.parcelId(),
                                packed(each.parcel(), each.packed(), despiteHolds)));
        return outcomes;
    }

    FactOutcome packed(Parcel parcel, PackedParcel packed, boolean despiteHolds) {
        Optional<Contradicts> objection = objection(parcel, false);
        if (objection.isEmpty() && !despiteHolds) {
            objection =
                    ParcelPolicy.againstLeaving(
                            parcel, books.orders.get(parcel.orderId()).activeHolds());
        }
        if (objection.isPresent()) {
            return objection.get();
        } else if (parcel.isEmpty()) {
            return new Contradicts("nothing-inside", "Everything of it was written off.");
        } else if (!ship(parcel.parcelId(), packed.trackingNumber())) {
            return new Contradicts("already-packed", "This parcel has left the bench before.");
        }
        house.shipped(Rewrite.measured(parcel, packed.carton(), packed.weight()));
        return FactOutcome.APPLIED;
    }

    /** The last line: false when the parcel, or another one under this number, left before. */
    boolean ship(ParcelId parcel, TrackingNumber number) {
        boolean first =
                !books.shipments.has(parcel) && books.shipments.where(number::equals).isEmpty();
        if (first) {
            books.shipments.put(parcel, number);
        }
        return first;
    }

    @Override
    public FactOutcome plated(Tx tx, Parcel parcel, PlatedParcel plated, String actor) {
        books.trouble.strike(List.of(parcel.parcelId()));
        Optional<Contradicts> objection = objection(parcel, true);
        if (objection.isPresent()) {
            return objection.get();
        } else if (!house.lane().plate(parcel.parcelId(), plated.plate())) {
            return new Contradicts("plate-used", "Another parcel carries that plate already.");
        }
        house.lane().plated(parcel, plated.plate(), plated.stationId());
        return FactOutcome.APPLIED;
    }

    @Override
    public FactOutcome numbered(
            Tx tx, Parcel parcel, StationId station, ParcelNumbered numbered, String actor) {
        return new Contradicts(
                "number-not-lent", "No carrier lets stations make its numbers here.");
    }

    @Override
    public Map<ParcelId, FactOutcome> printed(Tx tx, List<PrintedSheet> sheets) {
        books.trouble.strike(sheets.stream().map(PrintedSheet::parcelId).toList());
        Map<ParcelId, FactOutcome> outcomes = new HashMap<>();
        sheets.forEach(sheet -> outcomes.put(sheet.parcelId(), printed(sheet)));
        return outcomes;
    }

    private FactOutcome printed(PrintedSheet sheet) {
        TrackingNumber number = sheet.print().trackingNumber();
        return label(sheet.parcelId()).filter(it -> it.trackingNumber().equals(number)).isPresent()
                ? FactOutcome.APPLIED
                : new Contradicts("wrong-label", "This label is not this parcel's.");
    }
}
