package io.fulfillx.backend.orders;

import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.orders.OrderTaskStore.OrderTask;
import io.fulfillx.backend.orders.api.TaskKind;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;

import java.util.UUID;

/** Somebody did with their hands what was asked; units of a recalled parcel are back in stock. */
final class FinishTask {
    private final InventoryModule inventory;
    private final OrderTaskStore tasks;
    private final FloorStore floor;
    private final OrderJournal journal;
    private final Outbox outbox;
    private final Feed feed;

    FinishTask(
            InventoryModule inventory,
            OrderTaskStore tasks,
            FloorStore floor,
            OrderJournal journal,
            Outbox outbox,
            Feed feed) {
        this.inventory = inventory;
        this.tasks = tasks;
        this.floor = floor;
        this.journal = journal;
        this.outbox = outbox;
        this.feed = feed;
    }

    /**
     * A repeat changes nothing.
     *
     * @throws Fault NOT_FOUND
     */
    OrderTask done(Tx tx, UUID id, String actor) {
        OrderTask task = tasks.lock(tx, id).orElseThrow(() -> Fault.notFound("task"));
        if (tasks.done(tx, id, actor)) {
            ParcelId parcel = task.parcelId();
            StationId station = task.stationId();
            if (station != null) {
                feed.add(tx, OrderTasksModule.TASK_CHANGED, id, station.value());
                outbox.add(tx, OrderTasksModule.TASK_DONE, id);
            } else if (task.kind() == TaskKind.UNPACK && parcel != null) {
                for (FloorStore.Place place : floor.places(tx, parcel)) {
                    inventory.putBack(tx, parcel, place.part(), place.location(), actor);
                }
            }
            journal.note(tx, task.orderId(), actor, "TASK_DONE", task.instruction());
        }
        return tasks.lock(tx, id).orElseThrow();
    }
}
