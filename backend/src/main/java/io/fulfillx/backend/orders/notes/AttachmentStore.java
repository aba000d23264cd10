package io.fulfillx.backend.orders.notes;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is attached to orders; the bytes lie in the object store. */
final class AttachmentStore {
    private static final String COLUMNS =
            """
            select attachment_id, name, media_type, bytes, added_by, added_at
            from order_attachment
            where org_id = :org and order_id = :order and deleted_at is null
            """;
    private static final String LIST = COLUMNS + " order by attachment_id";
    private static final String ONE = COLUMNS + " and attachment_id = :id";
    private static final String SAME = COLUMNS + " and sha256 = :sha and name = :name";
    private static final String ADD =
            """
            insert into order_attachment (org_id, attachment_id, order_id, name, media_type, bytes,
              sha256, added_by)
            values (:org, :id, :order, :name, :media, :bytes, :sha, :by)
            """;
    private static final String REMOVE =
            """
            update order_attachment set deleted_by = :by, deleted_at = now()
            where org_id = :org and order_id = :order and attachment_id = :id
              and deleted_at is null
            """;

    /** A file that belongs to an order. */
    record Attachment(
            UUID attachmentId,
            String name,
            String mediaType,
            int bytes,
            String addedBy,
            Instant addedAt) {}

    List<Attachment> list(Tx tx, OrderId order) {
        return tx.sql(LIST).with("order", order.value()).list(AttachmentStore::attachment);
    }

    Optional<Attachment> find(Tx tx, OrderId order, UUID id) {
        return tx.sql(ONE)
                .with("order", order.value())
                .with("id", id)
                .find(AttachmentStore::attachment);
    }

    /** The same bytes under the same name. */
    Optional<Attachment> same(Tx tx, OrderId order, String name, String sha256) {
        return tx.sql(SAME)
                .with("order", order.value())
                .with("name", name)
                .with("sha", sha256)
                .find(AttachmentStore::attachment);
    }

    void add(Tx tx, OrderId order, UUID id, String name, AttachedFile file, String sha, String by) {
        tx.sql(ADD)
                .with("id", id)
                .with("order", order.value())
                .with("name", name)
                .with("media", file.mediaType())
                .with("bytes", file.content().length)
                .with("sha", sha)
                .with("by", by)
                .run();
    }

    /** False when it was removed before. */
    boolean remove(Tx tx, OrderId order, UUID id, String by) {
        return tx.sql(REMOVE).with("order", order.value()).with("id", id).with("by", by).run() == 1;
    }

    private static Attachment attachment(Row row) {
        return new Attachment(
                row.uuid("attachment_id"),
                row.text("name"),
                row.text("media_type"),
                row.integer("bytes"),
                row.text("added_by"),
                row.instant("added_at"));
    }
}
