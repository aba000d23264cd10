package io.fulfillx.backend.inventory;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.inventory.ReservationPolicy.Grant;
import io.fulfillx.backend.inventory.ReservationPolicy.Level;
import io.fulfillx.backend.inventory.ReservationStore.Held;
import io.fulfillx.backend.inventory.ReservationStore.OrderGrant;
import io.fulfillx.backend.inventory.ReservationStore.Taken;
import io.fulfillx.backend.inventory.api.LineStock;
import io.fulfillx.backend.inventory.api.ToteMove;
import io.fulfillx.backend.inventory.ledger.Booking;
import io.fulfillx.backend.inventory.ledger.Condition;
import io.fulfillx.backend.inventory.ledger.Portion;
import io.fulfillx.backend.inventory.ledger.Posting;
import io.fulfillx.backend.inventory.ledger.SerialStore;
import io.fulfillx.backend.inventory.ledger.StockEvent;
import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.backend.inventory.ledger.StockLedger.Locked;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Moves promised units between their bin and the tote of their parcel. */
final class ToteStock {
    private final CatalogModule catalog;
    private final ReservationStore reservations;
    private final PromisableStore promisable = new PromisableStore();
    private final BookStock book;
    private final SerialStore serials = new SerialStore();
    private final WarehouseStore warehouses = new WarehouseStore();
    private final FloorStockStore floor = new FloorStockStore();

    ToteStock(CatalogModule catalog, ReservationStore reservations, BookStock book) {
        this.catalog = catalog;
        this.reservations = reservations;
        this.book = book;
    }

    /**
     * The totes' places in the stock, made when they are new.
     *
     * @param bins by the tote's number, what is in its warehouse; the tote is there too
     */
    Map<String, LocationId> totes(Tx tx, Map<String, LocationId> bins) {
        Map<String, LocationId> known =
                warehouses.totes(tx, bins.keySet().stream().map(ToteStock::name).toList());
        Map<String, LocationId> totes = new HashMap<>();
        bins.forEach(
                (number, bin) -> {
                    LocationId tote = known.get(name(number));
                    totes.put(number, tote == null ? fresh(tx, name(number), bin) : tote);
                });
        return totes;
    }

    private static String name(String number) {
        return "TOTE " + number;
    }

    private LocationId fresh(Tx tx, String name, LocationId bin) {
        LocationId tote = catalog.ensureLocation(tx, name);
        String warehouse = floor.warehouseOf(tx, bin);
        if (!warehouses.exists(tx, warehouse)) {
            warehouses.put(tx, warehouse, "Main");
        }
        warehouses.place(tx, tote, warehouse, "TOTE");
        return tote;
    }

    /**
     * Takes units into totes, where they stay promised. Returns for each move the numbers of those
     * units that have one.
     *
     * @throws Fault NOT_ALLOWED_NOW when fewer are promised there, or a number is not there
     */
    List<List<String>> pick(Tx tx, List<ToteMove> moves, String actor) {
        return toward(
                tx,
                moves.stream().map(move -> new Way(move, move.at(), move.tote())).toList(),
                UnaryOperator.identity(),
                actor);
    }

    /** Units that go from one place to another and stay promised to their line. */
    private record Way(ToteMove move, LineStock from, LocationId to) {
        int units() {
            return move.quantity().units();
        }
    }

    private List<List<String>> toward(
            Tx tx, List<Way> ways, UnaryOperator<Booking> why, String actor) {
        List<OrderLineId> lines = ways.stream().map(way -> way.from().lineId()).toList();
        Locked locked = book.ledger().lock(tx, reservations.itemsOfOrdersOf(tx, lines));
        Promises promises = new Promises(reservations.heldOf(tx, lines));
        Set<ItemId> numbered =
                floor.numbered(tx, ways.stream().map(way -> way.from().itemId()).toList());
        Set<String> given = new HashSet<>();
        List<Posting> postings = new ArrayList<>();
        List<Taken> taken = new ArrayList<>();
        List<OrderGrant> granted = new ArrayList<>();
        for (Way way : ways) {
            StockKey key = key(way.from());
            Held held =
                    promises.take(way.from().lineId(), key, way.units())
                            .orElseThrow(ToteStock::less);
            List<String> numbers =
                    numbered.contains(key.item()) ? numbers(tx, key, way.move(), given) : List.of();
            given.addAll(numbers);
            Portion portion =
                    new Portion(key, way.units(), Math.min(way.units(), held.pinned()), numbers);
            Booking booking =
                    why.apply(Booking.of(way.move().key(), held.orderId().value(), actor));
            postings.add(new Posting(new StockEvent.Pick(List.of(portion), way.to()), booking));
            taken.add(new Taken(way.from().lineId(), portion, 0));
            granted.add(
                    new OrderGrant(
                            held.orderId(),
                            new Grant(
                                    way.from().lineId(),
                                    key.at(way.to()),
                                    new Quantity(way.units()))));
        }
        book.bookEach(tx, postings, locked);
        require(reservations.takeAll(tx, taken));
        reservations.bindAll(tx, granted);
        return taken.stream().map(each -> each.portion().serials()).toList();
    }

