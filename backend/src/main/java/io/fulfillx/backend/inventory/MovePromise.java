package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.ReservationPolicy.Demand;
import io.fulfillx.backend.inventory.ReservationPolicy.Grant;
import io.fulfillx.backend.inventory.ReservationPolicy.Level;
import io.fulfillx.backend.inventory.ReservationPolicy.Plan;
import io.fulfillx.backend.inventory.ledger.Booking;
import io.fulfillx.backend.inventory.ledger.Portion;
import io.fulfillx.backend.inventory.ledger.Posted;
import io.fulfillx.backend.inventory.ledger.StockEvent;
import io.fulfillx.backend.inventory.ledger.StockLedger;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.quantity.Quantity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Takes the promise of a line from one warehouse to another, all of it or nothing. */
final class MovePromise {
    private final ReservationStore reservations;
    private final PromisableStore promisable = new PromisableStore();
    private final SettleReservations settle;
    private final StockLedger ledger;

    MovePromise(ReservationStore reservations, SettleReservations settle, StockLedger ledger) {
        this.reservations = reservations;
        this.settle = settle;
        this.ledger = ledger;
    }

    /**
     * @throws Fault NOT_ALLOWED_NOW when the other warehouse has too little
     */
    void move(Tx tx, SettleReservations.Surplus surplus, String warehouse, String actor) {
        List<Portion> released = settle.release(tx, surplus, actor);
        Map<ItemId, Integer> wanted =
                released.stream()
                        .collect(
                                Collectors.toMap(
                                        portion -> portion.key().item(),
                                        Portion::units,
                                        Integer::sum,
                                        () ->
                                                new TreeMap<>(
                                                        java.util.Comparator.comparing(
                                                                ItemId::toString))));
        List<Demand> demands =
                wanted.entrySet().stream()
                        .map(
                                each ->
                                        new Demand(
                                                surplus.line(),
                                                each.getKey(),
                                                new Quantity(each.getValue())))
                        .toList();
        PromisableStore.Supply supply = promisable.supply(tx, wanted.keySet());
        List<Level> levels =
                ReservationPolicy.withheld(supply.levels(), supply.safeties()).stream()
                        .filter(level -> level.warehouse().equals(warehouse))
                        .toList();
        switch (ReservationPolicy.plan(demands, levels)) {
            case Plan.Granted(List<Grant> grants) -> book(tx, surplus, grants, actor);
            case Plan.Lacking(var shortages) ->
                    throw new Fault(
                            Fault.Code.NOT_ALLOWED_NOW,
                            "The warehouse %s has %s of the %s units."
                                    .formatted(
                                            warehouse,
                                            shortages.getFirst().available(),
                                            shortages.getFirst().asked()));
        }
    }

    private void book(Tx tx, SettleReservations.Surplus surplus, List<Grant> grants, String actor) {
        if (grants.isEmpty()) {
            return;
        }
        List<Portion> portions =
                grants.stream()
                        .map(grant -> Portion.of(grant.key(), grant.quantity().units()))
                        .toList();
        String key = "reserve/" + surplus.order() + "/" + reservations.round(tx, surplus.order());
        var posted =
                ledger.post(
                        tx,
                        new StockEvent.Reserve(portions),
                        Booking.of(key, surplus.order().value(), actor));
        if (posted != Posted.Fate.BOOKED) {
            throw new IllegalStateException("locked stock was not there: " + grants);
        }
        grants.forEach(grant -> reservations.grant(tx, surplus.order(), grant));
    }
}
