package io.fulfillx.launcher.simulate;

import io.fulfillx.desktop.store.LineProgress;
import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.PrintRow;
import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.model.id.Ids;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.Sscc;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackLine;
import io.fulfillx.model.station.StationTask;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.StationCommand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a packer does with their hands at one station, in one act. */
final class Hands {
    private final World world;
    private final SimStation station;
    private final Chance chance;
    private final OperatorId operator;

    Hands(World world, SimStation station, OperatorId operator) {
        this.world = world;
        this.station = station;
        this.chance = world.chance();
        this.operator = operator;
    }

    /** A crash opens it anew. */
    private StationStore store() {
        return station.store();
    }

    /** Does something, if there is anything to do. */
    void act() {
        world.parts().beforeWork(station);
        List<StationTask> tasks = store().tasks().open();
        if (!tasks.isEmpty() && chance.oneIn(3)) {
            StationTask task = chance.any(tasks);
            if (task.kind().equals(StationTask.LABEL_PARCEL)) {
                scanPlate(task);
            } else {
                done(task);
            }
            return;
        }
        List<StoredJob> jobs =
                store().jobs().stream()
                        .filter(this::canBeWorkedOn)
                        .sorted(Comparator.comparing(StoredJob::label))
                        .toList();
        if (!jobs.isEmpty()) {
            StoredJob job = chance.any(jobs);
            if (job.job().state() == JobState.WITHDRAWN) {
                putBack(job);
            } else {
                work(job);
            }
        }
    }

    private boolean canBeWorkedOn(StoredJob stored) {
        boolean toPutBack =
                stored.job().state() == JobState.WITHDRAWN
                        && stored.work().stage() != WorkStage.ASIDE
                        && stored.work().stage() != WorkStage.PACKED
                        && stored.work().stage() != WorkStage.TO_PICK;
        boolean here = !station.fetched().contains(stored.job().parcelId());
        return here && (toPutBack || stored.open());
    }

    private void work(StoredJob job) {
        Optional<PackLine> next =
                job.job().lines().stream().filter(line -> left(job.work(), line) > 0).findFirst();
        int way = chance.below(16);
        if (job.work().plate() != null) {
            close(job);
        } else if (way == 0) {
            aside(job, job.work(), List.of(), "sticky");
        } else if (next.isPresent()) {
            PackLine line = next.get();
            switch (way) {
                case 1, 2 -> shortage(job, line);
                case 3 -> damage(job, line);
                default -> pick(job, line);
            }
        } else {
            close(job);
        }
    }

    private static int left(ParcelWork work, PackLine line) {
        return line.quantity().units()
                - work.line(line.lineId()).picked()
                - work.line(line.lineId()).missing();
    }

    private void pick(StoredJob job, PackLine line) {
        int units = 1 + chance.below(left(job.work(), line));
        LineProgress progress = job.work().line(line.lineId()).pick(units);
        ParcelWork work = job.work().with(line.lineId(), progress).inTote("T1");
        boolean all = job.job().lines().stream().allMatch(each -> left(work, each) <= 0);
        StationChange change =
                StationChange.of(
                        operator,
                        work.at(all ? WorkStage.PICKED : WorkStage.PICKING),
                        new StationCommand.PickConfirmed(
                                job.job().parcelId(), line.lineId(), new Quantity(units), "T1"));
        world.note(station + " picks " + units + " for " + job.label());
        List<CommandEnvelope> rows = confirm(all ? change : change.asUndoable());
        if (!all) {
            station.undoable(new Undoable(rows.getFirst().commandId(), job.work()));
        }
    }

    private void shortage(StoredJob job, PackLine line) {
        int units = left(job.work(), line);
        ParcelWork work =
                job.work().with(line.lineId(), job.work().line(line.lineId()).miss(units));
        world.note(station + " misses " + units + " for " + job.label());
        aside(
                job,
                work,
                List.of(
                        new StationCommand.PickShort(
                                job.job().parcelId(), line.lineId(), new Quantity(units))),
                "short");
    }

    private void damage(StoredJob job, PackLine line) {
        ParcelWork work = job.work().with(line.lineId(), job.work().line(line.lineId()).damage(1));
        world.note(station + " breaks one for " + job.label());
        aside(
                job,
                work,
                List.of(
                        new StationCommand.ItemDamaged(
                                job.job().parcelId(), line.lineId(), Quantity.ONE)),
                "damaged");
    }

    private void aside(StoredJob job, ParcelWork work, List<StationCommand> before, String reason) {
        List<StationCommand> commands = new ArrayList<>(before);
        commands.add(new StationCommand.ParcelSetAside(job.job().parcelId(), reason));
        world.note(station + " sets " + job.label() + " aside: " + reason);
        confirm(
                new StationChange(
                        operator,
                        commands,
                        List.of(work.aside(reason, now())),
                        Optional.empty(),
                        false));
    }

    private void putBack(StoredJob job) {
        world.note(station + " puts " + job.label() + " back");
        confirm(
                StationChange.of(
                        operator,
                        job.work().putBack(now()),
                        new StationCommand.ParcelSetAside(job.job().parcelId(), "withdrawn")));
    }

