package io.fulfillx.backend.inventory.ledger;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The only writer of stock. An event moves all levels that it touches by one guarded statement and
 * leaves one row for each in the ledger, in the caller's transaction. An item's stream is locked
 * before its levels are: so its numbers have no gaps, and two transactions that lock their items in
 * order ({@link #lock}) never wait for each other in a ring.
 */
public final class StockLedger {
    private static final String LOCK =
            """
            select item_id from stock_stream
            where org_id = :org and item_id in
              (select cast(jsonb_array_elements_text(cast(:items as jsonb)) as uuid))
            order by item_id for update
            """;
    private static final String OPEN_STREAM =
            """
            insert into stock_stream (org_id, item_id)
            select :org, x from (select cast(jsonb_array_elements_text(cast(:items as jsonb))
              as uuid) as x) wanted order by x
            on conflict do nothing
            """;
    private static final String OPEN_LEVELS =
            """
            insert into stock_level (org_id, item_id, location_id, lot)
            select :org, l.item, l.location, l.lot
            from jsonb_to_recordset(cast(:legs as jsonb)) as l(item uuid, location uuid, lot text)
            on conflict do nothing
            """;

    /** Changes every level of the event or none, and none when its key was booked before. */
    private static final String MOVE =
            """
            with leg as (
              select * from jsonb_to_recordset(cast(:legs as jsonb)) as l(item uuid, location uuid,
                lot text, hand int, res int, alloc int, quar int, dam int, insp int, transit int)),
            fits as (
              select count(*) as n from leg join stock_level s on s.org_id = :org
                and s.item_id = leg.item and s.location_id = leg.location and s.lot = leg.lot
              where s.reserved + res >= 0 and s.allocated + alloc between 0 and s.reserved + res
                and s.quarantine + quar >= 0 and s.damaged + dam >= 0
                and s.inspection + insp >= 0 and s.in_transit + transit >= 0
                and s.on_hand + hand >= s.reserved + res + s.quarantine + quar + s.damaged + dam
                  + s.inspection + insp)
            update stock_level s set on_hand = s.on_hand + hand, reserved = s.reserved + res,
              allocated = s.allocated + alloc, quarantine = s.quarantine + quar,
              damaged = s.damaged + dam, inspection = s.inspection + insp,
              in_transit = s.in_transit + transit
            from leg
            where s.org_id = :org and s.item_id = leg.item and s.location_id = leg.location
              and s.lot = leg.lot and (select n from fits) = :count
              and not exists (select 1 from stock_ledger b
                where b.org_id = :org and b.movement_key = :key)
            """;

    /** Numbers the rows of each item on from the last one of its stream. */
    private static final String BOOK =
            """
            with leg as (
              select * from jsonb_to_recordset(cast(:legs as jsonb)) as l(n int, id uuid, item uuid,
                location uuid, lot text, hand int, res int, alloc int, quar int, dam int, insp int,
                transit int, serials jsonb)),
            stream as (
              update stock_stream s set last_seq = s.last_seq + c.n
              from (select item, count(*) as n from leg group by item) c
              where s.org_id = :org and s.item_id = c.item
              returning s.item_id, s.last_seq - c.n as base)
            insert into stock_ledger (org_id, entry_id, event_id, leg, seq, item_id, location_id,
              lot, kind, on_hand_delta, reserved_delta, allocated_delta, quarantine_delta,
              damaged_delta, inspection_delta, in_transit_delta, serials, subject_id,
              movement_key, actor, approver, reason_code, reason, reverses, effective_at)
            select :org, leg.id, :event, leg.n,
              stream.base + row_number() over (partition by leg.item order by leg.n),
              leg.item, leg.location, leg.lot, :kind, hand, res, alloc, quar, dam, insp, transit,
              leg.serials, :subject, :key, :actor, :approver, :code, :reason,
              cast(:reverses as uuid), coalesce(cast(:effective as timestamptz), now())
            from leg join stream on stream.item_id = leg.item
            """;

    private static final String BOOKED =
            """
            select event_id from stock_ledger
            where org_id = :org and movement_key = :key and leg = 0
            """;
    private static final String PROMISES =
            """
            select count(*) as n from stock_ledger
            where org_id = :org and event_id = :event
              and (reserved_delta <> 0 or allocated_delta <> 0 or kind = 'REVERSE')
            """;
    private static final String SUBJECT =
            """
            select subject_id from stock_ledger
            where org_id = :org and event_id = :event and leg = 0 and subject_id is not null
            """;
    private static final String SEQ =
            "select last_seq from stock_stream where org_id = :org and item_id = :item";
    private static final String LEVEL =
            """
            select on_hand from stock_level where org_id = :org and item_id = :item
              and location_id = :location and lot = :lot
            """;
    private static final String IN_TRANSIT =
            """
            select coalesce(sum(in_transit_delta), 0) as units from stock_ledger
            where org_id = :org and subject_id = :subject
            """;
    private static final String LEGS =
            """
            select item_id, location_id, lot, on_hand_delta, reserved_delta, allocated_delta,
              quarantine_delta, damaged_delta, inspection_delta, in_transit_delta,
              cast(serials as text) as serials
            from stock_ledger where org_id = :org and event_id = :event order by leg
            """;

    private final Supplier<UUID> ids;
    private final Function<StockEvent, List<StockLeg>> effects;
    private final SerialStore serials = new SerialStore();

    public StockLedger(Supplier<UUID> ids) {
        this(ids, StockEffects::of);
    }

    /**
     * @param effects what an event does; another than the true one only to prove that wrong ones
     *     are found
     */
    StockLedger(Supplier<UUID> ids, Function<StockEvent, List<StockLeg>> effects) {
        this.ids = ids;
        this.effects = effects;
    }

    /** What became of an event. */
    public enum Posted {
        BOOKED,
        /** It was booked before; nothing changed. */
        REPEATED,
        /** There is not enough; nothing changed. */
        REFUSED
    }

    /** A leg as the statements read it. */
    private record LegRow(
            int n,
            UUID id,
            UUID item,
            UUID location,
            String lot,
            int hand,
            int res,
            int alloc,
            int quar,
            int dam,
            int insp,
            int transit,
            List<String> serials) {
        static LegRow of(int n, UUID id, StockLeg leg) {
            Buckets d = leg.delta();
            return new LegRow(
                    n,
                    id,
                    leg.key().item().value(),
                    leg.key().location().value(),
                    leg.key().lot(),
                    d.onHand(),
                    d.reserved(),
                    d.allocated(),
                    d.quarantine(),
                    d.damaged(),
                    d.inspection(),
                    d.inTransit(),
                    leg.serials());
        }
    }

    /**
     * Keeps everybody else from changing these items until the transaction ends. Whoever books
     * several events on several items locks all of them first.
     */
    public void lock(Tx tx, Collection<ItemId> items) {
        List<String> sorted = items.stream().map(ItemId::toString).distinct().sorted().toList();
        if (locked(tx, sorted) < sorted.size()) {
            tx.sql(OPEN_STREAM).withJson("items", sorted).run();
            if (locked(tx, sorted) < sorted.size()) {
                throw Fault.notFound("item");
            }
        }
    }

    private static int locked(Tx tx, List<String> items) {
        return tx.sql(LOCK).withJson("items", items).list(row -> row.uuid("item_id")).size();
    }

    /**
     * Books an event.
     *
     * @throws Fault NOT_ALLOWED_NOW when a numbered unit is not where the event takes it from
     */
    public Posted post(Tx tx, StockEvent event, Booking booking) {
        List<StockLeg> legs = effects.apply(event);
        if (legs.isEmpty()) {
            return Posted.REFUSED;
        }
        lock(tx, legs.stream().map(leg -> leg.key().item()).toList());
        List<LegRow> rows = new ArrayList<>();
        for (StockLeg leg : legs) {
            rows.add(LegRow.of(rows.size(), ids.get(), leg));
        }
        if (legs.stream().anyMatch(StockLedger::mayBeNew)) {
            tx.sql(OPEN_LEVELS).withJson("legs", rows).run();
        }
        long moved =
                tx.sql(MOVE)
                        .withJson("legs", rows)
                        .with("count", rows.size())
                        .with("key", booking.key())
                        .run();
        if (moved == 0) {
            return isBooked(tx, booking.key()) ? Posted.REPEATED : Posted.REFUSED;
        }
        book(tx, event, booking, rows);
        serials.move(tx, legs);
        return Posted.BOOKED;
    }

    /** Promises are never the first that happens at a place; a count of nothing may be. */
    private static boolean mayBeNew(StockLeg leg) {
        Buckets delta = leg.delta();
        return delta.onHand() > 0 || delta.inTransit() > 0 || delta.equals(Buckets.ZERO);
    }

    private void book(Tx tx, StockEvent event, Booking booking, List<LegRow> rows) {
        @Nullable UUID reverses = event instanceof StockEvent.Reverse r ? r.eventId() : null;
        long booked =
                tx.sql(BOOK)
                        .withJson("legs", rows)
                        .with("event", ids.get())
                        .with("kind", event.kind().name())
                        .with("subject", booking.subject())
                        .with("key", booking.key())
                        .with("actor", booking.actor())
                        .with("approver", booking.approver())
                        .with("code", booking.reasonCode())
                        .with("reason", booking.reason())
                        .with("reverses", reverses)
                        .with("effective", booking.effectiveAt())
                        .run();
        if (booked != rows.size()) {
            throw new IllegalStateException("booked " + booked + " of " + rows.size() + " legs");
        }
    }

    public boolean isBooked(Tx tx, String key) {
        return eventOf(tx, key).isPresent();
    }

    /** The event that was booked under the key. */
    public Optional<UUID> eventOf(Tx tx, String key) {
        return tx.sql(BOOKED).with("key", key).find(row -> row.uuid("event_id"));
    }

    /** What an event did, level by level; empty when there is no such event. */
    public List<StockLeg> legsOf(Tx tx, UUID event) {
        TreeMap<StockKey, StockLeg> legs = new TreeMap<>();
        tx.sql(LEGS)
                .with("event", event)
                .list(
                        row ->
                                new StockLeg(
                                        JournalRow.key(row),
                                        JournalRow.delta(row),
                                        List.of(row.json("serials", String[].class))))
                .forEach(leg -> legs.put(leg.key(), leg));
        return List.copyOf(legs.values());
    }

    /** Whether an event may be reversed: it touches no promise and is no reversal itself. */
    public boolean isReversible(Tx tx, UUID event) {
        return tx.sql(PROMISES).with("event", event).get(row -> row.bigint("n")) == 0;
    }

    /** What an event was for. */
    public Optional<UUID> subjectOf(Tx tx, UUID event) {
        return tx.sql(SUBJECT).with("event", event).find(row -> row.uuid("subject_id"));
    }

    /** The last number of an item's stream; 0 when nothing ever happened to it. */
    public long lastSeq(Tx tx, ItemId item) {
        return tx.sql(SEQ)
                .with("item", item.value())
                .find(row -> row.bigint("last_seq"))
                .orElse(0L);
    }

    /** What is on hand of just this place and lot. */
    public int onHand(Tx tx, StockKey key) {
        return tx.sql(LEVEL)
                .with("item", key.item().value())
                .with("location", key.location().value())
                .with("lot", key.lot())
                .find(row -> row.integer("on_hand"))
                .orElse(0);
    }

    /** Units still under way for a subject. */
    public int inTransit(Tx tx, UUID subject) {
        return tx.sql(IN_TRANSIT).with("subject", subject).get(row -> row.integer("units"));
    }
}
