package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.orders.api.NewTask;
import io.fulfillx.backend.orders.api.TaskKind;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.BookFact.Act;
import io.fulfillx.backend.sync.ConflictPolicy.Chore;
import io.fulfillx.backend.sync.ConflictPolicy.Deed;
import io.fulfillx.backend.sync.ConflictPolicy.Facts;
import io.fulfillx.backend.sync.ConflictPolicy.Ruling;
import io.fulfillx.backend.sync.ConflictPolicy.Standing;
import io.fulfillx.backend.sync.ConflictPolicy.Where;
import io.fulfillx.backend.sync.api.Floor;
import io.fulfillx.backend.sync.api.StationTrust;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.StationCommand.ItemDamaged;
import io.fulfillx.model.sync.StationCommand.LabelPrinted;
import io.fulfillx.model.sync.StationCommand.OnParcel;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;
import io.fulfillx.model.sync.StationCommand.ParcelSetAside;
import io.fulfillx.model.sync.StationCommand.PickConfirmed;
import io.fulfillx.model.sync.StationCommand.PickShort;
import io.fulfillx.model.sync.StationCommand.TaskDone;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/** Books a station's act as the conflict policy rules, and asks for the work that follows. */
final class RuleOnAct {
    private final BookFact bookFact;
    private final Floor floor;
    private final StationTrust trust;

    RuleOnAct(BookFact bookFact, Floor floor, StationTrust trust) {
        this.bookFact = bookFact;
        this.floor = floor;
        this.trust = trust;
    }

    /**
     * @param claimEpoch of the claim under which it was done; null from a station that names none
     * @param failed why it could not be booked before; null at the first attempt
     */
    FactOutcome rule(
            Tx tx,
            Act act,
            OnParcel command,
            @Nullable Integer claimEpoch,
            @Nullable Contradicts failed) {
        Optional<Parcel> found = floor.lock(tx, command.parcelId());
        if (found.isEmpty()) {
            return new Contradicts("unknown-parcel", "There is no such parcel.");
        }
        Parcel parcel = found.get();
        Optional<Claim> claim =
                floor.meantClaim(tx, parcel.parcelId(), act.stationId(), claimEpoch);
        if (claim.isEmpty()) {
            return new Contradicts("wrong-station", "This parcel was given to another station.");
        }
        Facts facts = facts(tx, act, parcel, command, claim.get());
        Ruling ruling =
                ConflictPolicy.before(facts)
                        .orElseGet(
                                () ->
                                        ConflictPolicy.after(
                                                facts,
                                                failed == null
                                                        ? bookFact.book(
                                                                tx, act, parcel, command, false)
                                                        : failed));
        if (claim.get().state() == Claim.State.SOFT) {
            floor.worked(tx, act.stationId(), parcel.parcelId());
        }
        for (Chore chore : ruling.chores()) {
            ask(tx, act, parcel, command, chore);
        }
        if (ruling.takesOver()) {
            floor.takeOver(tx, parcel, act.stationId(), act.actor());
        }
        return ruling.outcome();
    }

    private Facts facts(Tx tx, Act act, Parcel parcel, OnParcel command, Claim claim) {
        Deed deed = deed(command);
        return new Facts(
                deed,
                claim.isRevoked(),
                deed == Deed.PACK && floor.isLate(claim),
                deed == Deed.PACK && floor.isForOldAddress(tx, parcel),
                trust.disabledAt(tx, act.operatorId())
                        .map(at -> standing(act.at(), at))
                        .orElse(Standing.ACTIVE));
    }

    private static Standing standing(Instant done, Instant disabled) {
        return done.isBefore(disabled) ? Standing.DISABLED_SINCE : Standing.DISABLED_BEFORE;
    }

    private static Deed deed(OnParcel command) {
        return switch (command) {
            case PickConfirmed _ -> Deed.PICK;
            case PickShort _, ItemDamaged _ -> Deed.SHORTFALL;
            case LabelPrinted _ -> Deed.PRINT;
            case ParcelPacked _ -> Deed.PACK;
            case ParcelSetAside _ -> Deed.SET_ASIDE;
            case TaskDone _ -> Deed.TASK;
        };
    }

    private void ask(Tx tx, Act act, Parcel parcel, OnParcel command, Chore chore) {
        StationId station = chore.where() == Where.HERE ? act.stationId() : parcel.stationId();
        boolean count = chore.kind() == TaskKind.RECOUNT;
        floor.ask(
                tx,
                new NewTask(
                        parcel.orderId(),
                        parcel.parcelId(),
                        chore.kind(),
                        count ? place(parcel, command) : station.toString(),
                        station,
                        chore.instruction()));
    }

    /** The place from which the units were to be taken. */
    private static String place(Parcel parcel, OnParcel command) {
        Optional<OrderLineId> line =
                switch (command) {
                    case PickConfirmed pick -> Optional.of(pick.lineId());
                    case PickShort pick -> Optional.of(pick.lineId());
                    case ItemDamaged item -> Optional.of(item.lineId());
                    case LabelPrinted _, ParcelPacked _, ParcelSetAside _, TaskDone _ ->
                            Optional.empty();
                };
        return parcel.lines().stream()
                .filter(part -> line.map(part.partId()::equals).orElse(true))
                .findFirst()
                .or(() -> parcel.lines().stream().findFirst())
                .map(ParcelLine::location)
                .orElse("");
    }
}
