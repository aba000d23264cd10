package io.fulfillx.backend.inventory;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.inventory.BulkStore.ItemLot;
import io.fulfillx.backend.inventory.StockItemStore.Keeping;
import io.fulfillx.backend.inventory.ledger.Booking;
import io.fulfillx.backend.inventory.ledger.Condition;
import io.fulfillx.backend.inventory.ledger.Posted;
import io.fulfillx.backend.inventory.ledger.Posting;
import io.fulfillx.backend.inventory.ledger.StockEvent;
import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Settled;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Many movements with one commit: for imports and for handhelds that come back on line. Each has a
 * key of its own for ever, and an outcome of its own: one that is refused leaves its neighbors as
 * they are.
 */
final class BulkMovements {
    static final int MOST = 1_000;

    private final Transactions transactions;
    private final CatalogModule catalog;
    private final BookStock book;
    private final Clock clock;
    private final BulkStore store = new BulkStore();

    BulkMovements(Transactions transactions, CatalogModule catalog, BookStock book, Clock clock) {
        this.transactions = transactions;
        this.catalog = catalog;
        this.book = book;
        this.clock = clock;
    }

    /** What can be done in bulk. */
    enum Kind {
        RECEIVE,
        PUT_AWAY,
        QUARANTINE,
        RELEASE_Q,
        DAMAGE,
        SCRAP,
        RETURN_RECEIVE,
        ADJUST,
        COUNT
    }

    /**
     * A movement in single units.
     *
     * @param key 1 to 60 characters, unique among all bulk movements of the organisation
     * @param quantity units that move, or that were counted
     * @param delta only for ADJUST: units more or fewer, up to the limit that needs no approval
     * @param expected only for COUNT: what was there when the counting began
     * @param location where; made when it is new and units come in
     */
    record Line(
            @Nullable String key,
            @Nullable Kind kind,
            @Nullable Sku sku,
            @Nullable String location,
            @Nullable String lot,
            @Nullable Quantity quantity,
            @Nullable Integer delta,
            @Nullable Quantity expected,
            @Nullable String toLocation,
            @Nullable Condition condition,
            @Nullable List<String> serials,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable Instant effectiveAt) {}

    /** 1 to 1,000 movements. */
    record Lines(@Nullable List<Line> movements) {}

    /** An outcome for each, in their order. */
    record Outcomes(int booked, int repeated, int refused, List<BulkOutcome> outcomes) {
        static Outcomes of(List<BulkOutcome> outcomes) {
            return new Outcomes(
                    count(outcomes, "booked"),
                    count(outcomes, "repeated"),
                    count(outcomes, "refused"),
                    outcomes);
        }

        private static int count(List<BulkOutcome> outcomes, String wanted) {
            return (int) outcomes.stream().filter(o -> o.outcome().equals(wanted)).count();
        }
    }

    /** What the movements name. */
    private record Names(
            Map<Sku, Item> items,
            Map<String, LocationId> places,
            Map<ItemId, Keeping> keepings,
            Set<ItemLot> lots,
            Map<ItemId, Long> costs) {}

    /**
     * @throws Fault INVALID when the list is empty, too long, or a key is missing or comes twice
     */
    Outcomes move(OrgId org, Lines wanted, String actor) {
        List<Line> lines = wanted.movements() == null ? List.of() : wanted.movements();
        requireKeys(lines.stream().map(Line::key).toList());
        return transactions.inOrg(org, tx -> move(tx, lines, actor));
    }

    /** Keys name operations for ever, so they are checked before anything is done. */
    static void requireKeys(List<@Nullable String> keys) {
        if (keys.isEmpty() || keys.size() > MOST) {
            throw Fault.invalid("/movements", "There are 1 to " + MOST + " of them.");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            if (key == null || !key.matches("[!-~]{1,60}")) {
                throw Fault.invalid(
                        "/movements/" + i + "/key", "A key has 1 to 60 characters, no spaces.");
            }
            if (!seen.add(key)) {
                throw Fault.invalid("/movements/" + i + "/key", "This key comes twice.");
            }
        }
    }

