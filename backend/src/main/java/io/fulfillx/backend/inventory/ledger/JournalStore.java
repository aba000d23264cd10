package io.fulfillx.backend.inventory.ledger;

import io.fulfillx.backend.inventory.ledger.SealBlock.Place;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.wire.Json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Reads the whole ledger piece by piece, and keeps its seals. */
final class JournalStore {
    /**
     * Levels, ledger and streams in one look at the database, item by item. The row policy keeps it
     * to the organisation: a cursor takes no parameters.
     */
    private static final String OPEN =
            """
            declare stock_replay no scroll cursor for
            select item_id, 0 as side, cast(0 as bigint) as seq, location_id, lot, 0 as leg,
              on_hand as on_hand_delta, reserved as reserved_delta, allocated as allocated_delta,
              quarantine as quarantine_delta, damaged as damaged_delta,
              inspection as inspection_delta, in_transit as in_transit_delta
            from stock_level
            union all
            select item_id, 1, seq, location_id, lot, leg, on_hand_delta, reserved_delta,
              allocated_delta, quarantine_delta, damaged_delta, inspection_delta, in_transit_delta
            from stock_ledger
            union all
            select item_id, 2, last_seq, item_id, '', 0, 0, 0, 0, 0, 0, 0, 0 from stock_stream
            order by item_id, side, seq
            """;

    /** Sorting the journal of years takes longer than any request may. */
    private static final String TAKE_TIME = "select set_config('statement_timeout', '0', true)";

    private static final String FETCH = "fetch 2000 from stock_replay";
    private static final String CLOSE = "close stock_replay";
    private static final String SLUG = "select slug from org where org_id = :org";

    /** Numbered items whose numbers and units differ at a place. */
    private static final String SERIAL_DRIFT =
            """
            with units as (
              select l.item_id, l.location_id, l.lot, l.on_hand from stock_level l
              join stock_item i on i.org_id = l.org_id and i.item_id = l.item_id
              where l.org_id = :org and i.tracks_serials),
            numbers as (
              select item_id, location_id, lot, count(*) as n from stock_serial
              where org_id = :org and location_id is not null
              group by item_id, location_id, lot)
            select coalesce(sum(abs(coalesce(u.on_hand, 0) - coalesce(n.n, 0))), 0) as units
            from units u full join numbers n on n.item_id = u.item_id
              and n.location_id = u.location_id and n.lot = u.lot
            """;

    private static final String COLUMNS =
            """
            select entry_id, cast(xid as text) as xid, event_id, leg, seq, item_id, location_id,
              lot, kind, on_hand_delta, reserved_delta, allocated_delta, quarantine_delta,
              damaged_delta, inspection_delta, in_transit_delta, cast(serials as text) as serials,
              cast(subject_id as text) as subject_id, movement_key, actor, approver, reason_code,
              reason, cast(reverses as text) as reverses, effective_at, recorded_at
            from stock_ledger
            """;
    private static final String AFTER =
            COLUMNS
                    + """
                    where org_id = :org and (xid, entry_id) > (cast(:xid as xid8), :entry)
                      and xid < pg_snapshot_xmin(pg_current_snapshot())
                    order by stock_ledger.xid, entry_id limit :limit
                    """;
    private static final String BETWEEN =
            COLUMNS
                    + """
                    where org_id = :org and (xid, entry_id) > (cast(:xid as xid8), :entry)
                      and (xid, entry_id) <= (cast(:endxid as xid8), :end)
                    order by stock_ledger.xid, entry_id
                    """;
    private static final String WAITING =
            """
            select count(*) as n from stock_ledger
            where org_id = :org and (xid, entry_id) > (cast(:xid as xid8), :entry)
            """;
    private static final String EXISTS =
            "select count(*) as n from stock_ledger where org_id = :org and entry_id = :entry";
    private static final String LAST =
            """
            select block, cast(last_xid as text) as last_xid, last_entry, hash from stock_seal
            where org_id = :org order by block desc limit 1
            """;
    private static final String BLOCKS =
            """
            select block, entries, cast(last_xid as text) as last_xid, last_entry, previous, hash,
              signature, key_id
            from stock_seal where org_id = :org and block > :after order by block limit 20
            """;
    private static final String APPEND =
            """
            insert into stock_seal (org_id, block, last_xid, last_entry, entries, previous, hash,
              signature, key_id)
            values (:org, :block, cast(:xid as xid8), :entry, :entries, :previous, :hash,
              :signature, :key)
            on conflict (org_id, block) do nothing
            """;

    /** A level, a movement or the end of an item's stream. */
    record Line(int side, long seq, int leg, StockKey key, Buckets units) {}

