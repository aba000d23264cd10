package io.fulfillx.backend.sync;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.identity.api.StationProtocol;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.station.ClaimNotice;
import io.fulfillx.model.sync.RecallRequest;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** A station asks who has a parcel, and takes it over, over HTTP. */
final class RecallRoutes {
    private static final int MAX_CODE = 100;
    private static final OperatorId NOBODY = new OperatorId(new UUID(0, 0));

    private final Transactions transactions;
    private final RecallParcel recallParcel;

    RecallRoutes(Transactions transactions, RecallParcel recallParcel) {
        this.transactions = transactions;
        this.recallParcel = recallParcel;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/sync/claims",
                                Roles.STATIONS,
                                "Which other station has the parcel with a tote, label or order"
                                        + " code",
                                ClaimNotice[].class,
                                this::claims)
                        .query(
                                Query.text("tote", "The tote's code; one of the three is given."),
                                Query.text("tracking", "The label's tracking number."),
                                Query.text("order", "The code on the pick list."))
                        .problems(),
                Route.post(
                                "/api/v1/sync/recall",
                                Roles.STATIONS,
                                "Take a parcel over whose tote a lead has in their hands",
                                RecallRequest.class,
                                ClaimNotice[].class,
                                this::recall)
                        .problems(
                                Fault.Code.FORBIDDEN,
                                Fault.Code.NOT_FOUND,
                                Fault.Code.CONFLICT,
                                Fault.Code.NOT_ALLOWED_NOW));
    }

    private static StationId station(Call call) {
        var _ = StationProtocol.require(call);
        return new StationId(call.principal().subject());
    }

    private Reply claims(Call call) {
        RecallRequest code =
                new RecallRequest(
                        call.query("tote").orElse(null),
                        call.query("tracking").orElse(null),
                        call.query("order").orElse(null),
                        null,
                        NOBODY);
        require(code);
        StationId station = station(call);
        return Reply.ok(
                transactions.inOrg(call.org(), tx -> recallParcel.elsewhere(tx, station, code)));
    }

    private Reply recall(Call call) {
        RecallRequest request = call.body(RecallRequest.class);
        require(request);
        if (request.operatorId() == null) {
            throw Fault.invalid("/operatorId", "This field is required.");
        }
        StationId station = station(call);
        return Reply.ok(
                transactions.inOrg(call.org(), tx -> recallParcel.recall(tx, station, request)));
    }

    private static void require(RecallRequest code) {
        List<String> given =
                Stream.of(code.toteCode(), code.trackingNumber(), code.orderCode())
                        .filter(Objects::nonNull)
                        .toList();
        if (given.size() != 1 || given.getFirst().isBlank()) {
            throw Fault.invalid(
                    "/toteCode", "Name one of a tote, a tracking number and an order code.");
        } else if (given.getFirst().length() > MAX_CODE) {
            throw Fault.invalid("/toteCode", "A code has at most 100 characters.");
        }
    }
}
