package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.ReservationStore.Held;
import io.fulfillx.backend.inventory.api.MissingUnits;
import io.fulfillx.backend.inventory.api.PickFrom;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.quantity.Quantity;

import java.util.UUID;

/** Ends promises: by shipping, by giving up the order, by finding that the units are not there. */
final class SettleReservations {
    private final ReservationStore reservations;
    private final StockLedger ledger;
    private final Outbox outbox;

    SettleReservations(ReservationStore reservations, StockLedger ledger, Outbox outbox) {
        this.reservations = reservations;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /** Gives back everything that is still reserved for the order. */
    void release(Tx tx, OrderId order, String actor) {
        long round = reservations.round(tx, order);
        for (Held held : reservations.held(tx, order)) {
            int units = held.from().quantity().units();
            String key =
                    "release/"
                            + held.from().lineId()
                            + "/"
                            + held.from().locationId()
                            + "/"
                            + round;
            move(
                    tx,
                    held,
                    StockMovement.Kind.RELEASE,
                    new StockChange(0, -units),
                    key,
                    order.value(),
                    actor);
            settle(tx, held.from(), Quantity.ZERO);
            outbox.add(tx, ReceiveStock.STOCK_ADDED, held.itemId().value());
        }
    }

    /**
     * Takes shipped units out of stock, once per parcel, line and location.
     *
     * @throws Fault NOT_ALLOWED_NOW when they are not reserved for the line there
     */
    void commitShip(
            Tx tx,
            ParcelId parcel,
            OrderLineId line,
            LocationId location,
            Quantity quantity,
            String actor) {
        String key = "ship/" + parcel + "/" + line + "/" + location;
        if (quantity.isZero() || ledger.isBooked(tx, key)) {
            return;
        }
        Held held = reserved(tx, line, location, quantity);
        int units = quantity.units();
        boolean booked =
                move(
                        tx,
                        held,
                        StockMovement.Kind.COMMIT_SHIP,
                        new StockChange(-units, -units),
                        key,
                        parcel.value(),
                        actor);
        if (booked) {
            settle(tx, part(held, quantity), quantity);
        }
    }

    /**
     * Writes off reserved units that are missing or damaged; the line is owed them again.
     *
     * @throws Fault NOT_ALLOWED_NOW when they are not reserved for the line there
     */
    void writeOff(Tx tx, MissingUnits missing, String actor) {
        String key = "write-off/" + missing.key() + "/" + missing.lineId();
        if (missing.quantity().isZero() || ledger.isBooked(tx, key)) {
            return;
        }
        Held held = reserved(tx, missing.lineId(), missing.locationId(), missing.quantity());
        int units = missing.quantity().units();
        StockMovement.Kind kind =
                switch (missing.cause()) {
                    case SHORT -> StockMovement.Kind.ADJUST;
                    case DAMAGED -> StockMovement.Kind.DAMAGE;
                };
        StockChange change = new StockChange(-units, -units);
        if (move(tx, held, kind, change, key, missing.orderId().value(), actor)) {
            settle(tx, part(held, missing.quantity()), Quantity.ZERO);
        }
    }

    private Held reserved(Tx tx, OrderLineId line, LocationId location, Quantity quantity) {
        return reservations
                .held(tx, line, location)
                .filter(held -> held.from().quantity().compareTo(quantity) >= 0)
                .orElseThrow(
                        () ->
                                new Fault(
                                        Fault.Code.NOT_ALLOWED_NOW,
                                        "The line has fewer than "
                                                + quantity
                                                + " units reserved at that location."));
    }

    private boolean move(
            Tx tx,
            Held held,
            StockMovement.Kind kind,
            StockChange change,
            String key,
            UUID subject,
            String actor) {
        StockMovement movement =
                new StockMovement(
                        key,
                        kind,
                        held.itemId(),
                        held.from().locationId(),
                        change,
                        subject,
                        actor,
                        "");
        return switch (ledger.post(tx, movement)) {
            case BOOKED -> true;
            case REPEATED -> false;
            case REFUSED ->
                    throw new IllegalStateException("reserved stock was not there: " + movement);
        };
    }

    private void settle(Tx tx, PickFrom taken, Quantity shipped) {
        if (!reservations.take(tx, taken, shipped)) {
            throw new Fault(Fault.Code.CONFLICT, "The reservation was settled just now.");
        }
    }

    private static PickFrom part(Held held, Quantity quantity) {
        PickFrom from = held.from();
        return new PickFrom(from.lineId(), from.locationId(), from.locationName(), quantity);
    }
}
