package io.fulfillx.desktop.pack;

import io.fulfillx.desktop.store.LineProgress;
import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.PrintRow;
import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.label.LeasedService;
import io.fulfillx.model.label.Sscc;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.CartonChoice;
import io.fulfillx.model.station.PackLine;
import io.fulfillx.model.station.StationTask;
import io.fulfillx.model.sync.StationCommand;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Every durable change a packer can make, each one commit. */
final class PackBooking {
    private final StationStore store;
    private final OperatorId operator;

    PackBooking(StationStore store, OperatorId operator) {
        this.store = store;
        this.operator = operator;
    }

    void onBench(StoredJob stored) {
        save(stored.work().at(WorkStage.PACKING));
    }

    /**
     * Closes a parcel whose label is not here: the number of its plate is burned in the same
     * commit.
     *
     * @return empty when no number is left
     */
    Optional<StoredJob> plate(StoredJob stored) {
        Optional<Sscc> next = store.numbers().nextPlate();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        store.confirm(
                StationChange.of(
                        operator,
                        stored.work().plated(next.get()),
                        new StationCommand.ParcelPlated(
                                stored.job().parcelId(),
                                next.get(),
                                carton(stored),
                                weight(stored))));
        return store.job(stored.job().parcelId());
    }

    /**
     * Closes a parcel under a number that is made here: it is burned in the same commit, and
     * printed after it.
     *
     * @return empty when its carrier has no such agreement with the house, or none is left
     */
    Optional<StoredJob> number(StoredJob stored) {
        Optional<LeasedService> leased = stored.leasedNow();
        Optional<TrackingNumber> next = leased.flatMap(store.numbers()::next);
        if (leased.isEmpty() || next.isEmpty()) {
            return Optional.empty();
        }
        store.confirm(
                StationChange.of(
                        operator,
                        stored.work().numbered(next.get()),
                        new StationCommand.ParcelNumbered(
                                stored.job().parcelId(),
                                next.get(),
                                leased.get().service(),
                                leased.get().addressRevision(),
                                carton(stored),
                                weight(stored))));
        return store.job(stored.job().parcelId());
    }

    private static String carton(StoredJob stored) {
        return Objects.requireNonNullElse(stored.work().carton(), stored.job().carton().code());
    }

    private static Weight weight(StoredJob stored) {
        return Objects.requireNonNullElse(stored.work().weight(), stored.job().expectedWeight());
    }

    /** Its plate is out. */
    void onLane(StoredJob stored) {
        save(stored.work().onLane());
    }

    /** Off the bench; verified units stay verified. */
    void park(StoredJob stored) {
        if (stored.work().stage() == WorkStage.PLATED) {
            return;
        }
        WorkStage stage = stored.work().tote() == null ? WorkStage.TO_PICK : WorkStage.PICKED;
        save(stored.work().at(stage));
    }

    LineProgress verify(StoredJob stored, PackLine line, int units) {
        LineProgress progress = stored.work().line(line.lineId()).verify(units);
        save(stored.work().with(line.lineId(), progress));
        return progress;
    }

    PackStep carton(StoredJob stored, Optional<CartonChoice> carton, String scanned) {
        if (carton.isEmpty()) {
            return new PackStep.UnknownCarton(scanned);
        }
        save(stored.work().inCarton(carton.get().code()));
        return new PackStep.CartonChosen(carton.get().code(), carton.get().name());
    }

    void weight(StoredJob stored, Weight weight) {
        save(stored.work().weighing(weight));
    }

    /** Everything the packer held is put back; the parcel is nobody's here any more. */
    void putBack(StoredJob stored) {
        StationCommand aside =
                new StationCommand.ParcelSetAside(stored.job().parcelId(), "withdrawn");
        store.confirm(
                StationChange.of(operator, stored.work().putBack(store.clock().instant()), aside));
    }

    void aside(StoredJob stored, String reason) {
        confirmAside(stored, stored.work(), List.of(), reason);
    }

    void damaged(StoredJob stored, OrderLineId lineId, int units) {
        StationCommand broken =
                new StationCommand.ItemDamaged(
                        stored.job().parcelId(), lineId, new Quantity(units));
        ParcelWork work = stored.work().with(lineId, stored.work().line(lineId).damage(units));
        confirmAside(stored, work, List.of(broken), "damaged");
    }

    /**
     * Reports every unit not verified as missing.
     *
     * @return false when nothing is missing
     */
    boolean missing(StoredJob stored) {
        List<StationCommand> commands = new ArrayList<>();
        ParcelWork work = stored.work();
        for (PackLine line : stored.job().lines()) {
            LineProgress progress = work.line(line.lineId());
            int left = line.quantity().units() - progress.verified();
            if (left > 0) {
                commands.add(
                        new StationCommand.PickShort(
                                stored.job().parcelId(), line.lineId(), new Quantity(left)));
                work = work.with(line.lineId(), progress.miss(left));
            }
        }
        if (commands.isEmpty()) {
            return false;
        }
        confirmAside(stored, work, commands, "short");
        return true;
    }

    /** What a person said became of a label nobody could tell about. */
    void answer(StoredJob stored, PrintRow print, boolean printed, String evidence) {
        store.confirm(
                StationChange.of(operator, stored.work())
                        .with(new StationChange.PrintAnswer(print.jobId(), printed, evidence)));
    }

    /** Label and parcel in one commit: neither can be reported without the other. */
    void finish(StoredJob stored, PrintRow print) {
        List<StationCommand> commands = new ArrayList<>();
        commands.add(print.asCommand());
        commands.add(
                new StationCommand.ParcelPacked(
                        stored.job().parcelId(),
                        print.trackingNumber(),
                        carton(stored),
                        weight(stored)));
        store.tasks().open().stream()
                .filter(task -> task.parcelId().equals(stored.job().parcelId()))
                .filter(task -> task.kind().equals(StationTask.LABEL_PARCEL))
                .map(task -> new StationCommand.TaskDone(task.parcelId(), task.taskId()))
                .forEach(commands::add);
        store.confirm(
                StationChange.of(
                        operator,
                        stored.work().packed(store.clock().instant()),
                        commands.toArray(StationCommand[]::new)));
    }

    /** A further copy of a label whose parcel is packed already. */
    void reprinted(StoredJob stored, PrintRow print) {
        store.confirm(StationChange.of(operator, stored.work(), print.asCommand()));
    }

    private void confirmAside(
            StoredJob stored, ParcelWork work, List<StationCommand> commands, String reason) {
        List<StationCommand> all = new ArrayList<>(commands);
        all.add(new StationCommand.ParcelSetAside(stored.job().parcelId(), reason));
        store.confirm(
                new StationChange(
                        operator,
                        all,
                        List.of(work.aside(reason, store.clock().instant())),
                        Optional.empty(),
                        false));
    }

    private void save(ParcelWork work) {
        store.confirm(StationChange.of(operator, work));
    }
}
