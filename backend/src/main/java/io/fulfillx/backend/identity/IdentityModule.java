package io.fulfillx.backend.identity;

import com.nimbusds.jose.jwk.ECKey;

import io.fulfillx.backend.platform.cache.Redis;
import io.fulfillx.backend.platform.crypto.Passwords;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.http.Authenticator;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.id.UserId;
import io.fulfillx.model.station.OperatorCard;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/** Identity's parts, wired. */
public final class IdentityModule {
    /** The feed's kind that tells stations to take the roster anew. */
    public static final String ROSTER_CHANGED = HireOperator.ROSTER_CHANGED;

    private static final String INSERT_ORG =
            """
            insert into org (org_id, slug, name) values (:org, :slug, :name) on conflict do nothing
            """;

    private final Transactions transactions;
    private final Supplier<UUID> ids;
    private final UserStore users = new UserStore();
    private final OperatorStore operators = new OperatorStore();
    private final StationStore stations = new StationStore();
    private final AccessTokens accessTokens;
    private final IdentityRoutes routes;

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
        this.transactions = transactions;
        this.ids = ids;
        ECKey key = AccessTokens.loadKey(keyFile);
        this.accessTokens = new AccessTokens(key, clock, ids);
        SignInThrottle throttle = new SignInThrottle(redis);
        this.routes =
                new IdentityRoutes(
                        new SignIn(transactions, users, accessTokens, throttle, clock, ids),
                        new EnrolStation(
                                transactions, stations, accessTokens, throttle, clock, ids),
                        new HireOperator(transactions, operators, feed, ids),
                        transactions,
                        stations,
                        operators);
    }

    public List<Route> routes() {
        return routes.routes();
    }

    public Authenticator authenticator() {
        return accessTokens;
    }

    /** Whether this organisation has that station and lets it work. */
    public boolean hasStation(Tx tx, StationId station) {
        return stations.find(tx, station).filter(StationStore.Station::active).isPresent();
    }

    /** Everyone who may work at a station of this organisation. */
    public List<OperatorCard> roster(Tx tx) {
        return operators.all(tx);
    }

    /** Makes an organisation, unless there is one of that short name, and returns its id. */
    public OrgId ensureOrganization(String slug, String name) {
        return transactions
                .findOrg(slug)
                .orElseGet(
                        () -> {
                            OrgId org = new OrgId(ids.get());
                            long made =
                                    transactions.inOrg(
                                            org,
                                            tx ->
                                                    tx.sql(INSERT_ORG)
                                                            .with("slug", slug)
                                                            .with("name", name)
                                                            .run());
                            return made == 1 ? org : transactions.findOrg(slug).orElseThrow();
                        });
    }

    /** Makes a user, unless there is one of that e-mail address. */
    public void ensureUser(OrgId org, String email, String name, String password, String role) {
        String address = email.toLowerCase(Locale.ROOT);
        transactions.inOrg(
                org,
                tx -> {
                    if (users.findByEmail(tx, address).isEmpty()) {
                        users.insert(
                                tx,
                                new User(
                                        new UserId(ids.get()),
                                        address,
                                        name,
                                        Passwords.hash(password),
                                        role,
                                        true));
                    }
                    return true;
                });
    }
}
