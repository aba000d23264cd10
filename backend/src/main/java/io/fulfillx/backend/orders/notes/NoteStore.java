package io.fulfillx.backend.orders.notes;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class NoteStore {
    private static final String INSERT =
            """
            insert into order_note (org_id, note_id, order_id, text, author)
            values (:org, :id, :order, :text, :author)
            """;
    private static final String VIEW =
            """
            select n.note_id, n.order_id, n.text, n.author, n.written_at, n.edited_at,
              n.resolved_at, n.resolved_by,
              (select coalesce(jsonb_agg(jsonb_build_object('userId', p.user_id, 'name', p.name)
                  order by p.name), '[]')
                from note_mention m join person_name p
                  on p.org_id = m.org_id and p.user_id = m.user_id
                where m.org_id = n.org_id and m.note_id = n.note_id) as mentions,
              (select coalesce(jsonb_agg(jsonb_build_object('text', v.text,
                  'replacedBy', v.replaced_by, 'replacedAt', v.replaced_at)
                  order by v.version), '[]')
                from order_note_version v
                where v.org_id = n.org_id and v.note_id = n.note_id) as versions
            from order_note n where n.org_id = :org and n.order_id = :order
            """;
    private static final String OF_ORDER = VIEW + " order by n.note_id";
    private static final String FIND = VIEW + " and n.note_id = :id";
    private static final String LOCK =
            """
            select text, author, resolved_at from order_note
            where org_id = :org and order_id = :order and note_id = :id for update
            """;
    private static final String KEEP_VERSION =
            """
            insert into order_note_version (org_id, note_id, version, text, replaced_by)
            select :org, :id, 1 + count(*), :text, :actor from order_note_version
            where org_id = :org and note_id = :id
            """;
    private static final String EDIT =
            """
            update order_note set text = :text, edited_at = now()
            where org_id = :org and note_id = :id
            """;
    private static final String RESOLVE =
            """
            update order_note set resolved_at = now(), resolved_by = :actor
            where org_id = :org and note_id = :id
            """;
    private static final String REOPEN =
            """
            update order_note set resolved_at = null, resolved_by = null
            where org_id = :org and note_id = :id
            """;

    /** A note with whom it speaks to and what it said before. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoteView(
            UUID noteId,
            OrderId orderId,
            String text,
            String author,
            Instant writtenAt,
            @Nullable Instant editedAt,
            @Nullable Instant resolvedAt,
            @Nullable String resolvedBy,
            List<Person> mentions,
            List<Version> versions) {}

    /** A person a note speaks to. */
    record Person(UUID userId, String name) {}

    /** What a note said until somebody edited it. */
    record Version(String text, String replacedBy, Instant replacedAt) {}

    /** A note that nobody else can change now. */
    record Locked(String text, String author, boolean resolved) {}

    void insert(Tx tx, UUID id, OrderId order, String text, String author) {
        tx.sql(INSERT)
                .with("id", id)
                .with("order", order.value())
                .with("text", text)
                .with("author", author)
                .run();
    }

    /** Oldest first. */
    List<NoteView> of(Tx tx, OrderId order) {
        return tx.sql(OF_ORDER).with("order", order.value()).list(NoteStore::view);
    }

    NoteView get(Tx tx, OrderId order, UUID id) {
        return tx.sql(FIND).with("order", order.value()).with("id", id).get(NoteStore::view);
    }

    Optional<Locked> lock(Tx tx, OrderId order, UUID id) {
        return tx.sql(LOCK)
                .with("order", order.value())
                .with("id", id)
                .find(
                        row ->
                                new Locked(
                                        row.text("text"),
                                        row.text("author"),
                                        row.instantOrNull("resolved_at") != null));
    }

    void edit(Tx tx, UUID id, String before, String text, String actor) {
        tx.sql(KEEP_VERSION).with("id", id).with("text", before).with("actor", actor).run();
        tx.sql(EDIT).with("id", id).with("text", text).run();
    }

    void resolve(Tx tx, UUID id, String actor) {
        tx.sql(RESOLVE).with("id", id).with("actor", actor).run();
    }

    void reopen(Tx tx, UUID id) {
        tx.sql(REOPEN).with("id", id).run();
    }

    private static NoteView view(Row row) {
        return new NoteView(
                row.uuid("note_id"),
                new OrderId(row.uuid("order_id")),
                row.text("text"),
                row.text("author"),
                row.instant("written_at"),
                row.instantOrNull("edited_at"),
                row.instantOrNull("resolved_at"),
                row.textOrNull("resolved_by"),
                List.of(row.json("mentions", Person[].class)),
                List.of(row.json("versions", Version[].class)));
    }
}
