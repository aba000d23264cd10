package io.fulfillx.backend.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;

import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What happened to an order, and what people wrote about it. */
final class TrailStore {
    private static final int MAX_DETAIL = 1_000;

    private static final String ADD =
            """
            insert into order_history (org_id, history_id, order_id, actor, what, detail,
              correlation_id)
            select :org, id, "order", :actor, what, detail, correlation
            from jsonb_to_recordset(cast(:events as jsonb)) as e(id uuid, "order" uuid, what text,
              detail text, correlation text)
            """;
    private static final String EDIT =
            """
            insert into order_history (org_id, history_id, order_id, actor, what, detail, why,
              before, after, correlation_id)
            values (:org, :id, :order, :actor, :what, :why, :why, cast(:before as jsonb),
              cast(:after as jsonb), :correlation)
            """;
    private static final String PAGE =
            """
            select history_id, at, actor, what, detail, why, cast(before as text) as before,
              cast(after as text) as after, correlation_id
            from order_history
            where org_id = :org and order_id = :order
              and (cast(:older as uuid) is null or history_id < :older)
            order by history_id desc limit :limit
            """;

    /** Oldest first. */
    static final String HISTORY =
            """
            select at, actor, what, detail, correlation_id from order_history
            where org_id = :org and order_id = :order order by history_id
            """;

    static final String NOTES =
            """
            select note_id, text, author, written_at from order_note
            where org_id = :org and order_id = :order order by note_id
            """;

    private final Supplier<UUID> ids;

    TrailStore(Supplier<UUID> ids) {
        this.ids = ids;
    }

    /** Something that happened. */
    record Event(Instant at, String actor, String what, String detail, String correlationId) {}

    /**
     * A change somebody made.
     *
     * @param before the fields that changed, as they were
     */
    record Edit(
            String actor, String what, String why, Map<String, ?> before, Map<String, ?> after) {}

    /** What happened, with what it was before and after where something was changed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            UUID historyId,
            Instant at,
            String actor,
            String what,
            String detail,
            String why,
            @JsonRawValue @Nullable String before,
            @JsonRawValue @Nullable String after,
            String correlationId) {}

    void edit(Tx tx, OrderId order, Edit edit) {
        tx.sql(EDIT)
                .with("id", ids.get())
                .with("order", order.value())
                .with("actor", edit.actor())
                .with("what", edit.what())
                .with("why", edit.why())
                .withJson("before", edit.before())
                .withJson("after", edit.after())
                .with("correlation", Correlation.current())
                .run();
    }

    /** Newest first. */
    List<Entry> page(Tx tx, OrderId order, @Nullable UUID older, int limit) {
        return tx.sql(PAGE)
                .with("order", order.value())
                .with("older", older)
                .with("limit", limit)
                .list(
                        row ->
                                new Entry(
                                        row.uuid("history_id"),
                                        row.instant("at"),
                                        row.text("actor"),
                                        row.text("what"),
                                        row.text("detail"),
                                        row.text("why"),
                                        row.textOrNull("before"),
                                        row.textOrNull("after"),
                                        row.text("correlation_id")));
    }

    record Note(UUID noteId, String text, String author, Instant writtenAt) {}

    /** Something that happened just now. */
    record NewEvent(OrderId order, String what, String detail, String correlation) {}

    private record Added(UUID id, UUID order, String what, String detail, String correlation) {}

    void add(Tx tx, OrderId order, String actor, String what, String detail) {
        addAll(tx, actor, List.of(new NewEvent(order, what, detail, Correlation.current())));
    }

    void addAll(Tx tx, String actor, List<NewEvent> events) {
        if (!events.isEmpty()) {
            tx.sql(ADD)
                    .with("actor", actor)
                    .withJson("events", events.stream().map(this::added).toList())
                    .run();
        }
    }

    private Added added(NewEvent event) {
        String detail = event.detail();
        return new Added(
                ids.get(),
                event.order().value(),
                event.what(),
                detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL) : detail,
                event.correlation());
    }

    static Event event(Row row) {
        return new Event(
                row.instant("at"),
                row.text("actor"),
                row.text("what"),
                row.text("detail"),
                row.text("correlation_id"));
    }

    static Note note(Row row) {
        return new Note(
                row.uuid("note_id"),
                row.text("text"),
                row.text("author"),
                row.instant("written_at"));
    }
}
