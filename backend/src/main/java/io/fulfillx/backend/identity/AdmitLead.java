package io.fulfillx.backend.identity;

import io.fulfillx.backend.identity.StationStore.Station;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.crypto.Passwords;
import io.fulfillx.backend.platform.crypto.Tokens;
import io.fulfillx.backend.platform.http.Principal;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.model.sync.FloorPass;
import io.fulfillx.model.sync.FloorSignIn;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a lead or manager look after the stations from the one they stand at. They prove it with
 * their badge or PIN: what lies on a station's disk would not do.
 */
final class AdmitLead {
    /** Whoever walks away from the screen leaves it open for no longer. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final Set<String> MANAGERS = Set.of(Roles.MANAGER, Roles.ADMIN);

    private final Transactions transactions;
    private final OperatorStore operators;
    private final StationStore stations;
    private final AccessTokens accessTokens;
    private final SignInThrottle throttle;

    AdmitLead(
            Transactions transactions,
            OperatorStore operators,
            StationStore stations,
            AccessTokens accessTokens,
            SignInThrottle throttle) {
        this.transactions = transactions;
        this.operators = operators;
        this.stations = stations;
        this.accessTokens = accessTokens;
        this.throttle = throttle;
    }

    /**
     * @throws Fault FORBIDDEN for a wrong proof and for somebody who is no lead; TOO_MANY_ATTEMPTS
     *     after several wrong ones
     */
    FloorPass admit(OrgId org, StationId station, FloorSignIn who) {
        String name = "floor/" + org + "/" + who.operatorId();
        throttle.refuseIfTooMany(name);
        Optional<OperatorCard> found =
                transactions.inOrg(
                        org,
                        tx ->
                                stations.find(tx, station)
                                        .filter(Station::active)
                                        .flatMap(_ -> operators.find(tx, who.operatorId())));
        OperatorCard card =
                found.filter(OperatorCard::active)
                        .filter(known -> proves(who, known))
                        .orElseThrow(
                                () -> {
                                    throttle.failed(name);
                                    return new Fault(
                                            Fault.Code.FORBIDDEN,
                                            "This badge or PIN is not that of who is signed in.");
                                });
        boolean manager = MANAGERS.contains(card.role());
        if (!manager && !card.role().equals(Roles.LEAD)) {
            throw new Fault(Fault.Code.FORBIDDEN, "Only leads and managers look after stations.");
        }
        String role = manager ? Roles.FLOOR_MANAGER : Roles.FLOOR_LEAD;
        Principal principal = new Principal(org, card.operatorId().value(), role);
        return new FloorPass(accessTokens.issue(principal, LIFE), LIFE.toSeconds(), manager);
    }

    private static boolean proves(FloorSignIn who, OperatorCard card) {
        if (who.badge() != null) {
            return Tokens.same(Tokens.sha256(who.badge()), card.badgeSha256());
        }
        return who.pin() != null && Passwords.matches(who.pin(), card.pinHash());
    }
}
