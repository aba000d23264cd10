package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelJourney;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ParcelId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/** What happens to parcels after the bench, over HTTP. */
final class JourneyRoutes {
    private final Transactions transactions;
    private final ParcelStore parcels;
    private final JourneyStore journeys = new JourneyStore();
    private final OrdersModule orders;

    JourneyRoutes(Transactions transactions, ParcelStore parcels, OrdersModule orders) {
        this.transactions = transactions;
        this.parcels = parcels;
        this.orders = orders;
    }

    record JourneyEvent(ParcelJourney.@Nullable Verb event) {}

    record JourneyView(ParcelId parcelId, ParcelJourney journey) {}

    /** A change may come at the wrong time, or together with another one. */
    private static Route described(Route route) {
        return route.keyed()
                ? route.problems(Fault.Code.NOT_ALLOWED_NOW, Fault.Code.CONFLICT)
                : route.problems();
    }

    List<Route> routes() {
        return Stream.of(
                        Route.post(
                                "/api/v1/shipments/{parcelId}/journey",
                                Roles.LEADS,
                                "Say what happened to a packed parcel, such as HAND_OVER or"
                                        + " DELIVER",
                                JourneyEvent.class,
                                JourneyView.class,
                                this::move))
                .map(JourneyRoutes::described)
                .toList();
    }

    private Reply move(Call call) {
        ParcelJourney.Verb verb = call.body(JourneyEvent.class).event();
        if (verb == null) {
            throw Fault.invalid("/event", "This field is required.");
        }
        ParcelId id = new ParcelId(call.id("parcelId", "parcel"));
        return Reply.ok(transactions.inOrg(call.org(), tx -> move(tx, id, verb, Actor.of(call))));
    }

    private JourneyView move(Tx tx, ParcelId id, ParcelJourney.Verb verb, String actor) {
        Parcel parcel = parcels.lock(tx, id).orElseThrow(() -> Fault.notFound("parcel"));
        if (parcel.status() != ParcelStatus.PACKED) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "The parcel is " + parcel.status() + "; only a packed one leaves the house.");
        }
        ParcelJourney from = journeys.journey(tx, id);
        ParcelJourney to = ParcelJourney.TABLE.require(from, verb);
        if (!journeys.travel(tx, id, from, to)) {
            throw new Fault(Fault.Code.CONFLICT, "The parcel was changed just now.");
        }
        orders.travelled(
                tx,
                parcel.fulfillmentOrderId(),
                "Parcel " + parcel.number() + " is " + to + ".",
                actor);
        return new JourneyView(id, to);
    }
}