    /** A row in the form in which it is sealed. */
    record Sealable(Place place, byte[] canonical) {}

    /** The end of the chain. */
    record Head(long block, Place place, byte[] hash) {
        static final Head NONE = new Head(0, Place.START, SealBlock.NOTHING);
    }

    String slug(Tx tx) {
        return tx.sql(SLUG).get(row -> row.text("slug"));
    }

    void open(Tx tx) {
        tx.sql(TAKE_TIME).list(row -> row.text("set_config"));
        tx.sql(OPEN).run();
    }

    void close(Tx tx) {
        tx.sql(CLOSE).run();
    }

    /** Empty when all was read. */
    List<Line> fetch(Tx tx) {
        return tx.sql(FETCH)
                .list(
                        row ->
                                new Line(
                                        row.integer("side"),
                                        row.bigint("seq"),
                                        row.integer("leg"),
                                        JournalRow.key(row),
                                        JournalRow.delta(row)));
    }

    long serialDrift(Tx tx) {
        return tx.sql(SERIAL_DRIFT).get(row -> row.bigint("units"));
    }

    /** Rows after a place, as far as no transaction that is still open can put one before them. */
    List<Sealable> after(Tx tx, Place place, int limit) {
        return tx.sql(AFTER)
                .with("xid", place.xid())
                .with("entry", place.entryId())
                .with("limit", limit)
                .list(JournalStore::sealable);
    }

    List<Sealable> between(Tx tx, Place after, Place end) {
        return tx.sql(BETWEEN)
                .with("xid", after.xid())
                .with("entry", after.entryId())
                .with("endxid", end.xid())
                .with("end", end.entryId())
                .list(JournalStore::sealable);
    }

    long waiting(Tx tx, Place after) {
        return tx.sql(WAITING)
                .with("xid", after.xid())
                .with("entry", after.entryId())
                .get(row -> row.bigint("n"));
    }

    boolean exists(Tx tx, UUID entry) {
        return tx.sql(EXISTS).with("entry", entry).get(row -> row.bigint("n")) > 0;
    }

    /** All that a row says, as JSON with its fields in the order of their names. */
    private static Sealable sealable(Row row) {
        Map<String, Object> fields = new TreeMap<>();
        for (String uuid : List.of("entry_id", "event_id", "item_id", "location_id")) {
            fields.put(uuid, row.uuid(uuid).toString());
        }
        for (String number :
                List.of(
                        "seq",
                        "leg",
                        "on_hand_delta",
                        "reserved_delta",
                        "allocated_delta",
                        "quarantine_delta",
                        "damaged_delta",
                        "inspection_delta",
                        "in_transit_delta")) {
            fields.put(number, row.bigint(number));
        }
        for (String text :
                List.of(
                        "lot",
                        "kind",
                        "serials",
                        "subject_id",
                        "movement_key",
                        "actor",
                        "approver",
                        "reason_code",
                        "reason",
                        "reverses")) {
            String value = row.textOrNull(text);
            fields.put(text, value == null ? "" : value);
        }
        fields.put("effective_at", row.instant("effective_at").toString());
        fields.put("recorded_at", row.instant("recorded_at").toString());
        return new Sealable(new Place(row.text("xid"), row.uuid("entry_id")), Json.bytes(fields));
    }

    Head head(Tx tx) {
        Optional<Head> last =
                tx.sql(LAST)
                        .find(row -> new Head(row.bigint("block"), place(row), row.bytes("hash")));
        return last.orElse(Head.NONE);
    }

    private static Place place(Row row) {
        return new Place(row.text("last_xid"), row.uuid("last_entry"));
    }

    List<SealBlock> blocks(Tx tx, long after) {
        return tx.sql(BLOCKS)
                .with("after", after)
                .list(
                        row ->
                                new SealBlock(
                                        row.bigint("block"),
                                        SealBlock.unpacked(row.bytes("entries")),
                                        place(row),
                                        row.bytes("previous"),
                                        row.bytes("hash"),
                                        row.bytes("signature"),
                                        row.text("key_id")));
    }

    /** False when another process sealed this block just now. */
    boolean append(Tx tx, SealBlock block) {
        return tx.sql(APPEND)
                        .with("block", block.number())
                        .with("xid", block.last().xid())
                        .with("entry", block.last().entryId())
                        .with("entries", SealBlock.packed(block.entries()))
                        .with("previous", block.previous())
                        .with("hash", block.hash())
                        .with("signature", block.signature())
                        .with("key", block.keyId())
                        .run()
                == 1;
    }
}
