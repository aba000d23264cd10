package io.fulfillx.backend.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What channels are to be told, and how far the ledger was looked through for that. */
final class PublishStore {
    private static final String CHANNELS =
            "select distinct channel_id from channel_stock_rule where org_id = :org";
    private static final String OPEN_MARK =
            """
            insert into stock_publish_mark (org_id, xid, entry_id)
            values (:org, cast('0' as xid8), :none) on conflict do nothing
            """;
    private static final String MARK =
            """
            select cast(xid as text) as xid, entry_id from stock_publish_mark
            where org_id = :org for update skip locked
            """;
    private static final String CHANGED =
            """
            select cast(xid as text) as xid, entry_id, item_id from stock_ledger
            where org_id = :org and (xid, entry_id) > (cast(:xid as xid8), :entry)
              and xid < pg_snapshot_xmin(pg_current_snapshot())
            order by stock_ledger.xid, entry_id limit 1000
            """;
    private static final String MOVE_MARK =
            """
            update stock_publish_mark set xid = cast(:xid as xid8), entry_id = :entry
            where org_id = :org
            """;
    private static final String RESET = "delete from stock_publish_mark where org_id = :org";
    private static final String KITS_OF =
            """
            select distinct c.kit_id from kit_component c
            join kit k on k.org_id = c.org_id and k.kit_id = c.kit_id and k.is_virtual
            where c.org_id = :org and c.item_id in
              (select cast(jsonb_array_elements_text(cast(:items as jsonb)) as uuid))
            """;
    private static final String QUEUE =
            """
            insert into channel_stock_job (org_id, channel_id, item_id, shown)
            select :org, x.channel, x.item, x.units
            from jsonb_to_recordset(cast(:shown as jsonb)) as x(channel uuid, item uuid, units int)
            order by x.channel, x.item
            on conflict (org_id, channel_id, item_id) do update
            set shown = excluded.shown, version = channel_stock_job.version + 1,
              queued_at = now(), state = 'WAITING', attempts = 0, next_at = now()
            where channel_stock_job.shown <> excluded.shown
            """;
    private static final String LINK =
            """
            insert into channel_stock_link (org_id, channel_id)
            select distinct org_id, channel_id from channel_stock_rule where org_id = :org
            on conflict do nothing
            """;
    private static final String JOBS =
            """
            select j.channel_id, i.sku, j.shown, j.version, j.queued_at, j.state, j.attempts,
              j.last_error, j.sent_at
            from channel_stock_job j
            join item_name i on i.org_id = j.org_id and i.item_id = j.item_id
            where j.org_id = :org and j.channel_id = :channel and i.sku > :after
              and (:state = '' or j.state = :state)
            order by i.sku limit :limit
            """;

    /** A place in the ledger. */
    record Mark(String xid, UUID entryId) {}

    /** A row of the ledger after it. */
    record Changed(Mark mark, ItemId item) {}

    /**
     * What a channel is to be told.
     *
     * @param version grows with each number that is new
     * @param state WAITING, SENT, UNLISTED when the channel does not sell it, or DEAD
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JobView(
            UUID channelId,
            String sku,
            int shown,
            long version,
            Instant queuedAt,
            String state,
            int attempts,
            String lastError,
            @Nullable Instant sentAt) {}

    List<UUID> channels(Tx tx) {
        return tx.sql(CHANNELS).list(row -> row.uuid("channel_id"));
    }

    /** Empty while another process looks. */
    Optional<Mark> lockMark(Tx tx) {
        tx.sql(OPEN_MARK).with("none", new UUID(0, 0)).run();
        return tx.sql(MARK).find(row -> new Mark(row.text("xid"), row.uuid("entry_id")));
    }

    List<Changed> changed(Tx tx, Mark after) {
        return tx.sql(CHANGED)
                .with("xid", after.xid())
                .with("entry", after.entryId())
                .list(
                        row ->
                                new Changed(
                                        new Mark(row.text("xid"), row.uuid("entry_id")),
                                        new ItemId(row.uuid("item_id"))));
    }

    void moveMark(Tx tx, Mark mark) {
        tx.sql(MOVE_MARK).with("xid", mark.xid()).with("entry", mark.entryId()).run();
    }

    /** Everything is looked at again: a rule has changed. */
    void reset(Tx tx) {
        tx.sql(RESET).run();
    }

    List<ItemId> kitsOf(Tx tx, Collection<ItemId> items) {
        return tx.sql(KITS_OF).withJson("items", items).list(row -> new ItemId(row.uuid("kit_id")));
    }

    void queue(Tx tx, List<ShowStock.Shown> shown) {
        tx.sql(LINK).run();
        tx.sql(QUEUE).withJson("shown", shown).run();
    }

    /**
     * @param state empty for all
     */
    List<JobView> jobs(Tx tx, UUID channel, String state, String after, int limit) {
        return tx.sql(JOBS)
                .with("channel", channel)
                .with("state", state)
                .with("after", after)
                .with("limit", limit)
                .list(
                        row ->
                                new JobView(
                                        row.uuid("channel_id"),
                                        row.text("sku"),
                                        row.integer("shown"),
                                        row.bigint("version"),
                                        row.instant("queued_at"),
                                        row.text("state"),
                                        row.integer("attempts"),
                                        row.text("last_error"),
                                        row.instantOrNull("sent_at")));
    }
}
