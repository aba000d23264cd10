package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.claims.Claims;
import io.fulfillx.backend.identity.IdentityModule;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.StationId;

import org.jspecify.annotations.Nullable;

/**
 * Gives a parcel to another station, with its label, its promised stock and what was picked of it.
 * The one that had it is told so when it asks next.
 */
final class MoveParcel {
    private final ParcelStore store;
    private final Claims claims;
    private final IdentityModule identity;
    private final OrdersModule orders;
    private final Feed feed;

    MoveParcel(
            ParcelStore store,
            Claims claims,
            IdentityModule identity,
            OrdersModule orders,
            Feed feed) {
        this.store = store;
        this.claims = claims;
        this.identity = identity;
        this.orders = orders;
        this.feed = feed;
    }

    /**
     * Where to, and why.
     *
     * @param toteInHand true when a lead holds the tote, so that the other station cannot pack it
     * @param seenEpoch the claim that was looked at when this was decided; null when none was
     */
    record Wish(
            StationId station, String reason, boolean toteInHand, @Nullable Integer seenEpoch) {}

    /**
     * @param parcel locked by the caller
     * @throws Fault INVALID when there is no such station, CONFLICT when the parcel passed on since
     *     it was looked at, NOT_ALLOWED_NOW when it must stay where it is
     */
    Claim move(Tx tx, Parcel parcel, Wish wish, String actor) {
        if (!identity.hasStation(tx, wish.station())) {
            throw Fault.invalid("/stationId", "There is no such station.");
        }
        Claim claim =
                claims.live(tx, parcel.parcelId())
                        .orElseThrow(
                                () ->
                                        new Fault(
                                                Fault.Code.NOT_ALLOWED_NOW,
                                                "No station has this parcel."));
        if (claim.stationId().equals(wish.station())) {
            return claim;
        } else if (wish.seenEpoch() != null && wish.seenEpoch() != claim.epoch()) {
            throw new Fault(
                    Fault.Code.CONFLICT, "Another station took this parcel meanwhile. Look again.");
        }
        boolean givenUp = orders.load(tx, parcel.orderId()).status().isGivenUp();
        claims.againstMove(claim, parcel.status(), givenUp, wish.toteInHand())
                .ifPresent(
                        reason -> {
                            throw new Fault(Fault.Code.NOT_ALLOWED_NOW, reason);
                        });
        return pass(tx, parcel, wish.station(), actor, wish.reason());
    }

    /** Gives it away without asking whether that is wise. */
    Claim pass(Tx tx, Parcel parcel, StationId to, String actor, String why) {
        Claim passed = claims.pass(tx, parcel.parcelId(), to, actor, why);
        store.atStation(tx, parcel.parcelId(), to);
        orders.history(
                tx,
                parcel.orderId(),
                actor,
                "PARCEL_TAKEN_OVER",
                "Parcel " + parcel.number() + " goes to another station. " + why);
        for (StationId station : new StationId[] {parcel.stationId(), to}) {
            feed.add(
                    tx,
                    FulfillmentModule.PARCEL_CHANGED,
                    parcel.parcelId().value(),
                    station.value());
        }
        return passed;
    }
}
