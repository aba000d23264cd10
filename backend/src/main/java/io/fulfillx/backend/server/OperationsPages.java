package io.fulfillx.backend.server;

import io.fulfillx.backend.platform.http.ApiServer;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.model.wire.Json;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import java.util.List;
import java.util.Map;

/** What runs the server watches: health, readiness, metrics, and the API's description. */
final class OperationsPages implements ApiServer.Pages {
    private final Foundation foundation;
    private final PrometheusMeterRegistry metrics;
    private final byte[] openApi;

    OperationsPages(Foundation foundation, PrometheusMeterRegistry metrics, List<Route> routes) {
        this.foundation = foundation;
        this.metrics = metrics;
        this.openApi = OpenApiDocument.of(routes);
    }

    @Override
    public void mount(HttpRouting.Builder routing) {
        routing.get("/health/live", (_, response) -> send(response, 200, Map.of("status", "UP")));
        routing.get("/health/ready", (_, response) -> ready(response));
        routing.get(
                "/metrics",
                (_, response) -> {
                    response.header("Content-Type", "text/plain; version=0.0.4");
                    response.send(metrics.scrape());
                });
        routing.get(
                "/openapi.json",
                (_, response) -> {
                    response.header("Content-Type", "application/json");
                    response.send(openApi);
                });
        ApiBrowser.mount(routing);
    }

    private void ready(ServerResponse response) {
        boolean database = foundation.database().answers();
        // Redis may be down: the server works on without it, so it does not decide readiness.
        boolean redis = foundation.redis().answers();
        send(
                response,
                database ? 200 : 503,
                Map.of(
                        "status",
                        database ? "UP" : "DOWN",
                        "database",
                        database ? "UP" : "DOWN",
                        "redis",
                        redis ? "UP" : "DOWN"));
    }

    private static void send(ServerResponse response, int status, Map<String, String> body) {
        response.status(Status.create(status));
        response.header("Content-Type", "application/json");
        response.send(Json.bytes(body));
    }
}
