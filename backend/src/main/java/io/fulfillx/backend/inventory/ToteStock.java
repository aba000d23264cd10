package io.fulfillx.backend.inventory;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.inventory.ReservationPolicy.Grant;
import io.fulfillx.backend.inventory.ReservationPolicy.Level;
import io.fulfillx.backend.inventory.ReservationStore.Held;
import io.fulfillx.backend.inventory.api.LineStock;
import io.fulfillx.backend.inventory.api.ToteMove;
import io.fulfillx.backend.inventory.ledger.Booking;
import io.fulfillx.backend.inventory.ledger.Condition;
import io.fulfillx.backend.inventory.ledger.Portion;
import io.fulfillx.backend.inventory.ledger.SerialStore;
import io.fulfillx.backend.inventory.ledger.StockEvent;
import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves promised units between their bin and the tote of their parcel. */
final class ToteStock {
    private final CatalogModule catalog;
    private final ReservationStore reservations;
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
     * The tote's place in the stock, made when it is new.
     *
     * @param bin what is in its warehouse; the tote is there too
     */
    LocationId tote(Tx tx, String number, LocationId bin) {
        LocationId tote = catalog.ensureLocation(tx, "TOTE " + number);
        if (!warehouses.isTote(tx, tote)) {
            String warehouse = floor.warehouseOf(tx, bin);
            if (!warehouses.exists(tx, warehouse)) {
                warehouses.put(tx, warehouse, "Main");
            }
            warehouses.place(tx, tote, warehouse, "TOTE");
        }
        return tote;
    }

    /**
     * Takes units into the tote, where they stay promised. Returns the numbers of those that have
     * one.
     *
     * @throws Fault NOT_ALLOWED_NOW when fewer are promised there, or a number is not there
     */
    List<String> pick(Tx tx, ToteMove move, String actor) {
        Booking booking = Booking.of(move.key(), null, actor);
        return toward(tx, move.at(), move.tote(), move, booking);
    }

    private List<String> toward(
            Tx tx, LineStock from, LocationId to, ToteMove move, Booking booking) {
        lock(tx, from);
        if (book.ledger().isBooked(tx, move.key())) {
            return List.of();
        }
        int units = move.quantity().units();
        Held held = held(tx, from).filter(it -> it.units() >= units).orElseThrow(ToteStock::less);
        List<String> numbers = numbers(tx, held.key(), move);
        Portion portion = new Portion(held.key(), units, Math.min(units, held.pinned()), numbers);
        var event = new StockEvent.Pick(List.of(portion), to);
        Booking full =
                new Booking(
                        booking.key(),
                        held.orderId().value(),
                        booking.actor(),
                        "",
                        booking.reasonCode(),
                        booking.reason(),
                        null);
        var _ = book.book(tx, event, full);
        StockKey there = held.key().at(to);
        require(reservations.take(tx, from.lineId(), portion, 0));
        reservations.grant(
                tx, held.orderId(), new Grant(from.lineId(), there, new Quantity(units)));
        require(reservations.pin(tx, from.lineId(), there, units));
        return numbers;
    }

    private void lock(Tx tx, LineStock at) {
        book.ledger().lock(tx, reservations.itemsOfOrderOf(tx, at.lineId()));
    }

    private Optional<Held> held(Tx tx, LineStock at) {
        return held(tx, at.lineId(), key(at));
    }

    private Optional<Held> held(Tx tx, OrderLineId line, StockKey key) {
        return reservations.held(tx, line, key.location()).stream()
                .filter(each -> each.key().equals(key))
                .findFirst();
    }

    private static StockKey key(LineStock at) {
        return new StockKey(at.itemId(), at.locationId(), at.lot());
    }

    /** Nobody said which of the others were taken, so they are those that lay there longest. */
    private List<String> numbers(Tx tx, StockKey key, ToteMove move) {
        if (!floor.isNumbered(tx, key.item())) {
            return List.of();
        }
        int units = move.quantity().units();
        List<String> numbers = new ArrayList<>(move.serials().stream().limit(units).toList());
        List<String> there = serials.oldest(tx, key, units + numbers.size());
        there.stream()
                .filter(number -> !move.serials().contains(number))
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
        Booking booking =
                Booking.of(move.key(), null, actor).because("UNPICK", "Put back from its tote.");
        if (held(tx, inTote).filter(it -> it.units() >= units).isPresent()) {
            List<String> _ = toward(tx, inTote, move.at().locationId(), move, booking);
            return;
        }
        StockKey from = key(inTote);
        var event =
                new StockEvent.PutAway(
                        from,
                        move.at().locationId(),
                        units,
                        Condition.SELLABLE,
                        numbers(tx, from, move));
        var _ = book.book(tx, event, booking);
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
                reservations.supply(tx, List.of(at.itemId())).levels().stream()
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
        reservations.grant(tx, mine.orderId(), new Grant(at.lineId(), to, quantity));
        require(reservations.pin(tx, at.lineId(), to, units));
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
