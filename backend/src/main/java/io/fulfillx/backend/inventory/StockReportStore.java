package io.fulfillx.backend.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads of levels and ledger for people. */
final class StockReportStore {
    private static final String LEVELS =
            """
            select i.item_id, i.sku, i.title,
              coalesce(sum(s.on_hand), 0) as on_hand, coalesce(sum(s.reserved), 0) as reserved,
              coalesce(sum(s.on_hand - s.reserved - s.quarantine - s.damaged - s.inspection), 0)
                as available,
              coalesce(jsonb_agg(jsonb_build_object('location', l.name,
                'warehouse', coalesce(p.warehouse, 'MAIN'), 'lot', s.lot,
                'expiresOn', t.expires_on, 'onHand', s.on_hand, 'reserved', s.reserved,
                'available', s.on_hand - s.reserved - s.quarantine - s.damaged - s.inspection,
                'allocated', s.allocated,
                'picked', case when p.kind = 'TOTE' then s.on_hand else 0 end,
                'quarantine', s.quarantine, 'damaged', s.damaged, 'inspection', s.inspection,
                'inTransit', s.in_transit) order by l.name, s.lot)
                filter (where s.item_id is not null), '[]') as places
            from item_name i
            left join stock_level s on s.org_id = i.org_id and s.item_id = i.item_id
            left join location_name l on l.org_id = s.org_id and l.location_id = s.location_id
            left join stock_place p on p.org_id = s.org_id and p.location_id = s.location_id
            left join stock_lot t on t.org_id = s.org_id and t.item_id = s.item_id
              and t.lot = s.lot
            where i.org_id = :org
            """;
    private static final String OF_SKU = " and i.sku = :sku";
    private static final String ITEMS_AFTER = " and i.item_id < :after";
    private static final String NEWEST_ITEMS =
            " group by i.item_id, i.sku, i.title order by i.item_id desc limit :limit";
    private static final String ENTRIES =
            """
            select e.entry_id, e.event_id, e.seq, i.sku, l.name as location, e.lot, e.kind,
              e.on_hand_delta, e.reserved_delta, e.allocated_delta, e.quarantine_delta,
              e.damaged_delta, e.inspection_delta, e.in_transit_delta,
              cast(e.serials as text) as serials, e.subject_id, e.actor, e.approver,
              e.reason_code, e.reason, e.reverses, e.effective_at, e.recorded_at
            from stock_ledger e
            join item_name i on i.org_id = e.org_id and i.item_id = e.item_id
            join location_name l on l.org_id = e.org_id and l.location_id = e.location_id
            where e.org_id = :org
            """;
    private static final String ENTRIES_AFTER = " and e.entry_id < :after";
    private static final String NEWEST_ENTRIES = " order by e.entry_id desc limit :limit";
    private static final String PAST =
            """
            select l.name as location, e.lot, sum(e.on_hand_delta) as on_hand,
              sum(e.reserved_delta) as reserved, sum(e.in_transit_delta) as in_transit,
              sum(e.quarantine_delta + e.damaged_delta + e.inspection_delta) as kept_apart
            from stock_ledger e
            join item_name i on i.org_id = e.org_id and i.item_id = e.item_id
            join location_name l on l.org_id = e.org_id and l.location_id = e.location_id
            where e.org_id = :org and i.sku = :sku
              and case when :recorded then e.recorded_at else e.effective_at end <= :time
            group by l.name, e.lot order by l.name, e.lot
            """;
    private static final String CHECK =
            """
            with both_sides as (
              select item_id, location_id, lot, on_hand_delta as hand, reserved_delta as res,
                allocated_delta as alloc, quarantine_delta as quar, damaged_delta as dam,
                inspection_delta as insp, in_transit_delta as transit
              from stock_ledger where org_id = :org
              union all
              select item_id, location_id, lot, -on_hand, -reserved, -allocated, -quarantine,
                -damaged, -inspection, -in_transit
              from stock_level where org_id = :org),
            differences as (
              select abs(sum(hand)) + abs(sum(res)) + abs(sum(alloc)) + abs(sum(quar))
                + abs(sum(dam)) + abs(sum(insp)) + abs(sum(transit)) as units
              from both_sides group by item_id, location_id, lot)
            select
              (select coalesce(sum(units), 0) from differences) as drift,
              (select coalesce(sum(greatest(reserved + quarantine + damaged + inspection - on_hand,
                0) + greatest(-on_hand, 0)), 0) from stock_level where org_id = :org) as oversold
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

    /** Units of one location and lot; picked ones lie in a tote. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlaceView(
            String location,
            String warehouse,
            String lot,
            @Nullable LocalDate expiresOn,
            int onHand,
            int reserved,
            int available,
            int allocated,
            int picked,
            int quarantine,
            int damaged,
            int inspection,
            int inTransit) {}

    /** What the ledger says was there at a time. */
    record PastLevel(
            String location, String lot, int onHand, int reserved, int keptApart, int inTransit) {}

    List<PastLevel> levelsAt(Tx tx, String sku, Instant time, boolean recorded) {
        return tx.sql(PAST)
                .with("sku", sku)
                .with("time", time)
                .with("recorded", recorded)
                .list(
                        row ->
                                new PastLevel(
                                        row.text("location"),
                                        row.text("lot"),
                                        row.integer("on_hand"),
                                        row.integer("reserved"),
                                        row.integer("kept_apart"),
                                        row.integer("in_transit")));
    }

    /** A movement of the ledger. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            UUID entryId,
            UUID eventId,
            long seq,
            String sku,
            String location,
            String lot,
            String kind,
            int onHandDelta,
            int reservedDelta,
            int allocatedDelta,
            int quarantineDelta,
            int damagedDelta,
            int inspectionDelta,
            int inTransitDelta,
            List<String> serials,
            @Nullable UUID subjectId,
            String actor,
            String approver,
            String reasonCode,
            String reason,
            @Nullable UUID reverses,
            Instant effectiveAt,
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
        return new StockView(
                row.uuid("item_id"),
                row.text("sku"),
                row.text("title"),
                row.integer("on_hand"),
                row.integer("reserved"),
                row.integer("available"),
                List.of(Json.read(row.text("places"), PlaceView[].class)));
    }

    private static EntryView entry(Row row) {
        return new EntryView(
                row.uuid("entry_id"),
                row.uuid("event_id"),
                row.bigint("seq"),
                row.text("sku"),
                row.text("location"),
                row.text("lot"),
                row.text("kind"),
                row.integer("on_hand_delta"),
                row.integer("reserved_delta"),
                row.integer("allocated_delta"),
                row.integer("quarantine_delta"),
                row.integer("damaged_delta"),
                row.integer("inspection_delta"),
                row.integer("in_transit_delta"),
                List.of(row.json("serials", String[].class)),
                row.uuidOrNull("subject_id"),
                row.text("actor"),
                row.text("approver"),
                row.text("reason_code"),
                row.text("reason"),
                row.uuidOrNull("reverses"),
                row.instant("effective_at"),
                row.instant("recorded_at"));
    }
}
