package io.fulfillx.backend.identity;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.identity.api.StationProtocol;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.FloorPass;
import io.fulfillx.model.sync.FloorSignIn;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** People at a station who look after all of them, over HTTP. */
final class FloorRoutes {
    private static final int MAX_PROOF = 40;

    private final AdmitLead admitLead;

    FloorRoutes(AdmitLead admitLead) {
        this.admitLead = admitLead;
    }

    List<Route> routes() {
        return List.of(
                Route.postSelfIdentified(
                                "/api/v1/auth/operator",
                                Roles.STATIONS,
                                "Let a lead or manager at a station look after all stations, by"
                                        + " badge or PIN",
                                FloorSignIn.class,
                                FloorPass.class,
                                this::admit)
                        .problems(Fault.Code.FORBIDDEN, Fault.Code.TOO_MANY_ATTEMPTS));
    }

    private Reply admit(Call call) {
        var _ = StationProtocol.require(call);
        FloorSignIn who = call.body(FloorSignIn.class);
        if (who.operatorId() == null) {
            throw Fault.invalid("/operatorId", "This field is required.");
        }
        if ((who.badge() == null) == (who.pin() == null)) {
            throw Fault.invalid("/badge", "Name one of a badge and a PIN.");
        }
        require(who.badge(), "/badge");
        require(who.pin(), "/pin");
        return Reply.ok(
                admitLead.admit(call.org(), new StationId(call.principal().subject()), who));
    }

    private static void require(@Nullable String proof, String pointer) {
        if (proof != null && (proof.isBlank() || proof.length() > MAX_PROOF)) {
            throw Fault.invalid(pointer, "This has 1 to " + MAX_PROOF + " characters.");
        }
    }
}
