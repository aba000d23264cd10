package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.PinPolicy.Loose;
import io.fulfillx.backend.inventory.PinPolicy.Move;
import io.fulfillx.backend.inventory.ReservationPolicy.Demand;
import io.fulfillx.backend.inventory.ReservationPolicy.Grant;
import io.fulfillx.backend.inventory.ReservationPolicy.Level;
import io.fulfillx.backend.inventory.ReservationStore.Held;
import io.fulfillx.backend.inventory.api.LineStock;
import io.fulfillx.backend.inventory.api.LineUnits;
import io.fulfillx.backend.inventory.api.MissingUnits;
import io.fulfillx.backend.inventory.api.PickFrom;
import io.fulfillx.backend.inventory.api.PinOutcome;
import io.fulfillx.backend.inventory.ledger.Booking;
import io.fulfillx.backend.inventory.ledger.Portion;
import io.fulfillx.backend.inventory.ledger.StockEvent;
import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Binds what orders were promised to bins and lots when they go to the floor, and finds other units
 * for those that were not in their bin.
 */
final class PinForWave {
    private final ReservationStore reservations;
    private final PromisableStore promisable = new PromisableStore();
    private final BookStock book;
    private final FloorStockStore floor = new FloorStockStore();

    PinForWave(ReservationStore reservations, BookStock book) {
        this.reservations = reservations;
        this.book = book;
    }

    /**
     * All their items at once and in order, so that waves and reservations never block in a ring.
     */
    void lock(Tx tx, Collection<OrderId> orders) {
        var _ = book.ledger().lock(tx, floor.itemsOf(tx, orders));
    }

    /**
     * @param wanted units that are promised and not bound yet
     * @param warehouse whose units go first
     */
    PinOutcome pin(Tx tx, OrderId order, List<LineUnits> wanted, String warehouse, String actor) {
        lock(tx, List.of(order));
        List<Loose> loose = floor.loose(tx, order);
        Set<ItemId> inLots =
                loose.stream()
                        .map(Loose::key)
                        .filter(key -> !key.lot().isEmpty())
                        .map(StockKey::item)
                        .collect(Collectors.toSet());
        List<Level> free = inLots.isEmpty() ? List.of() : promisable.supply(tx, inLots).levels();
        return switch (PinPolicy.plan(wanted, loose, free, warehouse)) {
            case PinPolicy.Plan.Moves(List<Move> moves) -> bind(tx, order, moves, actor);
            case PinPolicy.Plan.Lacking _ -> giveUp(tx, order, loose, actor);
        };
    }

    private PinOutcome bind(Tx tx, OrderId order, List<Move> moves, String actor) {
        String key = "pin/" + order + "/" + reservations.round(tx, order) + "/";
        int number = 0;
        for (Move move : moves) {
            var event = new StockEvent.Pin(move.from(), move.to(), move.units());
            var _ = book.book(tx, event, Booking.of(key + number++, order.value(), actor));
            if (!move.from().equals(move.to())) {
                Portion given = Portion.of(move.from(), move.units());
                require(reservations.take(tx, move.lineId(), given, 0));
                Grant grant = new Grant(move.lineId(), move.to(), new Quantity(move.units()));
                reservations.grant(tx, order, grant);
            }
            require(reservations.pin(tx, move.lineId(), move.to(), move.units()));
        }
        return new PinOutcome.Pinned(places(tx, order, moves));
    }

    private List<PickFrom> places(Tx tx, OrderId order, List<Move> moves) {
        Map<StockKey, String> names =
                reservations.held(tx, order).stream()
                        .collect(Collectors.toMap(Held::key, Held::locationName, (one, _) -> one));
        return moves.stream()
                .collect(
                        Collectors.groupingBy(
                                move -> stock(move.lineId(), move.to()),
                                java.util.LinkedHashMap::new,
                                Collectors.summingInt(Move::units)))
                .entrySet()
                .stream()
                .map(entry -> from(entry.getKey(), entry.getValue(), names))
                .toList();
    }

