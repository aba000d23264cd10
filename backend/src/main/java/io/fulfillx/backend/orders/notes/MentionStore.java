package io.fulfillx.backend.orders.notes;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Whom notes speak to, and whether they have seen it. */
final class MentionStore {
    /** A handle that fits two people is nobody's; writing the whole address tells them apart. */
    private static final String PEOPLE =
            """
            select distinct on (h.handle) p.user_id
            from jsonb_array_elements_text(cast(:handles as jsonb)) as h(handle)
            join person_name p on p.org_id = :org
              and (p.email = h.handle or split_part(p.email, '@', 1) = h.handle)
            where p.email = h.handle or 1 = (select count(*) from person_name q
              where q.org_id = :org and split_part(q.email, '@', 1) = h.handle)
            """;

    private static final String INSERT =
            """
            insert into note_mention (org_id, mention_id, note_id, order_id, user_id, made_by)
            values (:org, :id, :note, :order, :user, :actor) on conflict do nothing
            """;
    private static final String INBOX =
            """
            select m.mention_id, m.note_id, m.order_id, o.number, o.name, n.text, n.resolved_at,
              m.made_by, m.made_at, m.read_at
            from note_mention m
            join order_note n on n.org_id = m.org_id and n.note_id = m.note_id
            join sales_order o on o.org_id = m.org_id and o.order_id = m.order_id
            where m.org_id = :org and m.user_id = :user
            """;
    private static final String UNREAD_ONLY = " and m.read_at is null";
    private static final String AFTER = " and m.mention_id < :after";
    private static final String NEWEST = " order by m.mention_id desc limit :limit";
    private static final String UNREAD =
            """
            select count(*) as n from note_mention
            where org_id = :org and user_id = :user and read_at is null
            """;
    private static final String READ =
            """
            update note_mention set read_at = coalesce(read_at, now())
            where org_id = :org and user_id = :user and mention_id = :id
            """;
    private static final String READ_ALL =
            """
            update note_mention set read_at = now()
            where org_id = :org and user_id = :user and read_at is null
            """;

    private final Supplier<UUID> ids;

    MentionStore(Supplier<UUID> ids) {
        this.ids = ids;
    }

    /** Somebody spoke to the reader. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Mention(
            UUID mentionId,
            UUID noteId,
            OrderId orderId,
            String number,
            String name,
            String text,
            boolean resolved,
            String madeBy,
            Instant madeAt,
            @Nullable Instant readAt) {}

    /** Tells each person once per note, however often the note is edited. */
    void mention(Tx tx, UUID note, OrderId order, List<String> handles, String actor) {
        if (handles.isEmpty()) {
            return;
        }
        for (UUID user :
                tx.sql(PEOPLE).withJson("handles", handles).list(row -> row.uuid("user_id"))) {
            tx.sql(INSERT)
                    .with("id", ids.get())
                    .with("note", note)
                    .with("order", order.value())
                    .with("user", user)
                    .with("actor", actor)
                    .run();
        }
    }

    /** Newest first. */
    List<Mention> inbox(Tx tx, UUID user, boolean unreadOnly, Optional<UUID> after, int limit) {
        String sql =
                INBOX + (unreadOnly ? UNREAD_ONLY : "") + (after.isPresent() ? AFTER : "") + NEWEST;
        Tx.Statement statement = tx.sql(sql).with("user", user).with("limit", limit);
        after.ifPresent(id -> statement.with("after", id));
        return statement.list(
                row ->
                        new Mention(
                                row.uuid("mention_id"),
                                row.uuid("note_id"),
                                new OrderId(row.uuid("order_id")),
                                row.text("number"),
                                row.text("name"),
                                row.text("text"),
                                row.instantOrNull("resolved_at") != null,
                                row.text("made_by"),
                                row.instant("made_at"),
                                row.instantOrNull("read_at")));
    }

    int unread(Tx tx, UUID user) {
        return tx.sql(UNREAD).with("user", user).get(row -> row.integer("n"));
    }

    /** False when the reader has no such mention. */
    boolean read(Tx tx, UUID user, UUID mention) {
        return tx.sql(READ).with("user", user).with("id", mention).run() == 1;
    }

    void readAll(Tx tx, UUID user) {
        tx.sql(READ_ALL).with("user", user).run();
    }
}
