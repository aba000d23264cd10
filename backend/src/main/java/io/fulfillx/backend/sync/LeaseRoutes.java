package io.fulfillx.backend.sync;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.identity.api.StationProtocol;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.sync.LeaseNumbers;

import java.util.List;

/** A station asks for numbers that it may give out without the network, over HTTP. */
final class LeaseRoutes {
    private final LendNumbers lendNumbers;

    LeaseRoutes(LendNumbers lendNumbers) {
        this.lendNumbers = lendNumbers;
    }

    List<Route> routes() {
        return List.of(
                Route.postSelfIdentified(
                                "/api/v1/sync/number-ranges",
                                Roles.STATIONS,
                                "Get numbers for plates, or for labels of a carrier",
                                LeaseNumbers.class,
                                NumberRange.class,
                                this::lend)
                        .problems(Fault.Code.CONFLICT, Fault.Code.NOT_ALLOWED_NOW));
    }

    private Reply lend(Call call) {
        var _ = StationProtocol.require(call);
        LeaseNumbers asked = call.body(LeaseNumbers.class);
        if (asked.lease() == null) {
            throw Fault.invalid("/lease", "This field is required.");
        } else if (asked.carrier() != null && asked.carrier().length() > 40) {
            throw Fault.invalid("/carrier", "The code of a carrier has at most 40 characters.");
        }
        String _ = SyncRoutes.epoch(asked.epoch(), "/epoch");
        StationId station = new StationId(call.principal().subject());
        return Reply.ok(lendNumbers.lend(call.org(), station, asked));
    }
}
