package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.PackedParcel;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.inventory.api.MissingUnits.Cause;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.api.ParcelLabel;
import io.fulfillx.backend.sync.api.Floor;
import io.fulfillx.backend.sync.api.Floor.Lost;
import io.fulfillx.backend.sync.api.Floor.Sheet;
import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.StationCommand.ItemDamaged;
import io.fulfillx.model.sync.StationCommand.LabelPrinted;
import io.fulfillx.model.sync.StationCommand.OnParcel;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;
import io.fulfillx.model.sync.StationCommand.ParcelSetAside;
import io.fulfillx.model.sync.StationCommand.PickConfirmed;
import io.fulfillx.model.sync.StationCommand.PickShort;
import io.fulfillx.model.sync.StationCommand.TaskDone;

import java.time.Instant;
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
     * @param parcel locked by the caller
     * @param despiteHolds true when a lead decided that the parcel goes out anyway
     */
    FactOutcome book(Tx tx, Act act, Parcel parcel, OnParcel command, boolean despiteHolds) {
        String actor = act.actor();
        return switch (command) {
            case PickConfirmed pick -> floor.picked(tx, parcel, pick, actor);
            case PickShort(_, var line, var units) ->
                    floor.missing(
                            tx, parcel, new Lost(act.commandId(), line, units, Cause.SHORT), actor);
            case ItemDamaged(_, var line, var units) ->
                    floor.missing(
                            tx,
                            parcel,
                            new Lost(act.commandId(), line, units, Cause.DAMAGED),
                            actor);
            case LabelPrinted print ->
                    floor.printed(
                            tx,
                            new Sheet(
                                    act.commandId(),
                                    act.stationId(),
                                    act.operatorId(),
                                    print,
                                    act.at()));
            case ParcelPacked packed -> packed(tx, act, parcel, packed, despiteHolds);
            case ParcelSetAside(_, String reason) -> floor.setAside(tx, parcel, reason, actor);
            case TaskDone(_, UUID task) ->
                    floor.taskDone(tx, task, parcel.parcelId(), actor)
                            ? FactOutcome.APPLIED
                            : new Contradicts(
                                    "unknown-task", "This parcel has no such task to be done.");
        };
    }

    private FactOutcome packed(
            Tx tx, Act act, Parcel parcel, ParcelPacked packed, boolean despiteHolds) {
        Optional<ParcelLabel> label = floor.label(tx, parcel.parcelId());
        if (label.isEmpty() || !label.get().trackingNumber().equals(packed.trackingNumber())) {
            return new Contradicts(
                    "wrong-label",
                    "The parcel was packed with the label "
                            + packed.trackingNumber()
                            + ", which is not its own.");
        }
        PackedParcel facts =
                new PackedParcel(
                        packed.trackingNumber(),
                        label.get().carrierName(),
                        label.get().trackingUrl(),
                        packed.carton(),
                        packed.weight(),
                        act.operatorId(),
                        act.at());
        return floor.packed(tx, parcel, facts, despiteHolds, act.actor());
    }
}
