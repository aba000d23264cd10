package io.fulfillx.backend.inventory.ledger;

import io.fulfillx.backend.inventory.ledger.StockSheet.LevelChange;
import io.fulfillx.backend.inventory.ledger.StockSheet.Numbered;
import io.fulfillx.backend.inventory.ledger.StockSheet.StreamChange;
import io.fulfillx.backend.inventory.ledger.StockSheet.UnitChange;
import io.fulfillx.backend.inventory.ledger.StockSheet.Where;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what events touch and writes what they changed: however many, in a few statements. */
final class StockSheetStore {

    /**
     * Locks all or nothing: who held some of them while opening the others would wait for somebody
     * who opens the same and waits for the held ones.
     */
    private static final String LOCK =
            """
            select item_id, last_seq from stock_stream
            where org_id = :org and item_id = any(cast(:items as uuid[]))
              and :wanted = (select count(*) from stock_stream
                where org_id = :org and item_id = any(cast(:items as uuid[])))
            order by item_id for update
            """;

    private static final String OPEN_STREAMS =
            """
            insert into stock_stream (org_id, item_id)
            select i.org_id, i.item_id from item i where i.org_id = :org and i.item_id in
              (select cast(jsonb_array_elements_text(cast(:items as jsonb)) as uuid))
            order by i.item_id
            on conflict do nothing
            """;

    /** Levels that are touched, and events that were booked before. */
    private static final String READ =
            """
            select cast(null as uuid) as event_id, '' as movement_key, s.item_id, s.location_id,
              s.lot, s.on_hand as on_hand_delta, s.reserved as reserved_delta,
              s.allocated as allocated_delta, s.quarantine as quarantine_delta,
              s.damaged as damaged_delta, s.inspection as inspection_delta,
              s.in_transit as in_transit_delta
            from jsonb_to_recordset(cast(:levels as jsonb)) as l(item uuid, location uuid, lot text)
            join stock_level s on s.org_id = :org and s.item_id = l.item
              and s.location_id = l.location and s.lot = l.lot
            union all
            select b.event_id, b.movement_key, b.item_id, b.location_id, '', 0, 0, 0, 0, 0, 0, 0
            from jsonb_array_elements_text(cast(:keys as jsonb)) as k(key)
            join stock_ledger b on b.org_id = :org and b.movement_key = k.key and b.leg = 0
            """;

    private static final String UNITS =
            """
            select s.item_id, s.serial, s.location_id, s.lot
            from jsonb_to_recordset(cast(:units as jsonb)) as u(item uuid, serial text)
            join stock_serial s on s.org_id = :org and s.item_id = u.item and s.serial = u.serial
            """;
    private static final String OPEN_LEVELS =
            """
            insert into stock_level (org_id, item_id, location_id, lot, on_hand, reserved,
              allocated, quarantine, damaged, inspection, in_transit)
            select :org, item, location, lot, hand, res, alloc, quar, dam, insp, transit
            from jsonb_to_recordset(cast(:levels as jsonb)) as l(item uuid, location uuid,
              lot text, hand int, res int, alloc int, quar int, dam int, insp int, transit int)
            """;

