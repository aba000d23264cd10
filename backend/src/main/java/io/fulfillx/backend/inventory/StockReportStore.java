package io.fulfillx.backend.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads of levels and ledger for people. */
final class StockReportStore {
    private static final String LEVELS =
            """
            select i.item_id, i.sku, i.title,
              coalesce(sum(s.on_hand), 0) as on_hand, coalesce(sum(s.reserved), 0) as reserved,
              coalesce(jsonb_agg(jsonb_build_object('location', l.name, 'onHand', s.on_hand,
                'reserved', s.reserved, 'available', s.on_hand - s.reserved) order by l.name)
                filter (where s.item_id is not null), '[]') as places
            from item_name i
            left join stock_level s on s.org_id = i.org_id and s.item_id = i.item_id
            left join location_name l on l.org_id = s.org_id and l.location_id = s.location_id
            where i.org_id = :org
            """;
    private static final String OF_SKU = " and i.sku = :sku";
    private static final String ITEMS_AFTER = " and i.item_id < :after";
    private static final String NEWEST_ITEMS =
            " group by i.item_id, i.sku, i.title order by i.item_id desc limit :limit";
    private static final String ENTRIES =
            """
            select e.entry_id, i.sku, l.name as location, e.kind, e.on_hand_delta, e.reserved_delta,
              e.subject_id, e.actor, e.reason, e.recorded_at
            from stock_ledger e
            join item_name i on i.org_id = e.org_id and i.item_id = e.item_id
            join location_name l on l.org_id = e.org_id and l.location_id = e.location_id
            where e.org_id = :org
            """;
    private static final String ENTRIES_AFTER = " and e.entry_id < :after";
    private static final String NEWEST_ENTRIES = " order by e.entry_id desc limit :limit";
    private static final String CHECK =
            """
            with replayed as (
              select item_id, location_id, sum(on_hand_delta) as on_hand,
                sum(reserved_delta) as reserved
              from stock_ledger where org_id = :org group by item_id, location_id),
            kept as (
              select item_id, location_id, on_hand, reserved from stock_level
              where org_id = :org)
            select
              coalesce(sum(abs(coalesce(k.on_hand, 0) - coalesce(r.on_hand, 0))
                + abs(coalesce(k.reserved, 0) - coalesce(r.reserved, 0))), 0) as drift,
              coalesce(sum(greatest(coalesce(k.reserved, 0) - coalesce(k.on_hand, 0), 0)
                + greatest(-coalesce(k.on_hand, 0), 0)), 0) as oversold
            from kept k full join replayed r
              on r.item_id = k.item_id and r.location_id = k.location_id
            """;

    /** An item's stock, in total and by location. */
    record StockView(
            UUID itemId,
            String sku,
            String title,
            int onHand,
            int reserved,
            int available,
            List<PlaceView> locations) {}

    record PlaceView(String location, int onHand, int reserved, int available) {}

    /** A movement of the ledger. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            UUID entryId,
            String sku,
            String location,
            String kind,
            int onHandDelta,
            int reservedDelta,
            @Nullable UUID subjectId,
            String actor,
            String reason,
            Instant recordedAt) {}

    /**
     * @param driftUnits how far the levels are from the replayed ledger
     * @param oversoldUnits units promised that are not there
     */
    record Check(long driftUnits, long oversoldUnits) {}

    List<StockView> levels(Tx tx, Optional<String> sku, Optional<UUID> after, int limit) {
        return page(tx, LEVELS, ITEMS_AFTER, NEWEST_ITEMS, new Window(sku, after, limit))
                .list(StockReportStore::stock);
    }

    List<EntryView> entries(Tx tx, Optional<String> sku, Optional<UUID> after, int limit) {
        return page(tx, ENTRIES, ENTRIES_AFTER, NEWEST_ENTRIES, new Window(sku, after, limit))
                .list(StockReportStore::entry);
    }

    private record Window(Optional<String> sku, Optional<UUID> after, int limit) {}

    private static Tx.Statement page(
            Tx tx, String head, String beyond, String tail, Window window) {
        String sql =
                head
                        + (window.sku().isPresent() ? OF_SKU : "")
                        + (window.after().isPresent() ? beyond : "")
                        + tail;
        Tx.Statement statement = tx.sql(sql).with("limit", window.limit());
        window.sku().ifPresent(sku -> statement.with("sku", sku));
        window.after().ifPresent(id -> statement.with("after", id));
        return statement;
    }

    Check check(Tx tx) {
        return tx.sql(CHECK).get(row -> new Check(row.bigint("drift"), row.bigint("oversold")));
    }

    private static StockView stock(Row row) {
        int onHand = row.integer("on_hand");
        int reserved = row.integer("reserved");
        return new StockView(
                row.uuid("item_id"),
                row.text("sku"),
                row.text("title"),
                onHand,
                reserved,
                onHand - reserved,
                List.of(Json.read(row.text("places"), PlaceView[].class)));
    }

    private static EntryView entry(Row row) {
        return new EntryView(
                row.uuid("entry_id"),
                row.text("sku"),
                row.text("location"),
                row.text("kind"),
                row.integer("on_hand_delta"),
                row.integer("reserved_delta"),
                row.uuidOrNull("subject_id"),
                row.text("actor"),
                row.text("reason"),
                row.instant("recorded_at"));
    }
}
