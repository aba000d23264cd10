package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.PackedParcel;
import io.fulfillx.backend.fulfillment.api.Packing;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelPicks;
import io.fulfillx.backend.fulfillment.api.PlatedParcel;
import io.fulfillx.backend.inventory.api.MissingUnits.Cause;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.api.ParcelLabel;
import io.fulfillx.backend.shipping.api.PrintedSheet;
import io.fulfillx.backend.sync.api.Floor;
import io.fulfillx.backend.sync.api.Floor.Lost;
import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.station.LanePlate;
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

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Books what happened at a station, in the caller's transaction. */
final class BookFact {
    private final Floor floor;

    BookFact(Floor floor) {
        this.floor = floor;
    }

    /** Who did it, where and when. */
    record Act(CommandId commandId, StationId stationId, OperatorId operatorId, Instant at) {
        String actor() {
            return "operator:" + operatorId;
        }
    }

    /**
     * What an operator did with a parcel: one act, or picks that followed each other.
     *
     * @param act the first of them
     * @param parcel locked by the caller
     */
    record Deed(Act act, Parcel parcel, List<OnParcel> commands, String correlation) {
        ParcelId parcelId() {
            return parcel.parcelId();
        }

        OnParcel first() {
            return commands.getFirst();
        }
    }

    /**
     * @param deeds of one kind and one operator, each with another parcel
     * @return what became of each act
     */
    Map<ParcelId, List<FactOutcome>> book(Tx tx, List<Deed> deeds) {
        String actor = deeds.getFirst().act().actor();
        return switch (deeds.getFirst().first()) {
            case PickConfirmed _ ->
                    floor.picked(tx, deeds.stream().map(BookFact::picks).toList(), actor);
            case LabelPrinted _ ->
                    alone(floor.printed(tx, deeds.stream().map(BookFact::sheet).toList()));
            case ParcelPacked _ -> alone(packed(tx, deeds, false));
            case PickShort _,
                    ItemDamaged _,
                    ParcelPlated _,
                    ParcelNumbered _,
                    ParcelSetAside _,
                    TaskDone _ -> {
                Map<ParcelId, FactOutcome> said = new HashMap<>();
                deeds.forEach(deed -> said.put(deed.parcelId(), book(tx, deed)));
                yield alone(said);
            }
        };
    }

    private static Map<ParcelId, List<FactOutcome>> alone(Map<ParcelId, FactOutcome> said) {
        Map<ParcelId, List<FactOutcome>> each = new HashMap<>();
        said.forEach((parcel, outcome) -> each.put(parcel, List.of(outcome)));
        return each;
    }

    private static ParcelPicks picks(Deed deed) {
        return new ParcelPicks(
                deed.parcel(),
                deed.commands().stream()
                        .filter(PickConfirmed.class::isInstance)
                        .map(PickConfirmed.class::cast)
                        .toList(),
                deed.correlation());
    }

    private static PrintedSheet sheet(Deed deed) {
        Act act = deed.act();
        return new PrintedSheet(
                act.commandId(),
                act.stationId(),
                act.operatorId(),
                (LabelPrinted) deed.first(),
                act.at());
    }

    private FactOutcome book(Tx tx, Deed deed) {
        Act act = deed.act();
        Parcel parcel = deed.parcel();
        return switch (deed.first()) {
            case PickShort(_, var line, var units) ->
                    missing(tx, deed, new Lost(act.commandId(), line, units, Cause.SHORT));
            case ItemDamaged(_, var line, var units) ->
                    missing(tx, deed, new Lost(act.commandId(), line, units, Cause.DAMAGED));
            case ParcelPlated(_, var sscc, var carton, var weight) ->
                    floor.plated(
                            tx,
                            parcel,
                            new PlatedParcel(
                                    new LanePlate(sscc, carton, weight),
                                    act.stationId(),
                                    act.operatorId(),
                                    act.at()),
                            act.actor());
            case ParcelNumbered numbered ->
                    floor.numbered(tx, parcel, act.stationId(), numbered, act.actor());
            case ParcelSetAside(_, String reason) ->
                    floor.setAside(tx, parcel, reason, act.actor());
            case TaskDone(_, UUID task) ->
                    floor.taskDone(tx, task, parcel.parcelId(), act.actor())
                            ? FactOutcome.APPLIED
                            : new Contradicts(
                                    "unknown-task", "This parcel has no such task to be done.");
            case PickConfirmed _, LabelPrinted _, ParcelPacked _ ->
                    throw new IllegalArgumentException("booked with others of their kind: " + deed);
        };
    }

    private FactOutcome missing(Tx tx, Deed deed, Lost lost) {
        return floor.missing(tx, deed.parcel(), lost, deed.act().actor());
    }

    /** A lead decided that the parcel goes out, whatever holds it. */
    FactOutcome packDespiteHolds(Tx tx, Deed deed) {
        return Optional.ofNullable(packed(tx, List.of(deed), true).get(deed.parcelId()))
                .orElseThrow();
    }

    private Map<ParcelId, FactOutcome> packed(Tx tx, List<Deed> deeds, boolean despiteHolds) {
        Map<ParcelId, ParcelLabel> labels =
                floor.labels(tx, deeds.stream().map(Deed::parcelId).toList());
        Map<ParcelId, FactOutcome> outcomes = new HashMap<>();
        List<Packing> right = new ArrayList<>();
        for (Deed deed : deeds) {
            ParcelPacked packed = (ParcelPacked) deed.first();
            ParcelLabel label = labels.get(deed.parcelId());
            if (label == null || !label.trackingNumber().equals(packed.trackingNumber())) {
                outcomes.put(
                        deed.parcelId(),
                        new Contradicts(
                                "wrong-label",
                                "The parcel was packed with the label "
                                        + packed.trackingNumber()
                                        + ", which is not its own."));
            } else {
                right.add(packing(deed, packed, label));
            }
        }
        if (!right.isEmpty()) {
            outcomes.putAll(floor.packed(tx, right, despiteHolds, deeds.getFirst().act().actor()));
        }
        return outcomes;
    }

    private static Packing packing(Deed deed, ParcelPacked packed, ParcelLabel label) {
        return new Packing(
                deed.parcel(),
                new PackedParcel(
                        packed.trackingNumber(),
                        label.carrierName(),
                        label.trackingUrl(),
                        packed.carton(),
                        packed.weight(),
                        deed.act().operatorId(),
                        deed.act().at()),
                deed.correlation());
    }
}