    /**
     * All or nothing: the rows are written only when every level and every stream moved. What the
     * sheet found to fit must fit here too, else somebody wrote past the locks.
     */
    private static final String WRITE =
            """
            with moved as (
              update stock_level s set on_hand = s.on_hand + hand, reserved = s.reserved + res,
                allocated = s.allocated + alloc, quarantine = s.quarantine + quar,
                damaged = s.damaged + dam, inspection = s.inspection + insp,
                in_transit = s.in_transit + transit
              from jsonb_to_recordset(cast(:levels as jsonb)) as l(item uuid, location uuid,
                lot text, hand int, res int, alloc int, quar int, dam int, insp int, transit int)
              where s.org_id = :org and s.item_id = l.item and s.location_id = l.location
                and s.lot = l.lot and s.reserved + res >= 0
                and s.allocated + alloc between 0 and s.reserved + res
                and s.quarantine + quar >= 0 and s.damaged + dam >= 0
                and s.inspection + insp >= 0 and s.in_transit + transit >= 0
                and s.on_hand + hand >= s.reserved + res + s.quarantine + quar + s.damaged + dam
                  + s.inspection + insp
              returning 1),
            grown as (
              update stock_stream s set last_seq = t.after
              from jsonb_to_recordset(cast(:streams as jsonb))
                as t(item uuid, before bigint, after bigint)
              where s.org_id = :org and s.item_id = t.item and s.last_seq = t.before
              returning 1)
            insert into stock_ledger (org_id, entry_id, event_id, leg, seq, item_id, location_id,
              lot, kind, on_hand_delta, reserved_delta, allocated_delta, quarantine_delta,
              damaged_delta, inspection_delta, in_transit_delta, serials, subject_id,
              movement_key, actor, approver, reason_code, reason, reverses, effective_at)
            select :org, id, event, n, seq, item, location, lot, kind, hand, res, alloc, quar, dam,
              insp, transit, coalesce(serials, '[]'), subject, key, actor, approver, code, reason,
              reverses, coalesce(effective, now())
            from jsonb_to_recordset(cast(:rows as jsonb)) as r(id uuid, event uuid, n int,
              seq bigint, item uuid, location uuid, lot text, kind text, hand int, res int,
              alloc int, quar int, dam int, insp int, transit int, serials jsonb, subject uuid,
              key text, actor text, approver text, code text, reason text, reverses uuid,
              effective timestamptz)
            where (select count(*) from moved) = :moved and (select count(*) from grown) = :grown
            """;

    private static final String MOVE_UNITS =
            """
            update stock_serial s set location_id = u.location, lot = u.lot, since = now()
            from jsonb_to_recordset(cast(:units as jsonb))
              as u(item uuid, serial text, was uuid, location uuid, lot text)
            where s.org_id = :org and s.item_id = u.item and s.serial = u.serial
              and s.location_id is not distinct from u.was
            """;
    private static final String ADD_UNITS =
            """
            insert into stock_serial (org_id, item_id, serial, location_id, lot)
            select :org, item, serial, location, lot
            from jsonb_to_recordset(cast(:units as jsonb))
              as u(item uuid, serial text, location uuid, lot text)
            order by item, serial
            """;

    /** Levels as they are, and the events of keys that were booked before. */
    record Known(Map<StockKey, Buckets> levels, Map<String, UUID> events) {}

    private record LevelRow(
            UUID item,
            UUID location,
            String lot,
            int hand,
            int res,
            int alloc,
            int quar,
            int dam,
            int insp,
            int transit) {
        static LevelRow of(StockKey key, Buckets units) {
            return new LevelRow(
                    key.item().value(),
                    key.location().value(),
                    key.lot(),
                    units.onHand(),
                    units.reserved(),
                    units.allocated(),
                    units.quarantine(),
                    units.damaged(),
                    units.inspection(),
                    units.inTransit());
        }
    }

    private record PlaceRow(UUID item, UUID location, String lot) {}

    private record UnitRow(
            UUID item, String serial, @Nullable UUID was, @Nullable UUID location, String lot) {
        static UnitRow of(UnitChange change) {
            Where before = change.before();
            return new UnitRow(
                    change.unit().item().value(),
                    change.unit().serial(),
                    before == null ? null : idOf(before.location()),
                    idOf(change.after().location()),
                    change.after().lot());
        }

        private static @Nullable UUID idOf(@Nullable LocationId location) {
            return location == null ? null : location.value();
        }
    }

    /**
     * Locks these items, given in order, and returns the last number of each one's stream; nothing
     * when one of them has no stream yet.
     */
    Map<ItemId, Long> lock(Tx tx, List<String> items) {
        Map<ItemId, Long> streams = new HashMap<>();
        tx.sql(LOCK)
                .with("wanted", items.size())
                .withIds("items", items.stream().map(UUID::fromString).toList())
                .list(row -> streams.put(new ItemId(row.uuid("item_id")), row.bigint("last_seq")));
        return streams;
    }

