package io.fulfillx.backend.orders;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What somebody has to do with their hands because of a decision at a desk. */
final class OrderTaskStore {
    private static final String ADD =
            """
            insert into order_task (org_id, order_task_id, order_id, parcel_id, kind, instruction)
            values (:org, :id, :order, :parcel, :kind, :instruction) on conflict do nothing
            """;
    private static final String SELECT =
            """
            select order_task_id, order_id, parcel_id, kind, instruction, created_at, done_at,
              done_by
            from order_task where org_id = :org
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

    /** The kinds of work. */
    enum Kind {
        /** Put what lies in the tote into the exception bin or back to its place. */
        EMPTY_TOTE,
        /** Open the parcel and put its units back to their place. */
        UNPACK
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OrderTask(
            UUID orderTaskId,
            OrderId orderId,
            @Nullable ParcelId parcelId,
            Kind kind,
            String instruction,
            Instant createdAt,
            @Nullable Instant doneAt,
            @Nullable String doneBy) {}

    void add(Tx tx, UUID id, OrderId order, ParcelId parcel, Kind kind, String instruction) {
        tx.sql(ADD)
                .with("id", id)
                .with("order", order.value())
                .with("parcel", parcel.value())
                .with("kind", kind.name())
                .with("instruction", instruction)
                .run();
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
        return new OrderTask(
                row.uuid("order_task_id"),
                new OrderId(row.uuid("order_id")),
                parcel == null ? null : new ParcelId(parcel),
                Kind.valueOf(row.text("kind")),
                row.text("instruction"),
                row.instant("created_at"),
                row.instantOrNull("done_at"),
                row.textOrNull("done_by"));
    }
}
