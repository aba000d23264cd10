package io.fulfillx.backend.identity;

import io.fulfillx.backend.identity.StationStore.Station;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.crypto.Tokens;
import io.fulfillx.backend.platform.http.Principal;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.EnrolReply;
import io.fulfillx.model.sync.EnrolRequest;
import io.fulfillx.model.sync.EnrolmentCode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes a station into the house: a manager's one-time code, then a secret of its own. */
final class EnrolStation {
    /** Long enough to set a station up; a sheet of paper that lies about is no key. */
    static final Duration CODE_LIFE = Duration.ofDays(1);

    private static final int CODE_LENGTH = 10;

    private final Transactions transactions;
    private final StationStore store;
    private final AccessTokens accessTokens;
    private final SignInThrottle throttle;
    private final Clock clock;
    private final Supplier<UUID> ids;

    EnrolStation(
            Transactions transactions,
            StationStore store,
            AccessTokens accessTokens,
            SignInThrottle throttle,
            Clock clock,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.store = store;
        this.accessTokens = accessTokens;
        this.throttle = throttle;
        this.clock = clock;
        this.ids = ids;
    }

    static String newCode() {
        return Tokens.readable(CODE_LENGTH);
    }

    /**
     * A station that waits for its program.
     *
     * @throws Fault CONFLICT when the organisation has a station of that name
     */
    EnrolmentCode expect(OrgId org, String name) {
        StationId id = new StationId(ids.get());
        String code = newCode();
        Instant expires = clock.instant().plus(CODE_LIFE);
        return transactions.inOrg(
                org,
                tx -> {
                    if (!store.insert(tx, id, name, Tokens.sha256(code), expires)) {
                        throw new Fault(
                                Fault.Code.CONFLICT, "There is a station of that name.", "/name");
                    }
                    return new EnrolmentCode(id, name, code, expires, CodeBars.svg(code));
                });
    }

    EnrolReply enrol(EnrolRequest request) {
        throttle.refuseIfTooMany("enrol/" + request.organization());
        OrgId org = transactions.findOrg(request.organization()).orElseThrow(this::refused);
        String secret = Tokens.random(32);
        return transactions
                .inOrg(
                        org,
                        tx ->
                                store.findByEnrolment(
                                                tx, Tokens.sha256(request.code()), clock.instant())
                                        .filter(
                                                station ->
                                                        store.enrol(
                                                                tx,
                                                                station.stationId(),
                                                                Tokens.sha256(secret),
                                                                request,
                                                                clock.instant())))
                .map(found -> new EnrolReply(org, found.stationId(), found.name(), secret))
                .orElseThrow(
                        () -> {
                            throttle.failed("enrol/" + request.organization());
                            return refused();
                        });
    }

    /** Gives an enrolled station an access token for its secret. */
    String signIn(String organization, StationId id, String secret) {
        OrgId org = transactions.findOrg(organization).orElseThrow(this::refused);
        Station station =
                transactions.inOrg(org, tx -> store.find(tx, id)).orElseThrow(this::refused);
        String stored = station.secretSha256();
        boolean same = stored != null && Tokens.same(stored, Tokens.sha256(secret));
        // One that was revoked may still hand in what it did before.
        if (!same) {
            throw refused();
        }
        return accessTokens.issue(new Principal(org, id.value(), Roles.STATION));
    }

    private Fault refused() {
        return new Fault(
                Fault.Code.UNAUTHENTICATED,
                "The station is not known here. Ask a manager for a new enrolment code.");
    }
}
