package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.PackedParcel;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.inventory.api.MissingUnits.Cause;
import io.fulfillx.backend.orders.OrderTasksModule;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.printing.PrintingModule;
import io.fulfillx.backend.shipping.ShippingModule;
import io.fulfillx.backend.shipping.api.ParcelLabel;
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
    private final FulfillmentModule fulfillment;
    private final ShippingModule shipping;
    private final PrintingModule printing;
    private final OrderTasksModule tasks;

    BookFact(
            FulfillmentModule fulfillment,
            ShippingModule shipping,
            PrintingModule printing,
            OrderTasksModule tasks) {
        this.tasks = tasks;
        this.fulfillment = fulfillment;
        this.shipping = shipping;
        this.printing = printing;
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
            case PickConfirmed pick -> fulfillment.picked(tx, parcel, pick, actor);
            case PickShort(_, var line, var units) ->
                    fulfillment.missing(
                            tx, parcel, act.commandId(), line, units, Cause.SHORT, actor);
            case ItemDamaged(_, var line, var units) ->
                    fulfillment.missing(
                            tx, parcel, act.commandId(), line, units, Cause.DAMAGED, actor);
            case LabelPrinted print -> printed(tx, act, print);
            case ParcelPacked packed -> packed(tx, act, parcel, packed, despiteHolds);
            case ParcelSetAside(_, String reason) ->
                    fulfillment.setAside(tx, parcel, reason, actor);
            case TaskDone(_, UUID task) ->
                    tasks.done(tx, task, parcel.parcelId(), actor)
                            ? FactOutcome.APPLIED
                            : new Contradicts(
                                    "unknown-task", "This parcel has no such task to be done.");
        };
    }

    private FactOutcome printed(Tx tx, Act act, LabelPrinted print) {
        FactOutcome outcome =
                shipping.printed(
                        tx, act.commandId(), act.stationId(), act.operatorId(), print, act.at());
        if (outcome.equals(FactOutcome.APPLIED)) {
            printing.seenAtStation(tx, print);
        }
        return outcome;
    }

    private FactOutcome packed(
            Tx tx, Act act, Parcel parcel, ParcelPacked packed, boolean despiteHolds) {
        Optional<ParcelLabel> label = shipping.label(tx, parcel.parcelId());
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
        return fulfillment.packed(tx, parcel, facts, despiteHolds, act.actor());
    }
}