    private void done(StationTask task) {
        world.note(station + " does " + task.kind() + " for " + task.orderName());
        confirm(
                new StationChange(
                        operator,
                        List.of(new StationCommand.TaskDone(task.parcelId(), task.taskId())),
                        List.of(),
                        Optional.empty(),
                        false));
    }

    /** It lies on the lane and its label is there. */
    private void scanPlate(StationTask task) {
        store().job(task.parcelId())
                .filter(job -> canBeWorkedOn(job) && job.open())
                .filter(job -> job.work().stage() == WorkStage.PLATED)
                .ifPresent(this::close);
    }

    /** Everything is in the box: it is weighed, and gets its label, or a plate in its place. */
    private void close(StoredJob job) {
        StoredJob weighed = new StoredJob(job.job(), job.work().weighing(weight(job)));
        Optional<LabelDocument> label = world.parts().paper(weighed);
        if (weighed.plateNow().isPresent()) {
            stickPlate(weighed, weighed.plateNow().get());
        } else if (label.isPresent()) {
            pack(weighed, label.get().trackingNumber());
        } else if (weighed.work().stage() != WorkStage.PLATED) {
            plate(weighed);
        }
    }

    /** Some parcels weigh more than was reckoned, whoever weighs them. */
    private static Weight weight(StoredJob job) {
        int expected = job.job().expectedWeight().grams();
        boolean heavy = (job.job().parcelId().value().getLeastSignificantBits() & 3) == 0;
        return new Weight(heavy ? expected + 300 : expected);
    }

    /** No label that fits is here: the number of a plate is burned. */
    private void plate(StoredJob job) {
        world.oracle().packs(station, job.job().parcelId());
        Optional<Sscc> next = store().numbers().nextPlate();
        if (next.isEmpty()) {
            world.note(station + " has no plate left for " + job.label());
            return;
        }
        world.note(station + " closes " + job.label() + " under the plate " + next.get());
        world.parts().beforePlate(station);
        ParcelWork work = job.work().plated(next.get());
        confirm(
                StationChange.of(
                        operator,
                        work,
                        new StationCommand.ParcelPlated(
                                job.job().parcelId(),
                                next.get(),
                                job.job().carton().code(),
                                weight(job))));
        world.oracle().plates().burned(station, job.job().parcelId(), next.get());
        boolean crashes = chance.oneIn(5);
        world.parts().behindPlate(station, crashes);
        if (crashes) {
            world.note(station + " crashes before the plate is out");
            station.crash();
        } else {
            stickPlate(new StoredJob(job.job(), work), next.get());
        }
    }

    private void stickPlate(StoredJob job, Sscc plate) {
        world.note(station + " sticks the plate on " + job.label());
        if (print(job, plate.asNumber()).isPresent()) {
            confirm(StationChange.of(operator, job.work().onLane()));
        }
    }

    /** The label comes out, and the parcel leaves the bench. */
    private void pack(StoredJob job, TrackingNumber number) {
        ParcelId parcel = job.job().parcelId();
        world.oracle().packs(station, parcel);
        boolean plated = job.work().stage() == WorkStage.PLATED;
        world.note(station + " packs " + job.label() + (plated ? " from the lane" : ""));
        Optional<PrintRow> print = print(job, number);
        if (print.isEmpty()) {
            return;
        }
        List<StationCommand> commands = new ArrayList<>();
        commands.add(print.get().asCommand());
        commands.add(
                new StationCommand.ParcelPacked(
                        parcel, number, job.job().carton().code(), weight(job)));
        store().tasks().open().stream()
                .filter(task -> task.parcelId().equals(parcel))
                .filter(task -> task.kind().equals(StationTask.LABEL_PARCEL))
                .map(task -> new StationCommand.TaskDone(task.parcelId(), task.taskId()))
                .forEach(commands::add);
        confirm(
                StationChange.of(
                        operator,
                        job.work().packed(now()),
                        commands.toArray(StationCommand[]::new)));
    }

    /** A sheet comes out, in one way or another; empty when the program ended over it. */
    private Optional<PrintRow> print(StoredJob job, TrackingNumber number) {
        PrintRow print =
                new PrintRow(
                        new Ids(station.clock(), chance.random()).get(),
                        job.job().parcelId(),
                        number,
                        "printer",
                        store().prints(job.job().parcelId()).size() + 1,
                        null,
                        now(),
                        PrintRow.Outcome.OPEN,
                        "",
                        false,
                        false);
        store().printIntent(print);
        switch (chance.below(8)) {
            case 0 -> {
                world.note("the sheet is on paper, and " + station + " crashes");
                station.crash();
                return Optional.empty();
            }
            case 1 -> store().printOutcome(print.jobId(), PrintRow.Outcome.UNKNOWN, "silent");
            case 2 -> {
                store().printSent(print.jobId());
                store().printOutcome(print.jobId(), PrintRow.Outcome.PRINTED, "device-status");
                store().printOutcome(print.jobId(), PrintRow.Outcome.PRINTED, "device-status");
            }
            default ->
                    store().printOutcome(print.jobId(), PrintRow.Outcome.PRINTED, "device-status");
        }
        return Optional.of(print);
    }

    private List<CommandEnvelope> confirm(StationChange change) {
        station.undoable(null);
        List<CommandEnvelope> rows = store().confirm(change);
        world.oracle().confirmed(station, rows);
        return rows;
    }

    private Instant now() {
        return station.clock().instant();
    }
}