    private Outcomes move(Tx tx, List<Line> lines, String actor) {
        Names names = names(tx, lines);
        List<Settled<Posting>> read =
                lines.stream().map(line -> read(tx, names, line, actor)).toList();
        Iterator<Posted> posted =
                book.bookAll(
                                tx,
                                read.stream()
                                        .filter(each -> each instanceof Settled.Done<Posting>)
                                        .map(Settled::get)
                                        .toList())
                        .iterator();
        List<BulkOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String key = Objects.requireNonNull(lines.get(i).key());
            outcomes.add(
                    switch (read.get(i)) {
                        case Settled.Done<Posting> _ -> BulkOutcome.of(key, posted.next());
                        case Settled.Refused<Posting>(Fault why) -> BulkOutcome.refused(key, why);
                    });
        }
        return Outcomes.of(outcomes);
    }

    private Names names(Tx tx, List<Line> lines) {
        Map<Sku, Item> items =
                catalog.findBySkus(
                        tx,
                        lines.stream()
                                .map(Line::sku)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
        List<ItemId> ids = items.values().stream().map(Item::itemId).toList();
        Set<String> places =
                lines.stream()
                        .flatMap(line -> Stream.of(line.location(), line.toLocation()))
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .collect(Collectors.toSet());
        Set<String> lots =
                lines.stream().map(Line::lot).filter(Objects::nonNull).collect(Collectors.toSet());
        return new Names(
                items,
                store.places(tx, places),
                store.keepings(tx, ids),
                lots.isEmpty() ? Set.of() : store.lots(tx, ids, lots),
                lines.stream().anyMatch(line -> line.kind() == Kind.ADJUST)
                        ? ItemCostStore.minor(tx, ids)
                        : Map.of());
    }

    private Settled<Posting> read(Tx tx, Names names, Line line, String actor) {
        try {
            Instant when = line.effectiveAt();
            if (when != null && when.isAfter(clock.instant())) {
                throw Fault.invalid("/effectiveAt", "What was done cannot be in the future.");
            }
            Booking booking =
                    Booking.of("bulk/" + line.key(), null, actor)
                            .because(
                                    MoveStock.code(line.reasonCode()), MoveStock.why(line.reason()))
                            .happenedAt(when);
            return Settled.done(new Posting(event(tx, names, line), booking));
        } catch (Fault refused) {
            return Settled.refused(refused);
        }
    }

    private StockEvent event(Tx tx, Names names, Line line) {
        Kind kind = line.kind();
        if (kind == null) {
            throw Fault.invalid("/kind", "This field is required.");
        }
        return switch (kind) {
            case RECEIVE -> moved(tx, names, line, MoveStock.Act.RECEIVE);
            case PUT_AWAY -> moved(tx, names, line, MoveStock.Act.PUT_AWAY);
            case QUARANTINE -> moved(tx, names, line, MoveStock.Act.QUARANTINE);
            case RELEASE_Q -> moved(tx, names, line, MoveStock.Act.RELEASE_Q);
            case DAMAGE -> moved(tx, names, line, MoveStock.Act.DAMAGE);
            case SCRAP -> moved(tx, names, line, MoveStock.Act.SCRAP);
            case RETURN_RECEIVE -> moved(tx, names, line, MoveStock.Act.RETURN_RECEIVE);
            case ADJUST -> adjusted(tx, names, line);
            case COUNT -> counted(tx, names, line);
        };
    }

    private StockEvent moved(Tx tx, Names names, Line line, MoveStock.Act act) {
        boolean comesIn = act == MoveStock.Act.RECEIVE || act == MoveStock.Act.RETURN_RECEIVE;
        StockKey key = key(tx, names, line, comesIn);
        Quantity quantity = line.quantity();
        if (quantity == null || quantity.isZero()) {
            throw Fault.invalid("/quantity", "At least one is expected.");
        }
        LocationId to =
                act == MoveStock.Act.PUT_AWAY
                        ? place(tx, names, "/toLocation", line.toLocation(), true)
                        : null;
        List<String> serials =
                act == MoveStock.Act.QUARANTINE
                                || act == MoveStock.Act.RELEASE_Q
                                || act == MoveStock.Act.DAMAGE
                        ? List.of()
                        : serials(names, key.item(), quantity.units(), line.serials());
        return MovementPolicy.event(
                act,
                new MovementPolicy.Units(key, to, quantity.units(), line.condition(), serials));
    }

    private StockEvent adjusted(Tx tx, Names names, Line line) {
        Integer delta = line.delta();
        if (delta == null || delta == 0 || Math.abs((long) delta) > AdjustmentLimit.UNITS) {
            throw Fault.invalid(
                    "/delta",
                    "A number of units other than 0, at most %d either way; more needs approval."
                            .formatted(AdjustmentLimit.UNITS));
        }
        if (MoveStock.code(line.reasonCode()).isEmpty()) {
            throw Fault.invalid("/reasonCode", "Say why by a code.");
        }
        StockKey key = key(tx, names, line, false);
        AdjustmentLimit.require(names.costs(), key.item(), delta);
        return new StockEvent.Adjust(key, delta, serials(names, key.item(), delta, line.serials()));
    }

    private StockEvent counted(Tx tx, Names names, Line line) {
        Quantity counted = line.quantity();
        Quantity expected = line.expected();
        if (counted == null) {
            throw Fault.invalid("/quantity", "This field is required.");
        }
        if (expected == null) {
            throw Fault.invalid("/expected", "This field is required.");
        }
        StockKey key = key(tx, names, line, false);
        int delta = counted.units() - expected.units();
        return new StockEvent.Count(
                key,
                counted.units(),
                expected.units(),
                serials(names, key.item(), delta, line.serials()));
    }

    private StockKey key(Tx tx, Names names, Line line, boolean makesPlace) {
        Sku sku = line.sku();
        Item item = sku == null ? null : names.items().get(sku);
        if (item == null) {
            throw new Fault(Fault.Code.NOT_FOUND, "There is no such item.", "/sku");
        }
        String lot = line.lot() == null ? "" : line.lot();
        if (keeping(names, item.itemId()).tracksLots()) {
            if (!names.lots().contains(new ItemLot(item.itemId(), lot))) {
                throw Fault.invalid("/lot", "Name a lot of this item.");
            }
        } else if (!lot.isEmpty()) {
            throw Fault.invalid("/lot", "This item is not kept by lot.");
        }
        LocationId place = place(tx, names, "/location", line.location(), makesPlace);
        return new StockKey(item.itemId(), place, lot);
    }

    private static Keeping keeping(Names names, ItemId item) {
        return names.keepings().getOrDefault(item, Keeping.PLAIN);
    }

    private LocationId place(
            Tx tx, Names names, String pointer, @Nullable String name, boolean makes) {
        String plain = FindStock.named(pointer, name);
        LocationId known = names.places().get(plain);
        if (known != null) {
            return known;
        }
        if (!makes) {
            throw new Fault(Fault.Code.NOT_FOUND, "No such location.", pointer);
        }
        LocationId made = catalog.ensureLocation(tx, plain);
        names.places().put(plain, made);
        return made;
    }

    private static List<String> serials(
            Names names, ItemId item, int units, @Nullable List<String> given) {
        return FindStock.serials(keeping(names, item), units, given);
    }
}