    private void lock(Tx tx, LineStock at) {
        var _ = book.ledger().lock(tx, reservations.itemsOfOrdersOf(tx, List.of(at.lineId())));
    }

    private Optional<Held> held(Tx tx, LineStock at) {
        return new Promises(reservations.heldOf(tx, List.of(at.lineId()))).of(at.lineId(), key(at));
    }

    private static StockKey key(LineStock at) {
        return new StockKey(at.itemId(), at.locationId(), at.lot());
    }

    /**
     * Nobody said which of the others were taken, so they are those that lay there longest.
     *
     * @param given to others of the same transaction, and still at their old place in the books
     */
    private List<String> numbers(Tx tx, StockKey key, ToteMove move, Set<String> given) {
        int units = move.quantity().units();
        List<String> numbers = new ArrayList<>(move.serials().stream().limit(units).toList());
        List<String> there = serials.oldest(tx, key, units + numbers.size() + given.size());
        there.stream()
                .filter(number -> !move.serials().contains(number) && !given.contains(number))
                .limit(units - numbers.size())
                .forEach(numbers::add);
        return List.copyOf(numbers);
    }

    /**
     * Puts units back from the tote into their bin. Promised ones stay promised there; those of an
     * order that was given up are free again.
     */
    void putBack(Tx tx, ToteMove move, String actor) {
        LineStock inTote = move.at().at(move.tote(), move.at().lot());
        lock(tx, inTote);
        int units = move.quantity().units();
        if (book.ledger().isBooked(tx, move.key())) {
            return;
        }
        if (held(tx, inTote).filter(it -> it.units() >= units).isPresent()) {
            Way back = new Way(move, inTote, move.at().locationId());
            var _ = toward(tx, List.of(back), ToteStock::putBack, actor);
            return;
        }
        StockKey from = key(inTote);
        var event =
                new StockEvent.PutAway(
                        from,
                        move.at().locationId(),
                        units,
                        Condition.SELLABLE,
                        floor.numbered(tx, List.of(from.item())).isEmpty()
                                ? List.of()
                                : numbers(tx, from, move, Set.of()));
        var _ = book.book(tx, event, putBack(Booking.of(move.key(), null, actor)));
    }

    private static Booking putBack(Booking booking) {
        return booking.because("UNPICK", "Put back from its tote.");
    }

    /**
     * The picker took another lot than was chosen: the promise moves to it.
     *
     * @return false when that lot has too few free units in that bin, or is too near its end
     */
    boolean changeLot(
            Tx tx, LineStock at, String lot, Quantity quantity, String key, String actor) {
        lock(tx, at);
        StockKey from = key(at);
        StockKey to = new StockKey(at.itemId(), at.locationId(), lot);
        int units = quantity.units();
        Optional<Held> held = held(tx, at).filter(it -> it.units() >= units);
        boolean free =
                promisable.supply(tx, List.of(at.itemId())).levels().stream()
                        .filter(level -> level.key().equals(to))
                        .map(Level::units)
                        .anyMatch(there -> there >= units);
        if (held.isEmpty() || !free) {
            return false;
        }
        Held mine = held.get();
        int pinned = Math.min(units, mine.pinned());
        Booking booking =
                Booking.of(key, mine.orderId().value(), actor)
                        .because("OTHER_LOT", "The picker took the lot " + lot + ".");
        if (pinned > 0) {
            var _ = book.book(tx, new StockEvent.Unpin(from, pinned), keyed(booking, "/unpin"));
        }
        var _ = book.book(tx, new StockEvent.Pin(from, to, units), keyed(booking, "/pin"));
        Portion given = new Portion(from, units, pinned, List.of());
        require(reservations.take(tx, at.lineId(), given, 0));
        Grant grant = new Grant(at.lineId(), to, quantity);
        reservations.bindAll(tx, List.of(new OrderGrant(mine.orderId(), grant)));
        return true;
    }

    private static Booking keyed(Booking booking, String suffix) {
        return new Booking(
                booking.key() + suffix,
                booking.subject(),
                booking.actor(),
                booking.approver(),
                booking.reasonCode(),
                booking.reason(),
                booking.effectiveAt());
    }

    private static void require(boolean held) {
        if (!held) {
            throw less();
        }
    }

    private static Fault less() {
        return new Fault(
                Fault.Code.NOT_ALLOWED_NOW,
                "The line has fewer such units reserved at that location.");
    }
}
