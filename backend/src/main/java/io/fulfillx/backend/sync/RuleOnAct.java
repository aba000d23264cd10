package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.NamedClaim;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.orders.api.NewTask;
import io.fulfillx.backend.orders.api.TaskKind;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.BookFact.Act;
import io.fulfillx.backend.sync.BookFact.Deed;
import io.fulfillx.backend.sync.ConflictPolicy.Chore;
import io.fulfillx.backend.sync.ConflictPolicy.Facts;
import io.fulfillx.backend.sync.ConflictPolicy.Ruling;
import io.fulfillx.backend.sync.ConflictPolicy.Standing;
import io.fulfillx.backend.sync.ConflictPolicy.Where;
import io.fulfillx.backend.sync.api.Floor;
import io.fulfillx.backend.sync.api.StationTrust;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.StationCommand.ItemDamaged;
import io.fulfillx.model.sync.StationCommand.LabelPrinted;
import io.fulfillx.model.sync.StationCommand.OnParcel;
import io.fulfillx.model.sync.StationCommand.ParcelNumbered;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;
import io.fulfillx.model.sync.StationCommand.ParcelPlated;
import io.fulfillx.model.sync.StationCommand.ParcelSetAside;
import io.fulfillx.model.sync.StationCommand.PickConfirmed;
import io.fulfillx.model.sync.StationCommand.PickShort;
import io.fulfillx.model.sync.StationCommand.TaskDone;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Books a station's act as the conflict policy rules, and asks for the work that follows. */
final class RuleOnAct {
    private static final Contradicts UNKNOWN_PARCEL =
            new Contradicts("unknown-parcel", "There is no such parcel.");
    private static final Contradicts WRONG_STATION =
            new Contradicts("wrong-station", "This parcel was given to another station.");

    private final BookFact bookFact;
    private final Floor floor;
    private final StationTrust trust;

    RuleOnAct(BookFact bookFact, Floor floor, StationTrust trust) {
        this.bookFact = bookFact;
        this.floor = floor;
        this.trust = trust;
    }

    /**
     * What an operator did with a parcel, as their station tells it.
     *
     * @param act the first of them
     * @param commands one, or picks that followed each other
     * @param claimEpoch of the claim under which it was done; null from a station that names none
     */
    record Told(
            Act act, List<OnParcel> commands, @Nullable Integer claimEpoch, String correlation) {
        ParcelId parcelId() {
            return commands.getFirst().parcelId();
        }

        List<FactOutcome> all(FactOutcome outcome) {
            return commands.stream().map(_ -> outcome).toList();
        }
    }

    /** One of them with what was found. */
    private record Case(Deed deed, Claim claim, Facts facts) {}

    /**
     * @param told of one kind and one operator, each with another parcel
     * @param failed why it could not be booked before; null at the first attempt
     * @return what became of each act
     */
    Map<ParcelId, List<FactOutcome>> rule(Tx tx, List<Told> told, @Nullable Contradicts failed) {
        Map<ParcelId, List<FactOutcome>> outcomes = new HashMap<>();
        List<Case> cases = cases(tx, told, outcomes);
        // Parcels of one order are each other's siblings: what is so of one depends on the other.
        while (!cases.isEmpty()) {
            Set<OrderId> orders = new HashSet<>();
            List<Case> now =
                    cases.stream()
                            .filter(each -> orders.add(each.deed().parcel().orderId()))
                            .toList();
            settle(tx, now, failed, outcomes);
            cases.removeAll(now);
        }
        return outcomes;
    }

    private List<Case> cases(Tx tx, List<Told> told, Map<ParcelId, List<FactOutcome>> outcomes) {
        Act act = told.getFirst().act();
        Map<ParcelId, Parcel> parcels =
                floor.lock(tx, told.stream().map(Told::parcelId).toList()).stream()
                        .collect(Collectors.toMap(Parcel::parcelId, Function.identity()));
        Map<ParcelId, Claim> claims =
                floor.meantClaims(
                        tx,
                        act.stationId(),
                        told.stream()
                                .map(each -> new NamedClaim(each.parcelId(), each.claimEpoch()))
                                .toList());
        ConflictPolicy.Deed kind = deed(told.getFirst().commands().getFirst());
        Set<ParcelId> oldAddress =
                kind == ConflictPolicy.Deed.PACK
                        ? floor.forOldAddress(tx, parcels.values())
                        : Set.<ParcelId>of();
        Optional<Instant> disabled = trust.disabledAt(tx, act.operatorId());
        List<Case> cases = new ArrayList<>();
        for (Told each : told) {
            Parcel parcel = parcels.get(each.parcelId());
            Claim claim = claims.get(each.parcelId());
            if (parcel == null) {
                outcomes.put(each.parcelId(), each.all(UNKNOWN_PARCEL));
            } else if (claim == null) {
                outcomes.put(each.parcelId(), each.all(WRONG_STATION));
            } else {
                Deed deed = new Deed(each.act(), parcel, each.commands(), each.correlation());
                cases.add(
                        new Case(
                                deed,
                                claim,
                                new Facts(
                                        kind,
                                        claim.isRevoked(),
                                        kind.closes() && floor.isLate(claim),
                                        oldAddress.contains(parcel.parcelId()),
                                        disabled.map(at -> standing(each.act().at(), at))
                                                .orElse(Standing.ACTIVE))));
            }
        }
        return cases;
    }

