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
import io.fulfillx.model.quantity.Quantity;
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
    private final StationStore store;
    private final Chance chance;
    private final OperatorId operator;

    Hands(World world, SimStation station, OperatorId operator) {
        this.world = world;
        this.station = station;
        this.store = station.store();
        this.chance = world.chance();
        this.operator = operator;
    }

    /** Does something, if there is anything to do. */
    void act() {
        List<StationTask> tasks = store.tasks().open();
        if (!tasks.isEmpty() && chance.oneIn(3)) {
            done(chance.any(tasks));
            return;
        }
        List<StoredJob> jobs =
                store.jobs().stream()
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
        if (way == 0) {
            aside(job, job.work(), List.of(), "sticky");
        } else if (next.isPresent()) {
            PackLine line = next.get();
            switch (way) {
                case 1, 2 -> shortage(job, line);
                case 3 -> damage(job, line);
                default -> pick(job, line);
            }
        } else {
            pack(job);
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

    /** The label comes out, in one way or another, and the parcel leaves the bench. */
    private void pack(StoredJob job) {
        world.oracle().packs(station, job.job().parcelId());
        world.note(station + " packs " + job.label());
        PrintRow print =
                new PrintRow(
                        new Ids(station.clock(), chance.random()).get(),
                        job.job().parcelId(),
                        job.job().label().trackingNumber(),
                        "printer",
                        store.prints(job.job().parcelId()).size() + 1,
                        null,
                        now(),
                        PrintRow.Outcome.OPEN,
                        "",
                        false,
                        false);
        store.printIntent(print);
        switch (chance.below(8)) {
            case 0 -> {
                world.note("the label is on paper, and " + station + " crashes");
                station.crash();
                return;
            }
            case 1 -> store.printOutcome(print.jobId(), PrintRow.Outcome.UNKNOWN, "silent");
            case 2 -> {
                store.printSent(print.jobId());
                store.printOutcome(print.jobId(), PrintRow.Outcome.PRINTED, "device-status");
                store.printOutcome(print.jobId(), PrintRow.Outcome.PRINTED, "device-status");
            }
            default -> store.printOutcome(print.jobId(), PrintRow.Outcome.PRINTED, "device-status");
        }
        confirm(
                StationChange.of(
                        operator,
                        job.work().packed(now()),
                        print.asCommand(),
                        new StationCommand.ParcelPacked(
                                job.job().parcelId(),
                                print.trackingNumber(),
                                job.job().carton().code(),
                                job.job().expectedWeight())));
    }

    private List<CommandEnvelope> confirm(StationChange change) {
        station.undoable(null);
        List<CommandEnvelope> rows = store.confirm(change);
        world.oracle().confirmed(station, rows);
        return rows;
    }

    private Instant now() {
        return station.clock().instant();
    }
}
