package io.fulfillx.backend.orders;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.orders.api.NewTask;
import io.fulfillx.backend.orders.api.TaskKind;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.station.StationTask;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What somebody has to do with their hands because of a decision at a desk. */
final class OrderTaskStore {
    private static final String ADD =
            """
            insert into order_task (org_id, order_task_id, order_id, parcel_id, kind, instruction,
              cause, station_id)
            values (:org, :id, :order, :parcel, :kind, :instruction, :cause, :station)
            on conflict do nothing
            """;
    private static final String SELECT =
            """
            select order_task_id, order_id, parcel_id, kind, instruction, station_id, created_at,
              done_at, done_by
            from order_task where org_id = :org
            """;
    private static final String OPEN_AT =
            """
            select t.order_task_id, t.parcel_id, t.kind, t.instruction, t.created_at, t.cause,
              o.name, cast(o.number as text) as number
            from order_task t
            join sales_order o on o.org_id = t.org_id and o.order_id = t.order_id
            where t.org_id = :org and t.station_id = :station and t.done_at is null
            order by t.order_task_id limit :limit
            """;
    private static final String HAS =
            """
            select count(*) as open from order_task
            where org_id = :org and parcel_id = :parcel and kind = :kind and done_at is null
            """;
    private static final String OPEN_OF =
            """
            select order_task_id from order_task
            where org_id = :org and parcel_id = any(cast(:parcels as uuid[])) and kind = :kind
              and done_at is null
            """;
    private static final String FIND = SELECT + " and order_task_id = :id for update";
    private static final String OPEN =
            SELECT
                    + """
                     and done_at is null and (cast(:before as uuid) is null
                      or order_task_id < :before)
                    order by order_task_id desc limit :limit
                    """;
    private static final String DONE =
            """
            update order_task set done_at = now(), done_by = :by
            where org_id = :org and order_task_id = :id and done_at is null
            """;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OrderTask(
            UUID orderTaskId,
            OrderId orderId,
            @Nullable ParcelId parcelId,
            TaskKind kind,
            String instruction,
            @Nullable StationId stationId,
            Instant createdAt,
            @Nullable Instant doneAt,
            @Nullable String doneBy) {}

    /** False when it was asked for before. */
    boolean add(Tx tx, UUID id, NewTask task) {
        StationId station = task.station();
        return tx.sql(ADD)
                        .with("id", id)
                        .with("order", task.orderId().value())
                        .with("parcel", task.parcelId().value())
                        .with("kind", task.kind().name())
                        .with("instruction", task.instruction())
                        .with("cause", task.cause())
                        .with("station", station == null ? null : station.value())
                        .run()
                == 1;
    }

    /** Whether the parcel still has such a task. */
    boolean has(Tx tx, ParcelId parcel, TaskKind kind) {
        return tx.sql(HAS)
                        .with("parcel", parcel.value())
                        .with("kind", kind.name())
                        .get(row -> row.bigint("open"))
                > 0;
    }

    List<UUID> openOf(Tx tx, Collection<ParcelId> parcels, TaskKind kind) {
        return tx.sql(OPEN_OF)
                .withIds("parcels", parcels.stream().map(ParcelId::value).toList())
                .with("kind", kind.name())
                .list(row -> row.uuid("order_task_id"));
    }

    /** Oldest first. */
    List<StationTask> openAt(Tx tx, StationId station, int limit) {
        return tx.sql(OPEN_AT)
                .with("station", station.value())
                .with("limit", limit)
                .list(
                        row ->
                                new StationTask(
                                        row.uuid("order_task_id"),
                                        new ParcelId(row.uuid("parcel_id")),
                                        row.text("kind"),
                                        row.text("name"),
                                        row.text("number"),
                                        row.text("cause"),
                                        row.text("instruction"),
                                        row.instant("created_at")));
    }

    /** The task; nobody else can finish it until this transaction ends. */
    Optional<OrderTask> lock(Tx tx, UUID id) {
        return tx.sql(FIND).with("id", id).find(OrderTaskStore::task);
    }

    /** Newest first. */
    List<OrderTask> open(Tx tx, @Nullable UUID before, int limit) {
        return tx.sql(OPEN).with("before", before).with("limit", limit).list(OrderTaskStore::task);
    }

    boolean done(Tx tx, UUID id, String by) {
        return tx.sql(DONE).with("id", id).with("by", by).run() == 1;
    }

    private static OrderTask task(Row row) {
        UUID parcel = row.uuidOrNull("parcel_id");
        UUID station = row.uuidOrNull("station_id");
        return new OrderTask(
                row.uuid("order_task_id"),
                new OrderId(row.uuid("order_id")),
                parcel == null ? null : new ParcelId(parcel),
                TaskKind.valueOf(row.text("kind")),
                row.text("instruction"),
                station == null ? null : new StationId(station),
                row.instant("created_at"),
                row.instantOrNull("done_at"),
                row.textOrNull("done_by"));
    }
}
