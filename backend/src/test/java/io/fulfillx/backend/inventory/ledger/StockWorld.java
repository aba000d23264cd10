package io.fulfillx.backend.inventory.ledger;

import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrgId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** An organisation with a few items and places, and a ledger whose effects may be wrong. */
final class StockWorld {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String LEVELS =
            """
            select item_id, location_id, lot, on_hand as on_hand_delta, reserved as reserved_delta,
              allocated as allocated_delta, quarantine as quarantine_delta,
              damaged as damaged_delta, inspection as inspection_delta,
              in_transit as in_transit_delta
            from stock_level where org_id = :org
            """;

    private final Transactions transactions = TestBackend.assembly().foundation().transactions();
    private final OrgId org;
    private final StockLedger ledger;
    private final List<ItemId> items = new ArrayList<>();
    private final List<LocationId> places = new ArrayList<>();

    StockWorld(Function<StockEvent, List<StockLeg>> effects) {
        String slug = "world-" + COUNT.incrementAndGet();
        org = TestBackend.assembly().identity().ensureOrganization(slug, slug);
        ledger = new StockLedger(TestBackend.assembly().foundation().ids(), effects);
        var _ = transactions.inOrg(org, tx -> furnish(tx));
    }

    private boolean furnish(Tx tx) {
        for (String sku : List.of("A", "B", "KIT")) {
            UUID id = UUID.randomUUID();
            tx.sql(
                            "insert into item (org_id, item_id, sku, title, weight_grams)"
                                    + " values (:org, :id, :sku, :sku, 1)")
                    .with("id", id)
                    .with("sku", sku)
                    .run();
            items.add(new ItemId(id));
        }
        for (String name : List.of("X", "Y", "TOTE", "FAR")) {
            places.add(TestBackend.assembly().catalog().ensureLocation(tx, name));
        }
        return true;
    }

    OrgId org() {
        return org;
    }

    LocationId place(int index) {
        return places.get(index);
    }

    LocationId tote() {
        return places.get(2);
    }

    LocationId far() {
        return places.get(3);
    }

    StockKey kit() {
        return StockKey.of(items.get(2), places.get(0));
    }

    /** Item 0 or 1 at place 0 or 1, of no lot or of lot L1. */
    StockKey key(int item, int place, boolean lot) {
        return new StockKey(items.get(item), places.get(place), lot ? "L1" : "");
    }

    Posted.Fate post(String name, StockEvent event) {
        return transactions.inOrg(
                org, tx -> ledger.post(tx, event, Booking.of(name, null, "test")));
    }

    /** Several with one transaction, each under its name. */
    List<Posted.Fate> postAll(List<String> names, List<StockEvent> events) {
        List<Posting> postings = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            postings.add(new Posting(events.get(i), Booking.of(names.get(i), null, "test")));
        }
        return transactions.inOrg(
                org, tx -> ledger.postAll(tx, postings).stream().map(Posted::fate).toList());
    }

    /** Reverses what was booked under that name. */
    Posted.Fate reverse(String name, String of) {
        return transactions.inOrg(
                org,
                tx -> {
                    UUID event = ledger.eventOf(tx, of).orElseThrow();
                    var reverse = new StockEvent.Reverse(event, ledger.legsOf(tx, event));
                    return ledger.post(tx, reverse, Booking.of(name, null, "test"));
                });
    }

    Map<StockKey, Buckets> levels() {
        Map<StockKey, Buckets> levels = new TreeMap<>();
        transactions
                .inOrg(
                        org,
                        tx ->
                                tx.sql(LEVELS)
                                        .list(
                                                row ->
                                                        Map.entry(
                                                                JournalRow.key(row),
                                                                JournalRow.delta(row))))
                .forEach(level -> levels.put(level.getKey(), level.getValue()));
        return levels;
    }

    /** What the replay of the whole ledger has to say against it. */
    Optional<String> objections() {
        StockReplay.Result result =
                transactions.inOrg(
                        org,
                        tx -> {
                            JournalStore journal = new JournalStore();
                            StockReplay replay = new StockReplay();
                            journal.open(tx);
                            List<JournalStore.Line> lines = journal.fetch(tx);
                            while (!lines.isEmpty()) {
                                lines.forEach(replay::take);
                                lines = journal.fetch(tx);
                            }
                            return replay.finish();
                        });
        return result.drift() == 0 && result.findings().isEmpty()
                ? Optional.empty()
                : Optional.of(result.toString());
    }
}