    private void settle(
            Tx tx,
            List<Case> cases,
            @Nullable Contradicts failed,
            Map<ParcelId, List<FactOutcome>> outcomes) {
        Map<ParcelId, List<Ruling>> rulings = new HashMap<>();
        List<Deed> asked = new ArrayList<>();
        for (Case each : cases) {
            ConflictPolicy.before(each.facts())
                    .ifPresentOrElse(
                            ruling ->
                                    rulings.put(
                                            each.deed().parcelId(),
                                            each.deed().commands().stream()
                                                    .map(_ -> ruling)
                                                    .toList()),
                            () -> asked.add(each.deed()));
        }
        Map<ParcelId, List<FactOutcome>> said =
                failed == null && !asked.isEmpty() ? bookFact.book(tx, asked) : new HashMap<>();
        for (Case each : cases) {
            Deed deed = each.deed();
            List<Ruling> ruled =
                    rulings.computeIfAbsent(
                            deed.parcelId(),
                            id ->
                                    after(
                                            each,
                                            failed == null
                                                    ? said.getOrDefault(id, List.of())
                                                    : deed.commands().stream()
                                                            .map(_ -> (FactOutcome) failed)
                                                            .toList()));
            outcomes.put(deed.parcelId(), ruled.stream().map(Ruling::outcome).toList());
        }
        worked(tx, cases);
        for (Case each : cases) {
            follow(tx, each.deed(), rulings.getOrDefault(each.deed().parcelId(), List.of()));
        }
    }

    private static List<Ruling> after(Case each, List<FactOutcome> said) {
        return said.stream().map(outcome -> ConflictPolicy.after(each.facts(), outcome)).toList();
    }

    private void worked(Tx tx, List<Case> cases) {
        List<ParcelId> soft =
                cases.stream()
                        .filter(each -> each.claim().state() == Claim.State.SOFT)
                        .map(each -> each.deed().parcelId())
                        .toList();
        if (!soft.isEmpty()) {
            floor.worked(tx, cases.getFirst().deed().act().stationId(), soft);
        }
    }

    private void follow(Tx tx, Deed deed, List<Ruling> rulings) {
        Act act = deed.act();
        for (int i = 0; i < rulings.size(); i++) {
            for (Chore chore : rulings.get(i).chores()) {
                ask(tx, act, deed.parcel(), deed.commands().get(i), chore);
            }
            if (rulings.get(i).takesOver()) {
                floor.takeOver(tx, deed.parcel(), act.stationId(), act.actor());
            }
        }
    }

    private static Standing standing(Instant done, Instant disabled) {
        return done.isBefore(disabled) ? Standing.DISABLED_SINCE : Standing.DISABLED_BEFORE;
    }

    private static ConflictPolicy.Deed deed(OnParcel command) {
        return switch (command) {
            case PickConfirmed _ -> ConflictPolicy.Deed.PICK;
            case PickShort _, ItemDamaged _ -> ConflictPolicy.Deed.SHORTFALL;
            case LabelPrinted _ -> ConflictPolicy.Deed.PRINT;
            case ParcelPacked _ -> ConflictPolicy.Deed.PACK;
            case ParcelPlated _ -> ConflictPolicy.Deed.PLATE;
            case ParcelNumbered _ -> ConflictPolicy.Deed.NUMBER;
            case ParcelSetAside _ -> ConflictPolicy.Deed.SET_ASIDE;
            case TaskDone _ -> ConflictPolicy.Deed.TASK;
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
                    case LabelPrinted _,
                            ParcelNumbered _,
                            ParcelPacked _,
                            ParcelPlated _,
                            ParcelSetAside _,
                            TaskDone _ ->
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
