package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.CancelWaitStore.Answer;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.FulfillmentOrderState;
import io.fulfillx.backend.orders.api.FulfillmentOrderState.Verb;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.quantity.Quantity;

import java.util.List;

/** What the floor reports about parts of orders. */
final class FollowFloor {
    private final OrderParts parts;
    private final PartStock stock;
    private final CancelWaitStore waits;
    private final CancelOrder cancel;
    private final OrderJournal journal;

    FollowFloor(
            OrderParts parts,
            PartStock stock,
            CancelWaitStore waits,
            CancelOrder cancel,
            OrderJournal journal) {
        this.parts = parts;
        this.stock = stock;
        this.waits = waits;
        this.cancel = cancel;
        this.journal = journal;
    }

    void released(Tx tx, FulfillmentOrder part, String actor) {
        var _ = parts.move(tx, part, Verb.RELEASE);
        parts.settleAll(tx, part, actor, "Given to a wave.");
    }

    void picked(Tx tx, FulfillmentOrderId id, boolean complete, String actor) {
        FulfillmentOrder part = lock(tx, id);
        boolean first = parts.start(tx, id);
        boolean done = complete && can(part, Verb.PICK_ALL);
        if (done) {
            var _ = parts.move(tx, part, Verb.PICK_ALL);
        }
        if (first || done) {
            parts.settleAll(tx, part, actor, "Picking began.");
        }
    }

    void setAside(Tx tx, FulfillmentOrderId id, String why, String actor) {
        FulfillmentOrder part = lock(tx, id);
        if (can(part, Verb.SET_ASIDE)) {
            var _ = parts.move(tx, part, Verb.SET_ASIDE);
            parts.settleAll(tx, part, actor, why);
        }
    }

    private static boolean can(FulfillmentOrder part, Verb verb) {
        return FulfillmentOrderState.TABLE.next(part.state(), verb).isPresent();
    }

    void lost(Tx tx, FulfillmentOrderId id, OrderLineId line, Quantity units, String actor) {
        FulfillmentOrder part = lock(tx, id);
        FulfillmentOrderId _ = stock.lost(tx, part, line, units);
        parts.settleAll(tx, part, actor, "Units were missing or damaged.");
    }

    /** Where its parcels are changed: the order may have been delivered. */
    void travelled(Tx tx, FulfillmentOrderId id, String what, String actor) {
        FulfillmentOrder part = lock(tx, id);
        journal.note(tx, part.orderId(), actor, "PARCEL_MOVED", what);
        parts.settleAll(tx, part, actor, what);
    }

    /** Lets nobody else change the orders of the part. */
    FulfillmentOrder lock(Tx tx, FulfillmentOrderId id) {
        FulfillmentOrder part = parts.get(tx, id);
        part.lines().stream()
                .map(FulfillmentOrder.Line::orderId)
                .distinct()
                .sorted(java.util.Comparator.comparing(OrderId::toString))
                .forEach(order -> journal.lock(tx, order));
        return parts.get(tx, id);
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
