package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelPolicy;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.sql.Tx;

import java.util.Optional;

/** Books that a parcel cannot be finished; the order is held until a lead releases it. */
final class SetAsideParcel {
    private static final HoldType OPERATOR = new HoldType("OPERATOR");

    /** What a station says when it has put everything back, because it was told to. */
    private static final String WITHDRAWN = "withdrawn";

    private final ParcelStore store;
    private final LaneStore lanes = new LaneStore();
    private final PutBackParcel putBack;
    private final OrdersModule orders;
    private final Feed feed;

    SetAsideParcel(ParcelStore store, PutBackParcel putBack, OrdersModule orders, Feed feed) {
        this.store = store;
        this.putBack = putBack;
        this.orders = orders;
        this.feed = feed;
    }

    /**
     * @param parcel locked by the caller
     */
    FactOutcome setAside(Tx tx, Parcel parcel, String reason, String actor) {
        OrderForShipping order = orders.load(tx, parcel.orderId());
        if (reason.equals(WITHDRAWN) && ParcelPolicy.isGivenUp(parcel, order.status())) {
            // The orders are locked before the stock, as in a cancel, so that the two cannot block.
            var _ = orders.lock(tx, parcel.fulfillmentOrderId());
            int _ = putBack.putBack(tx, parcel, actor);
            orders.answered(tx, parcel.orderId(), parcel.parcelId(), actor);
            return FactOutcome.APPLIED;
        }
        Optional<Contradicts> objection =
                ParcelPolicy.againstWork(parcel, order.status(), lanes.mayLackLabel(tx, parcel));
        if (objection.isPresent()) {
            return objection.get();
        }
        if (parcel.status() != ParcelStatus.PLANNED) {
            store.move(tx, parcel, ParcelStatus.Verb.SET_ASIDE);
        }
        HoldId _ = orders.placeHold(tx, parcel.orderId(), OPERATOR, "Set aside: " + reason, actor);
        orders.setAside(tx, parcel.fulfillmentOrderId(), "Set aside: " + reason, actor);
        feed.add(tx, "parcel", parcel.parcelId().value(), parcel.stationId().value());
        return FactOutcome.APPLIED;
    }
}