    void openStreams(Tx tx, List<String> items) {
        tx.sql(OPEN_STREAMS).withJson("items", items).run();
    }

    Known read(Tx tx, Collection<StockKey> levels, Collection<String> keys) {
        Known known = new Known(new HashMap<>(), new HashMap<>());
        tx.sql(READ)
                .withJson(
                        "levels",
                        levels.stream()
                                .map(
                                        key ->
                                                new PlaceRow(
                                                        key.item().value(),
                                                        key.location().value(),
                                                        key.lot()))
                                .toList())
                .withJson("keys", keys)
                .list(row -> know(known, row));
        return known;
    }

    private static boolean know(Known known, Row row) {
        UUID event = row.uuidOrNull("event_id");
        if (event == null) {
            known.levels().put(JournalRow.key(row), JournalRow.delta(row));
        } else {
            known.events().put(row.text("movement_key"), event);
        }
        return true;
    }

    Map<Numbered, Where> units(Tx tx, Collection<Numbered> units) {
        record Found(Numbered unit, Where where) {}
        Map<Numbered, Where> found = new HashMap<>();
        tx.sql(UNITS)
                .withJson("units", units)
                .list(
                        row -> {
                            UUID location = row.uuidOrNull("location_id");
                            return new Found(
                                    new Numbered(
                                            new ItemId(row.uuid("item_id")), row.text("serial")),
                                    new Where(
                                            location == null ? null : new LocationId(location),
                                            row.text("lot")));
                        })
                .forEach(each -> found.put(each.unit(), each.where()));
        return found;
    }

    /**
     * Writes what a sheet has become, and its rows.
     *
     * @throws IllegalStateException when the tables are no longer what the sheet began with
     */
    void write(Tx tx, StockSheet sheet, List<LedgerRow> rows) {
        List<LevelChange> levels = sheet.levelChanges();
        List<LevelRow> fresh =
                levels.stream()
                        .filter(LevelChange::isNew)
                        .map(each -> LevelRow.of(each.key(), each.after()))
                        .toList();
        List<LevelRow> moved =
                levels.stream()
                        .filter(each -> !each.isNew())
                        .map(each -> LevelRow.of(each.key(), each.delta()))
                        .toList();
        List<StreamRow> streams = sheet.streamChanges().stream().map(StreamRow::of).toList();
        if (!fresh.isEmpty()) {
            tx.sql(OPEN_LEVELS).withJson("levels", fresh).run();
        }
        long written =
                tx.sql(WRITE)
                        .withJson("levels", moved)
                        .withJson("streams", streams)
                        .withJson("rows", rows)
                        .with("moved", moved.size())
                        .with("grown", streams.size())
                        .run();
        require(written, rows.size());
        write(tx, sheet.unitChanges());
    }

    private record StreamRow(UUID item, long before, long after) {
        static StreamRow of(StreamChange change) {
            return new StreamRow(change.item().value(), change.before(), change.after());
        }
    }

    private static void write(Tx tx, List<UnitChange> changes) {
        List<UnitRow> moved =
                changes.stream().filter(each -> each.before() != null).map(UnitRow::of).toList();
        List<UnitRow> added =
                changes.stream().filter(each -> each.before() == null).map(UnitRow::of).toList();
        if (!moved.isEmpty()) {
            require(tx.sql(MOVE_UNITS).withJson("units", moved).run(), moved.size());
        }
        if (!added.isEmpty()) {
            require(tx.sql(ADD_UNITS).withJson("units", added).run(), added.size());
        }
    }

    private static void require(long written, long meant) {
        if (written != meant) {
            throw new IllegalStateException(
                    "stock changed past its lock: " + written + "/" + meant);
        }
    }
}
