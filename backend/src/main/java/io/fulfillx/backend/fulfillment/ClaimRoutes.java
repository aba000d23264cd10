package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.claims.Claims;
import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Who has a parcel, and giving it to another station, over HTTP. */
final class ClaimRoutes {
    private static final int MAX_REASON = 500;

    private final Transactions transactions;
    private final ParcelStore parcels;
    private final Claims claims;
    private final MoveParcel moveParcel;

    ClaimRoutes(
            Transactions transactions, ParcelStore parcels, Claims claims, MoveParcel moveParcel) {
        this.transactions = transactions;
        this.parcels = parcels;
        this.claims = claims;
        this.moveParcel = moveParcel;
    }

    /**
     * @param toteInHand that its tote was fetched; needed when the station has taken it in
     */
    record Move(
            @Nullable StationId stationId, @Nullable String reason, @Nullable Boolean toteInHand) {}

    List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/shipments/{parcelId}/claims",
                                Roles.LEADS,
                                "Which stations had a parcel, the newest first",
                                Claim[].class,
                                this::list)
                        .problems(),
                Route.post(
                                "/api/v1/shipments/{parcelId}/move",
                                Roles.LEADS,
                                "Give a parcel to another station",
                                Move.class,
                                Claim.class,
                                this::move)
                        .problems(Fault.Code.NOT_ALLOWED_NOW, Fault.Code.CONFLICT));
    }

    private Reply list(Call call) {
        ParcelId id = new ParcelId(call.id("parcelId", "parcel"));
        return Reply.ok(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            Parcel parcel =
                                    parcels.find(tx, id)
                                            .orElseThrow(() -> Fault.notFound("parcel"));
                            return claims.of(tx, parcel.parcelId());
                        }));
    }

    private Reply move(Call call) {
        Move body = call.body(Move.class);
        if (body.stationId() == null) {
            throw Fault.invalid("/stationId", "This field is required.");
        }
        String reason = body.reason() == null ? "" : body.reason().strip();
        if (reason.isEmpty() || reason.length() > MAX_REASON) {
            throw Fault.invalid("/reason", "Say why, in 1 to 500 characters.");
        }
        MoveParcel.Wish wish =
                new MoveParcel.Wish(
                        body.stationId(), reason, Boolean.TRUE.equals(body.toteInHand()), null);
        ParcelId id = new ParcelId(call.id("parcelId", "parcel"));
        return Reply.ok(transactions.inOrg(call.org(), tx -> move(tx, id, wish, Actor.of(call))));
    }

    private Claim move(Tx tx, ParcelId id, MoveParcel.Wish wish, String actor) {
        Parcel parcel = parcels.lock(tx, id).orElseThrow(() -> Fault.notFound("parcel"));
        return moveParcel.move(tx, parcel, wish, actor);
    }
}
