package io.fulfillx.backend.inventory.ledger;

import io.fulfillx.backend.inventory.ledger.Posted.Fate;
import io.fulfillx.backend.inventory.ledger.StockSheet.Numbered;
import io.fulfillx.backend.inventory.ledger.StockSheet.Where;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The only writer of stock. An event moves all levels that it touches and leaves one row for each
 * in the ledger, in the caller's transaction; however many events there are, a few statements do
 * it, and the last of them is guarded by itself. An item's stream is locked before its levels are:
 * so its numbers have no gaps, and two transactions that lock their items in order ({@link #lock})
 * never wait for each other in a ring.
 */
public final class StockLedger {
    /** Of the news that stock has moved. */
    public static final String TOPIC = "stock";

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
    private final StockSheetStore sheets = new StockSheetStore();

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

    /**
     * Keeps everybody else from changing these items until the transaction ends. Whoever books
     * several events on several items locks all of them first.
     */
    public Locked lock(Tx tx, Collection<ItemId> items) {
        List<String> sorted = items.stream().map(ItemId::toString).distinct().sorted().toList();
        Map<ItemId, Long> streams = sheets.lock(tx, sorted);
        if (streams.size() < sorted.size()) {
            sheets.openStreams(tx, sorted);
            streams = sheets.lock(tx, sorted);
            if (streams.size() < sorted.size()) {
                throw Fault.notFound("item");
            }
        }
        return new Locked(streams);
    }

    /** Items that nobody else changes until the transaction ends, and the last number of each. */
    public record Locked(Map<ItemId, Long> streams) {}

    /**
     * Books an event.
     *
     * @throws Fault NOT_ALLOWED_NOW when a numbered unit is not where the event takes it from
     */
    public Fate post(Tx tx, StockEvent event, Booking booking) {
        Posted posted = postAll(tx, List.of(new Posting(event, booking))).getFirst();
        if (posted.fate() == Fate.MISNUMBERED) {
            throw misnumbered();
        }
        return posted.fate();
    }

    /** Why an event with numbered units was not booked. */
    public static Fault misnumbered() {
        return new Fault(
                Fault.Code.NOT_ALLOWED_NOW,
                "A serial number is not at the place it is taken from, or it is already in another"
                        + " place.",
                "/serials");
    }

    /**
     * Books events in their order, each as if it were alone: one that does not fit is refused and
     * leaves the others as they are. The items of all of them are locked first; then what they
     * touch is read, worked on in memory and written at once.
     */
    public List<Posted> postAll(Tx tx, List<Posting> postings) {
        List<ItemId> items =
                postings.stream()
                        .flatMap(posting -> effects.apply(posting.event()).stream())
                        .map(leg -> leg.key().item())
                        .toList();
        return items.isEmpty()
                ? postings.stream().map(_ -> Posted.REFUSED).toList()
                : postAll(tx, postings, lock(tx, items));
    }

    /** The same when the items of all of them are locked, and nothing was booked since. */
    public List<Posted> postAll(Tx tx, List<Posting> postings, Locked locked) {
        List<List<StockLeg>> legs =
                postings.stream().map(posting -> effects.apply(posting.event())).toList();
        List<StockLeg> all = legs.stream().flatMap(List::stream).toList();
        StockSheetStore.Known known =
                sheets.read(
                        tx,
                        all.stream().map(StockLeg::key).distinct().toList(),
                        postings.stream().map(each -> each.booking().key()).toList());
        StockSheet sheet =
                new StockSheet(
                        new StockSheet.Start(known.levels(), unitsOf(tx, all), locked.streams()));
        List<LedgerRow> rows = new ArrayList<>();
        List<Posted> posted = new ArrayList<>();
        for (int i = 0; i < postings.size(); i++) {
            posted.add(work(sheet, known.events(), postings.get(i), legs.get(i), rows));
        }
        if (!rows.isEmpty()) {
            sheets.write(tx, sheet, rows);
            tx.wakeAfterCommit(TOPIC);
        }
        return List.copyOf(posted);
    }

    private Map<Numbered, Where> unitsOf(Tx tx, List<StockLeg> legs) {
        Set<Numbered> numbered = new LinkedHashSet<>();
        legs.forEach(
                leg ->
                        leg.serials()
                                .forEach(
                                        serial ->
                                                numbered.add(
                                                        new Numbered(leg.key().item(), serial))));
        return numbered.isEmpty() ? Map.of() : sheets.units(tx, numbered);
    }

    private Posted work(
            StockSheet sheet,
            Map<String, UUID> events,
            Posting posting,
            List<StockLeg> legs,
            List<LedgerRow> rows) {
        String key = posting.booking().key();
        UUID before = events.get(key);
        if (before != null) {
            return new Posted(Fate.REPEATED, before);
        }
        Fate fate = legs.isEmpty() ? Fate.REFUSED : sheet.apply(legs);
        if (fate != Fate.BOOKED) {
            return new Posted(fate, null);
        }
        UUID event = ids.get();
        for (int n = 0; n < legs.size(); n++) {
            StockLeg leg = legs.get(n);
            LedgerRow.Name name =
                    new LedgerRow.Name(ids.get(), event, n, sheet.number(leg.key().item()));
            rows.add(LedgerRow.of(name, posting, leg));
        }
        events.put(key, event);
        return new Posted(fate, event);
    }

    public boolean isBooked(Tx tx, String key) {
        return eventOf(tx, key).isPresent();
    }

    /** The event that was booked under the key. */
    public Optional<UUID> eventOf(Tx tx, String key) {
        return tx.sql(BOOKED).with("key", key).find(row -> row.uuid("event_id"));
    }

    /** The events that were booked under these keys. */
    public Map<String, UUID> eventsOf(Tx tx, Collection<String> keys) {
        return sheets.read(tx, List.of(), keys).events();
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