    private static PickFrom from(LineStock at, int units, Map<StockKey, String> names) {
        StockKey key = new StockKey(at.itemId(), at.locationId(), at.lot());
        return new PickFrom(at, names.getOrDefault(key, ""), new Quantity(units));
    }

    private static LineStock stock(OrderLineId line, StockKey key) {
        return new LineStock(line, key.item(), key.location(), key.lot());
    }

    private PinOutcome giveUp(Tx tx, OrderId order, List<Loose> loose, String actor) {
        List<Loose> over = loose.stream().filter(each -> !each.sendable()).toList();
        if (over.isEmpty()) {
            throw new IllegalStateException("less is reserved than is to be bound: " + order);
        }
        List<Portion> portions =
                over.stream().map(each -> Portion.of(each.key(), each.units())).toList();
        String key = "stop-ship/" + order + "/" + reservations.round(tx, order);
        Booking booking =
                Booking.of(key, order.value(), actor)
                        .because("STOP_SHIP", "Too near the end of its shelf life.");
        var _ = book.book(tx, new StockEvent.Release(portions), booking);
        for (Loose each : over) {
            Portion portion = Portion.of(each.key(), each.units());
            require(reservations.take(tx, each.lineId(), portion, 0));
        }
        return new PinOutcome.Lacking(
                over.stream()
                        .map(
                                each ->
                                        new LineUnits(
                                                each.lineId(),
                                                each.key().item(),
                                                new Quantity(each.units())))
                        .toList());
    }

    /**
     * Promises and binds other units for some that were not in their bin, of the same warehouse.
     *
     * @param binIsEmpty false when the bin they were taken from may give others
     * @return where to go for them, empty when there is too little
     */
    List<PickFrom> replace(Tx tx, MissingUnits lost, boolean binIsEmpty, String actor) {
        LineStock at = lost.at();
        List<ItemId> item = List.of(at.itemId());
        var _ = book.ledger().lock(tx, reservations.itemsOfOrdersOf(tx, List.of(at.lineId())));
        String key = "replace/" + lost.key() + "/" + at.lineId() + "/" + at.itemId();
        if (book.ledger().isBooked(tx, key)) {
            return List.of();
        }
        String warehouse = floor.warehouseOf(tx, at.locationId());
        PromisableStore.Supply supply = promisable.supply(tx, item);
        List<Level> levels =
                ReservationPolicy.withheld(supply.levels(), supply.safeties()).stream()
                        .filter(level -> level.warehouse().equals(warehouse))
                        .filter(
                                level ->
                                        !binIsEmpty
                                                || !level.key().location().equals(at.locationId()))
                        .toList();
        Demand demand = new Demand(at.lineId(), at.itemId(), lost.quantity());
        return switch (ReservationPolicy.plan(List.of(demand), levels)) {
            case ReservationPolicy.Plan.Lacking _ -> List.of();
            case ReservationPolicy.Plan.Granted(List<Grant> grants) ->
                    grant(
                            tx,
                            lost.orderId(),
                            grants,
                            Booking.of(key, lost.orderId().value(), actor));
        };
    }

    private List<PickFrom> grant(Tx tx, OrderId order, List<Grant> grants, Booking booking) {
        List<Portion> portions =
                grants.stream()
                        .map(g -> new Portion(g.key(), units(g), units(g), List.of()))
                        .toList();
        var _ = book.book(tx, new StockEvent.Reserve(portions), booking);
        for (Grant grant : grants) {
            reservations.grant(tx, order, grant);
            require(reservations.pin(tx, grant.lineId(), grant.key(), units(grant)));
        }
        return places(
                tx,
                order,
                grants.stream()
                        .map(g -> new Move(g.lineId(), g.key(), g.key(), units(g)))
                        .toList());
    }

    private static int units(Grant grant) {
        return grant.quantity().units();
    }

    private static void require(boolean done) {
        if (!done) {
            throw new Fault(Fault.Code.CONFLICT, "The reservation was settled just now.");
        }
    }
}
