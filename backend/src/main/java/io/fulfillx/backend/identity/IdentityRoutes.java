package io.fulfillx.backend.identity;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.identity.api.StationProtocol;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Access;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.EnrolReply;
import io.fulfillx.model.sync.EnrolRequest;
import io.fulfillx.model.sync.EnrolmentCode;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Signing in, stations and operators over HTTP. */
final class IdentityRoutes {
    private final SignIn signIn;
    private final EnrolStation enrolStation;
    private final HireOperator hireOperator;
    private final Transactions transactions;
    private final OperatorStore operators;

    IdentityRoutes(
            SignIn signIn,
            EnrolStation enrolStation,
            HireOperator hireOperator,
            Transactions transactions,
            OperatorStore operators) {
        this.signIn = signIn;
        this.enrolStation = enrolStation;
        this.hireOperator = hireOperator;
        this.transactions = transactions;
        this.operators = operators;
    }

    record PasswordRequest(String organization, String email, String password) {}

    record RefreshRequest(String organization, String refreshToken) {}

    record StationSignIn(String organization, StationId stationId, String secret) {}

    record StationToken(String accessToken, long expiresInSeconds) {}

    record NewStation(String name) {}

    record NewOperator(String name, String pin, String role) {}

    /** An empty body. */
    record Nothing() {}

    record OperatorView(OperatorId operatorId, String name, String role, boolean active) {}

    List<Route> routes() {
        return List.of(
                Route.postSelfIdentified(
                        "/api/v1/auth/sign-in",
                        Access.everyone(),
                        "Sign in with a password",
                        PasswordRequest.class,
                        SignIn.Session.class,
                        this::password),
                Route.postSelfIdentified(
                        "/api/v1/auth/refresh",
                        Access.everyone(),
                        "Trade a refresh token, which works once, for a new session",
                        RefreshRequest.class,
                        SignIn.Session.class,
                        this::refresh),
                Route.postSelfIdentified(
                        "/api/v1/auth/station",
                        Access.everyone(),
                        "Sign a station in with its secret",
                        StationSignIn.class,
                        StationToken.class,
                        this::station),
                Route.postSelfIdentified(
                        "/api/v1/stations/enrol",
                        Access.everyone(),
                        "Enrol a station with its one-time code",
                        EnrolRequest.class,
                        EnrolReply.class,
                        this::enrol),
                Route.post(
                        "/api/v1/stations",
                        Roles.FLEET_MANAGERS,
                        "Expect a new station; the reply holds its one-time enrolment code",
                        NewStation.class,
                        EnrolmentCode.class,
                        this::newStation),
                Route.get(
                        "/api/v1/operators",
                        Roles.LEADS,
                        "List operators",
                        OperatorView[].class,
                        this::listOperators),
                Route.post(
                        "/api/v1/operators",
                        Roles.MANAGERS,
                        "Add an operator; the reply holds the badge's text",
                        NewOperator.class,
                        HireOperator.Hired.class,
                        this::newOperator),
                Route.post(
                        "/api/v1/operators/{operatorId}/disable",
                        Roles.MANAGERS,
                        "Let an operator work no more; what they did before that counts",
                        Nothing.class,
                        Nothing.class,
                        this::disableOperator));
    }

    private Reply password(Call call) {
        PasswordRequest request = call.body(PasswordRequest.class);
        return Reply.ok(
                signIn.withPassword(
                        required(request.organization(), "/organization"),
                        required(request.email(), "/email"),
                        required(request.password(), "/password")));
    }

    private Reply refresh(Call call) {
        RefreshRequest request = call.body(RefreshRequest.class);
        return Reply.ok(
                signIn.withRefreshToken(
                        required(request.organization(), "/organization"),
                        required(request.refreshToken(), "/refreshToken")));
    }

    private Reply station(Call call) {
        var _ = StationProtocol.require(call);
        StationSignIn request = call.body(StationSignIn.class);
        if (request.stationId() == null) {
            throw Fault.invalid("/stationId", "This field is required.");
        }
        String token =
                enrolStation.signIn(
                        required(request.organization(), "/organization"),
                        request.stationId(),
                        required(request.secret(), "/secret"));
        return Reply.ok(new StationToken(token, AccessTokens.LIFE.toSeconds()));
    }

    private Reply enrol(Call call) {
        var _ = StationProtocol.require(call);
        EnrolRequest request = call.body(EnrolRequest.class);
        return Reply.ok(
                enrolStation.enrol(
                        new EnrolRequest(
                                required(request.organization(), "/organization"),
                                required(request.code(), "/code"),
                                required(request.machine(), "/machine"),
                                request.publicKey())));
    }

    private Reply newStation(Call call) {
        NewStation request = call.body(NewStation.class);
        return Reply.created(enrolStation.expect(call.org(), required(request.name(), "/name")));
    }

    private Reply listOperators(Call call) {
        List<OperatorView> views =
                transactions.inOrg(
                        call.org(),
                        tx ->
                                operators.all(tx).stream()
                                        .map(
                                                card ->
                                                        new OperatorView(
                                                                card.operatorId(),
                                                                card.name(),
                                                                card.role(),
                                                                card.active()))
                                        .toList());
        return Reply.ok(new Page<>(views, null));
    }

    private Reply newOperator(Call call) {
        NewOperator request = call.body(NewOperator.class);
        return Reply.created(
                hireOperator.hire(
                        call.org(),
                        required(request.name(), "/name"),
                        required(request.pin(), "/pin"),
                        required(request.role(), "/role")));
    }

    private Reply disableOperator(Call call) {
        hireOperator.disable(call.org(), new OperatorId(call.id("operatorId", "operator")));
        return Reply.ok(new Nothing());
    }

    private static String required(@Nullable String value, String pointer) {
        if (value == null || value.isBlank() || value.length() > 200) {
            throw Fault.invalid(pointer, "This field is required and has at most 200 characters.");
        }
        return value;
    }
}
