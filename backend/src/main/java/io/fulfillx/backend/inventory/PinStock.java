package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.ReservationStore.Held;
import io.fulfillx.backend.inventory.ledger.Booking;
import io.fulfillx.backend.inventory.ledger.Portion;
import io.fulfillx.backend.inventory.ledger.SerialStore;
import io.fulfillx.backend.inventory.ledger.StockEvent;
import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.util.List;

/** Binds promised units to their place and lot, and takes them from a bin into a tote. */
final class PinStock {
    private final ReservationStore reservations;
    private final BookStock book;
    private final SerialStore serials = new SerialStore();

    PinStock(ReservationStore reservations, BookStock book) {
        this.reservations = reservations;
        this.book = book;
    }

    /** Some units of a line at a place. */
    record Bound(OrderLineId line, LocationId location, Quantity quantity) {}

    /**
     * Binds units of a line to where they are reserved, or unbinds them.
     *
     * @throws Fault NOT_ALLOWED_NOW when fewer are reserved there and loose, or bound
     */
    void pin(Tx tx, Bound bound, boolean pinned, String key, String actor) {
        var _ = book.ledger().lock(tx, reservations.itemsOfOrdersOf(tx, List.of(bound.line())));
        if (book.ledger().isBooked(tx, key + "/0")) {
            return;
        }
        int left = bound.quantity().units();
        int number = 0;
        for (Held held : reservations.held(tx, bound.line(), bound.location())) {
            int free = pinned ? held.units() - held.pinned() : held.pinned();
            int units = Math.min(left, free);
            if (units > 0) {
                StockEvent event =
                        pinned
                                ? new StockEvent.Pin(held.key(), held.key(), units)
                                : new StockEvent.Unpin(held.key(), units);
                Booking booking = Booking.of(key + "/" + number++, held.orderId().value(), actor);
                var _ = book.book(tx, event, booking);
                require(reservations.pin(tx, bound.line(), held.key(), pinned ? units : -units));
                left -= units;
            }
        }
        require(left == 0);
    }

    private static void require(boolean held) {
        if (!held) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "The line has fewer such units reserved at that location.");
        }
    }

    /**
     * Takes reserved units into a tote, where they stay reserved for the line.
     *
     * @throws Fault NOT_ALLOWED_NOW when fewer are reserved there
     */
    void pick(Tx tx, Bound bound, LocationId tote, String key, String actor) {
        var _ = book.ledger().lock(tx, reservations.itemsOfOrdersOf(tx, List.of(bound.line())));
        if (book.ledger().isBooked(tx, key + "/0")) {
            return;
        }
        int left = bound.quantity().units();
        int number = 0;
        for (Held held : reservations.held(tx, bound.line(), bound.location())) {
            int units = Math.min(left, held.units());
            if (units > 0) {
                Portion plain = held.portion(units);
                Portion portion =
                        new Portion(
                                held.key(),
                                units,
                                plain.pinned(),
                                serials.oldest(tx, held.key(), units));
                var event = new StockEvent.Pick(List.of(portion), tote);
                Booking booking = Booking.of(key + "/" + number++, held.orderId().value(), actor);
                var _ = book.book(tx, event, booking);
                StockKey there = held.key().at(tote);
                require(reservations.take(tx, bound.line(), portion, 0));
                reservations.grant(
                        tx,
                        held.orderId(),
                        new ReservationPolicy.Grant(bound.line(), there, new Quantity(units)));
                require(reservations.pin(tx, bound.line(), there, units));
                left -= units;
            }
        }
        require(left == 0);
    }
}
