package io.fulfillx.desktop.pick;

import io.fulfillx.desktop.store.LineProgress;
import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.station.PackLine;
import io.fulfillx.model.sync.StationCommand;

import java.util.Optional;

/** Every durable change a picker can make, each one commit. */
final class PickBooking {
    private final StationStore store;
    private final OperatorId operator;

    PickBooking(StationStore store, OperatorId operator) {
        this.store = store;
        this.operator = operator;
    }

    void assign(StoredJob stored, String tote) {
        store.confirm(StationChange.of(operator, stored.work().inTote(tote).at(WorkStage.PICKING)));
    }

    /** Everything the picker took is put back and the tote is free. */
    void putBack(StoredJob stored) {
        store.confirm(
                StationChange.of(
                        operator,
                        stored.work().putBack(store.clock().instant()),
                        new StationCommand.ParcelSetAside(stored.job().parcelId(), "withdrawn")));
    }

    /** May be taken back until the next act, unless it completes the order. */
    CommandId picked(StoredJob stored, PickTask task, Units units) {
        ParcelWork work = with(stored, task, progress(stored, task).pick(units.count()));
        StationCommand picked =
                new StationCommand.PickConfirmed(
                        task.parcelId(),
                        task.line().lineId(),
                        new Quantity(units.count()),
                        Optional.ofNullable(task.tote()).orElse(""),
                        units.lot(),
                        units.serials());
        StationChange change = change(stored, work, picked);
        boolean complete = PickRound.complete(stored, work);
        return store.confirm(complete ? change : change.asUndoable()).getFirst().commandId();
    }

    boolean takeBack(StoredJob stored, PickTask task, int units, CommandId commandId) {
        return store.undo(commandId, with(stored, task, progress(stored, task).pick(-units)));
    }

    void missing(StoredJob stored, PickTask task) {
        StationCommand command =
                new StationCommand.PickShort(
                        task.parcelId(), task.line().lineId(), new Quantity(task.left()));
        ParcelWork work = with(stored, task, progress(stored, task).miss(task.left()));
        store.confirm(change(stored, work, command));
    }

    void damaged(StoredJob stored, PickTask task, int units) {
        StationCommand command =
                new StationCommand.ItemDamaged(
                        task.parcelId(), task.line().lineId(), new Quantity(units));
        ParcelWork work = with(stored, task, progress(stored, task).damage(units));
        store.confirm(StationChange.of(operator, work, command));
    }

    /** The last task closes the tote, or sends it to a lead when units are missing. */
    private StationChange change(StoredJob stored, ParcelWork work, StationCommand command) {
        if (!PickRound.complete(stored, work)) {
            return StationChange.of(operator, work, command);
        }
        // What was missing may have been replaced meanwhile: then the job asks for less of it.
        if (stored.job().lines().stream().allMatch(line -> taken(work, line))) {
            return StationChange.of(operator, work.at(WorkStage.PICKED), command);
        }
        return StationChange.of(
                operator,
                work.aside("short", store.clock().instant()),
                command,
                new StationCommand.ParcelSetAside(stored.job().parcelId(), "short"));
    }

    private static boolean taken(ParcelWork work, PackLine line) {
        return work.line(line.lineId()).picked() >= line.quantity().units();
    }

    private static LineProgress progress(StoredJob stored, PickTask task) {
        return stored.work().line(task.line().lineId());
    }

    private static ParcelWork with(StoredJob stored, PickTask task, LineProgress progress) {
        return stored.work().with(task.line().lineId(), progress);
    }
}
