package io.fulfillx.backend.server;

import io.fulfillx.backend.identity.IdentityModule;
import io.fulfillx.backend.platform.crypto.SecretFiles;
import io.fulfillx.backend.platform.crypto.Tokens;
import io.fulfillx.backend.platform.http.ApiServer;
import io.fulfillx.backend.platform.http.ApiServer.Surroundings;
import io.fulfillx.backend.platform.http.Idempotency;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.model.id.OrgId;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import java.util.List;

/** Wires the server by hand: foundation, features, listener. */
public final class Assembly implements AutoCloseable {
    private final Foundation foundation;
    private final IdentityModule identity;
    private final List<Feature> features;
    private final ApiServer server;

    public Assembly(ServerConfig config) {
        foundation = new Foundation(config);
        identity =
                new IdentityModule(
                        foundation.transactions(),
                        foundation.redis(),
                        foundation.feed(),
                        foundation.keyFile(),
                        foundation.clock(),
                        foundation.ids());
        features = wire();
        welcome(config);
        server = start(config);
    }

    private List<Feature> wire() {
        return List.of(new Feature("identity", Role.GATEWAY, identity.routes(), List.of()));
    }

    private void welcome(ServerConfig config) {
        ServerConfig.Welcome welcome = config.welcome();
        String password =
                welcome.adminPassword()
                        .orElseGet(
                                () ->
                                        SecretFiles.loadOrCreate(
                                                config.data().resolve("keys/admin.password")));
        welcome.organizations()
                .forEach(
                        (slug, name) -> {
                            OrgId org = identity.ensureOrganization(slug, name);
                            identity.ensureUser(
                                    org, welcome.adminEmail(), "Administrator", password, "admin");
                        });
    }

    private ApiServer start(ServerConfig config) {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        List<Feature> mine =
                features.stream().filter(f -> config.roles().contains(f.role())).toList();
        List<Route> routes = mine.stream().flatMap(f -> f.routes().stream()).toList();
        Surroundings around =
                new Surroundings(
                        identity.authenticator(),
                        new Idempotency(foundation.transactions()),
                        () -> Tokens.random(9),
                        metrics);
        ApiServer started =
                ApiServer.start(
                        config.http(),
                        routes,
                        around,
                        new OperationsPages(foundation, metrics, routes));
        mine.stream().flatMap(f -> f.workers().stream()).forEach(foundation.workers()::start);
        return started;
    }

    /** Every feature, whatever roles this process has. */
    public List<Feature> features() {
        return features;
    }

    public IdentityModule identity() {
        return identity;
    }

    public Foundation foundation() {
        return foundation;
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
        foundation.close();
    }
}
