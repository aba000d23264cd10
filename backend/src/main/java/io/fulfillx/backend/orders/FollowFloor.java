package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.CancelWaitStore.Answer;
import io.fulfillx.backend.orders.DeriveStatus.Reason;
import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.FulfillmentOrderState;
import io.fulfillx.backend.orders.api.FulfillmentOrderState.Verb;
import io.fulfillx.backend.orders.api.LockedPart;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.orders.api.PickedPart;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.quantity.Quantity;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the floor reports about parts of orders. */
final class FollowFloor {
    private final OrderParts parts;
    private final PartStock stock;
    private final CancelWaitStore waits;
    private final CancelOrder cancel;
    private final HoldStore holds;
    private final OrderJournal journal;

    FollowFloor(
            OrderParts parts,
            PartStock stock,
            CancelWaitStore waits,
            CancelOrder cancel,
            HoldStore holds,
            OrderJournal journal) {
        this.parts = parts;
        this.stock = stock;
        this.waits = waits;
        this.cancel = cancel;
        this.holds = holds;
        this.journal = journal;
    }

    void released(Tx tx, FulfillmentOrder part, String actor) {
        var _ = parts.move(tx, part, Verb.RELEASE);
        parts.settleAll(tx, part, actor, "Given to a wave.");
    }

    void picked(Tx tx, List<PickedPart> picked, String actor) {
        List<FulfillmentOrder> first =
                parts.start(tx, picked.stream().map(each -> each.part().part()).toList());
        List<FulfillmentOrder> done =
                picked.stream()
                        .filter(PickedPart::complete)
                        .map(each -> each.part().part())
                        .filter(part -> can(part, Verb.PICK_ALL))
                        .toList();
        var _ = parts.move(tx, done, Verb.PICK_ALL);
        Map<FulfillmentOrder, Reason> changed = new LinkedHashMap<>();
        for (PickedPart each : picked) {
            FulfillmentOrder part = each.part().part();
            if (first.contains(part) || done.contains(part)) {
                changed.put(part, new Reason("Picking began.", each.correlation()));
            }
        }
        parts.settleAll(tx, changed, actor);
    }

    void setAside(Tx tx, FulfillmentOrderId id, String why, String actor) {
        FulfillmentOrder part = lock(tx, id).part();
        if (can(part, Verb.SET_ASIDE)) {
            var _ = parts.move(tx, part, Verb.SET_ASIDE);
            parts.settleAll(tx, part, actor, why);
        }
    }

    private static boolean can(FulfillmentOrder part, Verb verb) {
        return FulfillmentOrderState.TABLE.next(part.state(), verb).isPresent();
    }

    void lost(Tx tx, FulfillmentOrderId id, OrderLineId line, Quantity units, String actor) {
        FulfillmentOrder part = lock(tx, id).part();
        FulfillmentOrderId _ = stock.lost(tx, part, line, units);
        parts.settleAll(tx, part, actor, "Units were missing or damaged.");
    }

    /** Where its parcels are changed: the order may have been delivered. */
    void travelled(Tx tx, FulfillmentOrderId id, String what, String actor) {
        FulfillmentOrder part = lock(tx, id).part();
        journal.note(tx, part.orderId(), actor, "PARCEL_MOVED", what);
        parts.settleAll(tx, part, actor, what);
    }

    /** Lets nobody else change the orders of the part. */
    LockedPart lock(Tx tx, FulfillmentOrderId id) {
        return Optional.ofNullable(lock(tx, List.of(id)).get(id))
                .orElseThrow(() -> Fault.notFound("fulfillment order"));
    }

    /** Lets nobody else change the orders of the parts; returns those that there are. */
    Map<FulfillmentOrderId, LockedPart> lock(Tx tx, Collection<FulfillmentOrderId> ids) {
        Map<OrderId, OrderStatus> orders =
                journal.lock(tx, ids).stream()
                        .collect(Collectors.toMap(OrderRecord::orderId, OrderRecord::status));
        Map<OrderId, List<ActiveHold>> active = holds.active(tx, orders.keySet());
        Map<FulfillmentOrderId, LockedPart> locked = new HashMap<>();
        for (FulfillmentOrder part : parts.get(tx, ids)) {
            OrderId order = part.orderId();
            OrderStatus status =
                    Optional.ofNullable(orders.get(order))
                            .orElseThrow(() -> Fault.notFound("order"));
            List<ActiveHold> held = HoldStore.withGuests(active, order, OrderParts.guests(part));
            locked.put(part.fulfillmentOrderId(), new LockedPart(part, status, held));
        }
        return locked;
    }

    /** A page that ends there withdraws those parcels from the station. */
    void told(Tx tx, StationId station, List<ParcelId> parcels, String place) {
        if (!parcels.isEmpty()) {
            waits.told(tx, station, parcels, place);
        }
    }

    /** The station goes on from there, so it has taken in what the page before told. */
    void heard(Tx tx, StationId station, String place) {
        for (Answer answer : waits.toldAt(tx, station, place)) {
            cancel.answered(tx, answer.order(), answer.parcel(), "station:" + station);
        }
    }

    void answered(Tx tx, OrderId order, ParcelId parcel, String actor) {
        cancel.answered(tx, order, parcel, actor);
    }
}
