package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.ReservationStore.Held;
import io.fulfillx.backend.inventory.ReservationStore.Taken;
import io.fulfillx.backend.inventory.api.LeavingUnits;
import io.fulfillx.backend.inventory.api.LineStock;
import io.fulfillx.backend.inventory.api.MissingUnits;
import io.fulfillx.backend.inventory.ledger.Booking;
import io.fulfillx.backend.inventory.ledger.Condition;
import io.fulfillx.backend.inventory.ledger.Portion;
import io.fulfillx.backend.inventory.ledger.Posted;
import io.fulfillx.backend.inventory.ledger.Posting;
import io.fulfillx.backend.inventory.ledger.SerialStore;
import io.fulfillx.backend.inventory.ledger.StockEvent;
import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.backend.inventory.ledger.StockLedger;
import io.fulfillx.backend.inventory.ledger.StockLedger.Locked;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Ends promises: by shipping, by giving up the order, by finding that the units are not there. */
final class SettleReservations {
    private final ReservationStore reservations;
    private final StockLedger ledger;
    private final SerialStore serials = new SerialStore();
    private final KitStore kits = new KitStore();
    private final FloorStockStore floor = new FloorStockStore();
    private final Outbox outbox;

    SettleReservations(ReservationStore reservations, StockLedger ledger, Outbox outbox) {
        this.reservations = reservations;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /** Gives back everything that is still reserved for the order. */
    void release(Tx tx, OrderId order, String actor) {
        var _ = ledger.lock(tx, itemsOf(reservations.held(tx, order)));
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
        kits.forget(tx, order);
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
        var _ = ledger.lock(tx, reservations.itemsOfOrdersOf(tx, List.of(surplus.line())));
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
        // What parcels in work claim is bound, in its bin or in a tote.
        boolean bound = held.stream().anyMatch(each -> each.pinned() > 0);
        Map<LocationId, Integer> claimed = new HashMap<>(surplus.claimed());
        List<Portion> portions = new ArrayList<>();
        for (Held each : held) {
            LocationId place = each.key().location();
            boolean none = surplus.claimed().getOrDefault(place, 0) >= Quantity.MAX_UNITS;
            int kept =
                    bound && !none
                            ? each.pinned()
                            : Math.min(each.units(), claimed.getOrDefault(place, 0));
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
     * Takes shipped units out of stock, once per parcel, part, place and lot.
     *
     * @throws Fault NOT_ALLOWED_NOW when they are not reserved for the line there
     */
    void commitShip(Tx tx, Map<ParcelId, List<LeavingUnits>> parcels, String actor) {
        List<Leaving> leaving = new ArrayList<>();
        parcels.forEach(
                (parcel, all) -> all.forEach(units -> leaving.add(new Leaving(parcel, units))));
        if (leaving.isEmpty()) {
            return;
        }
        List<OrderLineId> lines = leaving.stream().map(each -> each.units().at().lineId()).toList();
        Locked locked = ledger.lock(tx, reservations.itemsOfOrdersOf(tx, lines));
        Map<String, UUID> before = ledger.eventsOf(tx, leaving.stream().map(Leaving::key).toList());
        List<Leaving> fresh =
                leaving.stream().filter(each -> !before.containsKey(each.key())).toList();
        Promises promises = new Promises(reservations.heldOf(tx, lines));
        Set<StockKey> numbered =
                serials.withNumbers(
                        tx, fresh.stream().map(each -> key(each.units().at())).toList());
        Set<String> given = new HashSet<>();
        List<Posting> postings = new ArrayList<>();
        List<Taken> taken = new ArrayList<>();
        for (Leaving each : fresh) {
            OrderLineId line = each.units().at().lineId();
            StockKey key = key(each.units().at());
            int units = each.units().quantity().units();
            Held held =
                    promises.take(line, key, units)
                            .orElseThrow(() -> less(each.units().quantity()));
            List<String> gone =
                    numbered.contains(key)
                            ? serialed(tx, key, units, each.units().serials(), given)
                            : each.units().serials().stream().limit(units).toList();
            given.addAll(gone);
            Portion portion = new Portion(key, units, Math.min(units, held.pinned()), gone);
            postings.add(
                    new Posting(
                            new StockEvent.CommitShip(List.of(portion)),
                            Booking.of(each.key(), each.parcel().value(), actor)));
            taken.add(new Taken(line, portion, units));
        }
        for (Posted posted : ledger.postAll(tx, postings, locked)) {
            if (posted.fate() != Posted.Fate.BOOKED) {
                throw new IllegalStateException("reserved stock was not there: " + posted);
            }
        }
        if (!reservations.takeAll(tx, taken)) {
            throw settled();
        }
    }

    private record Leaving(ParcelId parcel, LeavingUnits units) {
        /** Unique per parcel, part, place and lot. */
        String key() {
            return "ship/" + parcel + "/" + units.partId() + "/" + place(units.at());
        }
    }

    private static StockKey key(LineStock at) {
        return new StockKey(at.itemId(), at.locationId(), at.lot());
    }

    /**
     * Brings back what was shipped of a part: once.
     *
     * @param bin where it is put; it may have left from a tote
     */
    void putBack(Tx tx, ParcelId parcel, OrderLineId part, LocationId bin, String actor) {
        for (UUID shipped : floor.shipments(tx, parcel, "ship/" + parcel + "/" + part + "/")) {
            int leg = 0;
            for (StockLeg each : ledger.legsOf(tx, shipped)) {
                int units = -each.delta().onHand();
                String key = "unship/" + shipped + "/" + leg++;
                if (units > 0) {
                    var event =
                            new StockEvent.ReturnReceive(
                                    each.key().at(bin), units, Condition.SELLABLE, each.serials());
                    Booking booking = Booking.of(key, parcel.value(), actor);
                    boolean _ = post(tx, event, booking.because("UNPACKED", ""));
                    outbox.add(tx, ReceiveStock.STOCK_ADDED, each.key().item().value());
                }
            }
        }
    }

    private static String place(LineStock at) {
        return at.lot().isEmpty() ? at.locationId().toString() : at.locationId() + "/" + at.lot();
    }

    /**
     * Writes off reserved units that are missing or damaged; the line is owed them again.
     *
     * @throws Fault NOT_ALLOWED_NOW when they are not reserved for the line there
     */
    void writeOff(Tx tx, MissingUnits missing, String actor) {
        LineStock at = missing.at();
        String key = "write-off/" + missing.key() + "/" + at.lineId();
        if (missing.quantity().isZero() || ledger.isBooked(tx, key)) {
            return;
        }
        Portion portion = reserved(tx, at, missing.quantity(), missing.serials());
        boolean damaged = missing.cause() == MissingUnits.Cause.DAMAGED;
        var event = new StockEvent.WriteOff(List.of(portion), damaged);
        Booking booking =
                Booking.of(key, missing.orderId().value(), actor)
                        .because(missing.cause().name(), "");
        if (post(tx, event, booking)) {
            settle(tx, at.lineId(), portion, 0);
        }
    }

    /**
     * Locks the stock of the whole order, so that line after line can be settled in any order.
     * Units that are bound to their place are those of a parcel, and go first.
     */
    private Portion reserved(Tx tx, LineStock at, Quantity quantity, List<String> numbers) {
        var _ = ledger.lock(tx, reservations.itemsOfOrdersOf(tx, List.of(at.lineId())));
        StockKey key = key(at);
        int units = quantity.units();
        Held held =
                new Promises(reservations.heldOf(tx, List.of(at.lineId())))
                        .take(at.lineId(), key, units)
                        .orElseThrow(() -> less(quantity));
        List<String> gone = serialed(tx, key, units, numbers, Set.of());
        return new Portion(key, units, Math.min(units, held.pinned()), gone);
    }

    private static Fault less(Quantity quantity) {
        return new Fault(
                Fault.Code.NOT_ALLOWED_NOW,
                "The line has fewer than " + quantity + " units reserved at that location.");
    }

    /**
     * Of units that nobody named, those leave that lay there longest.
     *
     * @param given to others of the same transaction
     */
    private List<String> serialed(
            Tx tx, StockKey key, int units, List<String> numbers, Set<String> given) {
        List<String> gone = new ArrayList<>(numbers.stream().limit(units).toList());
        if (gone.size() < units) {
            serials.oldest(tx, key, units + gone.size() + given.size()).stream()
                    .filter(number -> !numbers.contains(number) && !given.contains(number))
                    .limit(units - gone.size())
                    .forEach(gone::add);
        }
        return List.copyOf(gone);
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
            throw settled();
        }
    }

    private static Fault settled() {
        return new Fault(Fault.Code.CONFLICT, "The reservation was settled just now.");
    }
}
