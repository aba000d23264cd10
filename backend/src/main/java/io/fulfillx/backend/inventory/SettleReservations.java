package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.ReservationStore.Held;
import io.fulfillx.backend.inventory.api.MissingUnits;
import io.fulfillx.backend.inventory.ledger.Booking;
import io.fulfillx.backend.inventory.ledger.Condition;
import io.fulfillx.backend.inventory.ledger.Portion;
import io.fulfillx.backend.inventory.ledger.SerialStore;
import io.fulfillx.backend.inventory.ledger.StockEvent;
import io.fulfillx.backend.inventory.ledger.StockLedger;
import io.fulfillx.backend.inventory.ledger.StockLeg;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.quantity.Quantity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Ends promises: by shipping, by giving up the order, by finding that the units are not there. */
final class SettleReservations {
    private final ReservationStore reservations;
    private final StockLedger ledger;
    private final SerialStore serials = new SerialStore();
    private final Outbox outbox;

    SettleReservations(ReservationStore reservations, StockLedger ledger, Outbox outbox) {
        this.reservations = reservations;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /** Gives back everything that is still reserved for the order. */
    void release(Tx tx, OrderId order, String actor) {
        ledger.lock(tx, itemsOf(reservations.held(tx, order)));
        List<Held> held = reservations.held(tx, order);
        if (held.isEmpty()) {
            return;
        }
        String key = "release/" + order + "/" + reservations.round(tx, order);
        List<Portion> portions = held.stream().map(each -> each.portion(each.units())).toList();
        post(tx, new StockEvent.Release(portions), Booking.of(key, order.value(), actor));
        for (Held each : held) {
            settle(tx, each.lineId(), each.portion(each.units()), 0);
        }
        itemsOf(held).forEach(item -> outbox.add(tx, ReceiveStock.STOCK_ADDED, item.value()));
    }

    /** Units of a line that are to be let go, and what of it must stay where it is. */
    record Surplus(
            OrderId order,
            OrderLineId line,
            int units,
            int promised,
            Map<LocationId, Integer> claimed) {}

    /**
     * Gives units of one line back; of a kit the same share of each component.
     *
     * @return what was let go
     * @throws Fault NOT_ALLOWED_NOW when parcels in work claim too much of it
     */
    List<Portion> release(Tx tx, Surplus surplus, String actor) {
        ledger.lock(tx, reservations.itemsOfOrderOf(tx, surplus.line()));
        List<Held> held =
                reservations.held(tx, surplus.order()).stream()
                        .filter(each -> each.lineId().equals(surplus.line()))
                        .toList();
        List<Portion> portions = new ArrayList<>();
        for (ItemId item : itemsOf(held)) {
            portions.addAll(
                    surplusOf(
                            held.stream().filter(each -> each.key().item().equals(item)).toList(),
                            surplus));
        }
        if (portions.isEmpty()) {
            return portions;
        }
        String key = "release/" + surplus.order() + "/" + reservations.round(tx, surplus.order());
        post(tx, new StockEvent.Release(portions), Booking.of(key, surplus.order().value(), actor));
        portions.forEach(portion -> settle(tx, surplus.line(), portion, 0));
        itemsOf(held).forEach(item -> outbox.add(tx, ReceiveStock.STOCK_ADDED, item.value()));
        return portions;
    }

    private static List<Portion> surplusOf(List<Held> held, Surplus surplus) {
        int total = held.stream().mapToInt(Held::units).sum();
        int left = (int) ((long) total * surplus.units() / Math.max(1, surplus.promised()));
        Map<LocationId, Integer> claimed = new HashMap<>(surplus.claimed());
        List<Portion> portions = new ArrayList<>();
        for (Held each : held) {
            int kept = Math.min(each.units(), claimed.getOrDefault(each.key().location(), 0));
            claimed.merge(each.key().location(), -kept, Integer::sum);
            int taken = Math.min(left, each.units() - kept);
            if (taken > 0) {
                portions.add(each.portion(taken));
                left -= taken;
            }
        }
        if (left > 0) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW, "Parcels in work hold too many of these units.");
        }
        return portions;
    }

    private static List<ItemId> itemsOf(List<Held> held) {
        return held.stream().map(each -> each.key().item()).distinct().toList();
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
        String key = shipKey(parcel, line, location);
        if (quantity.isZero() || ledger.isBooked(tx, key)) {
            return;
        }
        List<Portion> portions = reserved(tx, line, location, quantity);
        var event = new StockEvent.CommitShip(portions);
        if (post(tx, event, Booking.of(key, parcel.value(), actor))) {
            portions.forEach(portion -> settle(tx, line, portion, portion.units()));
        }
    }

    private static String shipKey(ParcelId parcel, OrderLineId line, LocationId location) {
        return "ship/" + parcel + "/" + line + "/" + location;
    }

    /** Brings back what was shipped from that location, as it was: once. */
    void putBack(Tx tx, ParcelId parcel, OrderLineId line, LocationId location, String actor) {
        Optional<UUID> shipped = ledger.eventOf(tx, shipKey(parcel, line, location));
        if (shipped.isEmpty()) {
            return;
        }
        int leg = 0;
        for (StockLeg each : ledger.legsOf(tx, shipped.get())) {
            int units = -each.delta().onHand();
            String key = "un" + shipKey(parcel, line, location) + "/" + leg++;
            if (units > 0) {
                var event =
                        new StockEvent.ReturnReceive(
                                each.key(), units, Condition.SELLABLE, each.serials());
                boolean _ =
                        post(
                                tx,
                                event,
                                Booking.of(key, parcel.value(), actor).because("UNPACKED", ""));
                outbox.add(tx, ReceiveStock.STOCK_ADDED, each.key().item().value());
            }
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
        List<Portion> portions =
                reserved(tx, missing.lineId(), missing.locationId(), missing.quantity());
        var event =
                new StockEvent.WriteOff(portions, missing.cause() == MissingUnits.Cause.DAMAGED);
        Booking booking =
                Booking.of(key, missing.orderId().value(), actor)
                        .because(missing.cause().name(), "");
        if (post(tx, event, booking)) {
            portions.forEach(portion -> settle(tx, missing.lineId(), portion, 0));
        }
    }

    /** Locks the stock of the whole order, so that line after line can be settled in any order. */
    private List<Portion> reserved(
            Tx tx, OrderLineId line, LocationId location, Quantity quantity) {
        ledger.lock(tx, reservations.itemsOfOrderOf(tx, line));
        List<Portion> portions = new ArrayList<>();
        int left = quantity.units();
        for (Held held : reservations.held(tx, line, location)) {
            int taken = Math.min(left, held.units());
            if (taken > 0) {
                portions.add(serialed(tx, held.portion(taken)));
                left -= taken;
            }
        }
        if (left > 0) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "The line has fewer than " + quantity + " units reserved at that location.");
        }
        return List.copyOf(portions);
    }

    /** Nobody said which numbered units left, so they are those that lay there longest. */
    private Portion serialed(Tx tx, Portion portion) {
        List<String> numbers = serials.oldest(tx, portion.key(), portion.units());
        return new Portion(portion.key(), portion.units(), portion.pinned(), numbers);
    }

    private boolean post(Tx tx, StockEvent event, Booking booking) {
        return switch (ledger.post(tx, event, booking)) {
            case BOOKED -> true;
            case REPEATED -> false;
            case REFUSED, MISNUMBERED ->
                    throw new IllegalStateException("reserved stock was not there: " + event);
        };
    }

    private void settle(Tx tx, OrderLineId line, Portion taken, int shipped) {
        if (!reservations.take(tx, line, taken, shipped)) {
            throw new Fault(Fault.Code.CONFLICT, "The reservation was settled just now.");
        }
    }
}
