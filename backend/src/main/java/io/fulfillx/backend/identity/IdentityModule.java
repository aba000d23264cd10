package io.fulfillx.backend.identity;

import com.nimbusds.jose.jwk.ECKey;

import io.fulfillx.backend.platform.cache.Redis;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.http.Authenticator;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.model.sync.StationView;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Identity's parts, wired. */
public final class IdentityModule {
    /** The feed's kind that tells stations to take the roster anew. */
    public static final String ROSTER_CHANGED = HireOperator.ROSTER_CHANGED;

    private final FoundOrganization found;
    private final OperatorStore operators = new OperatorStore();
    private final StationStore stations = new StationStore();
    private final AccessTokens accessTokens;
    private final FleetStore fleet = new FleetStore();
    private final IdentityRoutes routes;
    private final FleetRoutes fleetRoutes;
    private final FloorRoutes floorRoutes;

    /**
     * @param keyFile where the token signing key is kept; made when missing
     */
    public IdentityModule(
            Transactions transactions,
            Redis redis,
            Feed feed,
            Path keyFile,
            Clock clock,
            Supplier<UUID> ids) {
        UserStore users = new UserStore();
        this.found = new FoundOrganization(transactions, new OrganizationStore(), users, ids);
        ECKey key = AccessTokens.loadKey(keyFile);
        this.accessTokens = new AccessTokens(key, clock, ids);
        SignInThrottle throttle = new SignInThrottle(redis);
        this.routes =
                new IdentityRoutes(
                        new SignIn(transactions, users, accessTokens, throttle, clock, ids),
                        new EnrolStation(
                                transactions, stations, accessTokens, throttle, clock, ids),
                        new HireOperator(transactions, operators, feed, clock, ids),
                        transactions,
                        operators);
        this.fleetRoutes = new FleetRoutes(transactions, fleet, clock);
        this.floorRoutes =
                new FloorRoutes(
                        new AdmitLead(transactions, operators, stations, accessTokens, throttle));
    }

    public List<Route> routes() {
        return Stream.of(routes.routes(), fleetRoutes.routes(), floorRoutes.routes())
                .flatMap(List::stream)
                .toList();
    }

    public Authenticator authenticator() {
        return accessTokens;
    }

    /** Whether this organisation has that station and lets it work. */
    public boolean hasStation(Tx tx, StationId station) {
        return stations.find(tx, station).filter(StationStore.Station::active).isPresent();
    }

    /** What people call the station. */
    public String stationName(Tx tx, StationId station) {
        return stations.find(tx, station).map(StationStore.Station::name).orElse("");
    }

    /** Whether the station finishes what it has and takes nothing new. */
    public boolean isDraining(Tx tx, StationId station) {
        return fleet.find(tx, station).filter(StationView::draining).isPresent();
    }

    /** Since when nothing that the station does counts any more; empty while it does. */
    public Optional<Instant> revokedAt(Tx tx, StationId station) {
        return stations.revokedAt(tx, station);
    }

    /** Takes the key of a station that named none so far; false when it is known by another. */
    public boolean learnKey(Tx tx, StationId station, String publicKey) {
        return stations.learnKey(tx, station, publicKey);
    }

    /** The key by which the station's acts are proved; empty when it never named one. */
    public Optional<String> signingKey(Tx tx, StationId station) {
        return stations.key(tx, station);
    }

    /** Since when the operator may not work any more; empty while they may. */
    public Optional<Instant> disabledAt(Tx tx, OperatorId operator) {
        return operators.disabledAt(tx, operator);
    }

    /** Everyone who may work at a station of this organisation. */
    public List<OperatorCard> roster(Tx tx) {
        return operators.all(tx);
    }

    /** Makes an organisation, unless there is one of that short name, and returns its id. */
    public OrgId ensureOrganization(String slug, String name) {
        return found.ensure(slug, name);
    }

    /** Makes a user, unless there is one of that e-mail address. */
    public void ensureUser(OrgId org, String email, String name, String password, String role) {
        found.ensureUser(org, email, name, password, role);
    }
}
