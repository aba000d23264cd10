package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.OrderTaskStore.OrderTask;
import io.fulfillx.backend.orders.api.NewTask;
import io.fulfillx.backend.orders.api.TaskKind;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.station.StationTask;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Work by hand, as other features ask for it and hear of it. */
public final class OrderTasksModule {
    /** The feed's kind of a changed task, for its station. */
    public static final String TASK_CHANGED = "order-task";

    /** Outbox topic: the work on a parcel was done, subject is the task. */
    public static final String TASK_DONE = "order-task.done";

    /** More than that at one station is beyond any screen. */
    private static final int MAX_OPEN = 100;

    private static final Set<TaskKind> TOUCH_UNITS = Set.of(TaskKind.UNPACK, TaskKind.EMPTY_TOTE);

    private final OrderTaskStore store;
    private final FinishTask finish;
    private final Feed feed;
    private final Supplier<UUID> ids;

    OrderTasksModule(OrderTaskStore store, FinishTask finish, Feed feed, Supplier<UUID> ids) {
        this.store = store;
        this.finish = finish;
        this.feed = feed;
        this.ids = ids;
    }

    /** Asks for it, unless that was done before. */
    public void ask(Tx tx, NewTask wanted) {
        UUID id = ids.get();
        StationId station = wanted.station();
        if (store.add(tx, id, wanted) && station != null) {
            feed.add(tx, TASK_CHANGED, id, station.value());
        }
    }

    /** What is to be done at a station, the oldest first. */
    public List<StationTask> openAt(Tx tx, StationId station) {
        return store.openAt(tx, station, MAX_OPEN);
    }

    /** False when the parcel has no such task; a repeat changes nothing. */
    public boolean done(Tx tx, UUID task, ParcelId parcel, String actor) {
        Optional<OrderTask> found =
                store.lock(tx, task).filter(each -> parcel.equals(each.parcelId()));
        found.ifPresent(each -> finish.done(tx, each.orderTaskId(), actor));
        return found.isPresent();
    }

    /** Nothing of that kind is to be done for the parcels any more. */
    public void close(Tx tx, Collection<ParcelId> parcels, TaskKind kind, String actor) {
        for (UUID task : store.openOf(tx, parcels, kind)) {
            OrderTask _ = finish.done(tx, task, actor);
        }
    }

    /** The parcel whose picked units are in their bins again, by a task of a station. */
    public Optional<ParcelId> emptied(Tx tx, UUID task) {
        return store.lock(tx, task)
                .filter(each -> each.stationId() != null && TOUCH_UNITS.contains(each.kind()))
                .flatMap(each -> Optional.ofNullable(each.parcelId()));
    }
}
