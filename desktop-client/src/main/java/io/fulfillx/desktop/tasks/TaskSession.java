package io.fulfillx.desktop.tasks;

import io.fulfillx.desktop.session.Reading;
import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.code.LocationCode;
import io.fulfillx.model.code.OrderCode;
import io.fulfillx.model.code.OwnCode;
import io.fulfillx.model.code.ToteCode;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.station.StationTask;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.scanner.Scan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Confirms what was done by hand, with or without the network. A scan confirms the first task it
 * belongs to; an answer is given only after it is durable.
 */
public final class TaskSession {
    private final StationStore store;
    private final OperatorId operator;

    public TaskSession(StationStore store, OperatorId operator) {
        this.store = store;
        this.operator = operator;
    }

    /** Oldest first. */
    public List<StationTask> open() {
        return store.tasks().open();
    }

    public TaskStep scanned(Scan scan) {
        Reading reading = Reading.of(scan);
        if (reading.own().equals(Optional.of(ActionCode.of(ActionCode.Action.CONFIRM)))) {
            return confirmFirst();
        }
        return open().stream()
                .filter(task -> isOf(task, reading))
                .findFirst()
                .map(
                        task ->
                                isToLabel(task)
                                        ? new TaskStep.ScanAtBench(task.orderName())
                                        : confirm(task))
                .orElseGet(
                        () ->
                                open().isEmpty()
                                        ? new TaskStep.NothingToDo()
                                        : new TaskStep.NotOnTheList(reading.text()));
    }

    /** For what has no code left that could be scanned, such as a torn label. */
    public TaskStep confirmFirst() {
        return open().stream()
                .filter(task -> !isToLabel(task))
                .findFirst()
                .map(this::confirm)
                .orElseGet(TaskStep.NothingToDo::new);
    }

    /** Only its label, scanned or printed at the bench, ends that. */
    private static boolean isToLabel(StationTask task) {
        return task.kind().equals(StationTask.LABEL_PARCEL);
    }

    private TaskStep confirm(StationTask task) {
        List<ParcelWork> none = List.of();
        var _ =
                store.confirm(
                        new StationChange(
                                operator,
                                List.of(
                                        new StationCommand.TaskDone(
                                                task.parcelId(), task.taskId())),
                                none,
                                Optional.empty(),
                                false));
        return new TaskStep.Confirmed(task.orderName(), open().size());
    }

    /** A barcode of a place holds its letters and digits only. */
    private static String plain(String place) {
        return place.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private boolean isOf(StationTask task, Reading reading) {
        Optional<StoredJob> job = store.job(task.parcelId());
        if (reading.own().isEmpty()) {
            // The barcode has more in front of the number, such as a postal code.
            if (isToLabel(task) || task.kind().equals(StationTask.REFUSED_NUMBER)) {
                return reading.text().endsWith(task.place());
            }
            return job.flatMap(StoredJob::number)
                    .filter(number -> reading.text().equals(number.value()))
                    .isPresent();
        }
        OwnCode code = reading.own().get();
        return switch (code) {
            case OrderCode order -> order.number().equals(task.orderCode());
            case ToteCode tote ->
                    job.map(stored -> tote.number().equals(stored.work().tote())).orElse(false);
            case LocationCode location -> plain(location.code()).equals(plain(task.place()));
            default -> false;
        };
    }
}
