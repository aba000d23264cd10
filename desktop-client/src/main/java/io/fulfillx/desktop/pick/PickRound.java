package io.fulfillx.desktop.pick;

import io.fulfillx.desktop.session.NaturalOrder;
import io.fulfillx.desktop.session.Reading;
import io.fulfillx.desktop.store.LineProgress;
import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackLine;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The orders of one pick round, always read anew from the store. */
final class PickRound {
    private static final Comparator<PickTask> WALKING_ORDER =
            Comparator.comparing((PickTask task) -> task.line().location(), NaturalOrder.INSTANCE)
                    .thenComparing(task -> task.line().sku().value());

    private final StationStore store;
    private final List<ParcelId> parcels;

    PickRound(StationStore store, List<ParcelId> parcels) {
        this.store = store;
        this.parcels = List.copyOf(parcels);
    }

    List<ParcelId> parcels() {
        return parcels;
    }

    /** Jobs of the round, in the order they were given; those the server dropped are missing. */
    List<StoredJob> jobs() {
        return parcels.stream().flatMap(parcel -> store.job(parcel).stream()).toList();
    }

    /** The job that waits for its tote. */
    Optional<StoredJob> needsTote() {
        return jobs().stream()
                .filter(stored -> stored.open() && stored.work().tote() == null)
                .findFirst();
    }

    /** Whether the tote must be scanned after each item. */
    boolean severalTotes() {
        return jobs().stream()
                        .map(stored -> stored.work().tote())
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                > 1;
    }

    /** Tasks of the jobs that may go on, in walking order. */
    List<PickTask> tasks() {
        List<PickTask> tasks = new ArrayList<>();
        for (StoredJob stored : jobs()) {
            if (stored.open()) {
                for (PackLine line : stored.job().lines()) {
                    LineProgress done = stored.work().line(line.lineId());
                    tasks.add(
                            new PickTask(
                                    stored.job().parcelId(),
                                    stored.label(),
                                    stored.work().tote(),
                                    line,
                                    done.picked(),
                                    done.missing()));
                }
            }
        }
        tasks.sort(WALKING_ORDER);
        return tasks;
    }

    List<PickTask> openTasks() {
        return tasks().stream().filter(task -> task.left() > 0).toList();
    }

    /** The task in front: at the place the picker chose, if anything is left there. */
    Optional<PickTask> current(@Nullable String chosenLocation) {
        List<PickTask> open = openTasks();
        return open.stream()
                .filter(task -> task.line().location().equals(chosenLocation))
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    /** Another order whose items lie in this tote. */
    Optional<StoredJob> holderOf(String tote, StoredJob wanting) {
        return store.jobs().stream()
                .filter(stored -> tote.equals(stored.work().tote()))
                .filter(stored -> !stored.job().orderId().equals(wanting.job().orderId()))
                .filter(PickRound::occupies)
                .findFirst();
    }

    /** Whether any job at this station asks for such an item. */
    boolean known(Reading reading) {
        return store.jobs().stream()
                .flatMap(stored -> stored.job().lines().stream())
                .anyMatch(reading::isA);
    }

    int setAside() {
        return (int)
                jobs().stream().filter(stored -> stored.work().stage() == WorkStage.ASIDE).count();
    }

    static boolean complete(StoredJob stored, ParcelWork work) {
        return stored.job().lines().stream()
                .allMatch(
                        line -> {
                            LineProgress done = work.line(line.lineId());
                            return done.picked() + done.missing() >= line.quantity().units();
                        });
    }

    private static boolean occupies(StoredJob stored) {
        boolean filled =
                switch (stored.work().stage()) {
                    case PICKING, PICKED, PACKING -> true;
                    case TO_PICK, PLATED, PACKED, ASIDE -> false;
                };
        return filled
                && (stored.job().state() == JobState.READY
                        || stored.job().state() == JobState.HELD);
    }
}
