package io.fulfillx.backend.platform.http;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.Precedence;
import io.helidon.common.socket.SocketOptions;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.websocket.WsRouting;
import io.micrometer.core.instrument.MeterRegistry;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Mounts routes on a listener with limits. */
public final class ApiServer implements AutoCloseable {
    private final WebServer server;

    private ApiServer(WebServer server) {
        this.server = server;
    }

    /** What every route shares. */
    public record Surroundings(
            Authenticator authenticator,
            Idempotency idempotency,
            Supplier<String> correlationIds,
            Precedence precedence,
            MeterRegistry metrics) {}

    /**
     * @param pages serves what is not part of the API: health, metrics, documentation
     */
    public static ApiServer start(
            HttpConfig config, List<Route> routes, Surroundings around, Pages pages) {
        HttpRouting.Builder routing = HttpRouting.builder();
        WsRouting.Builder sockets = WsRouting.builder();
        Entrance entrance =
                new Entrance(
                        new Admission(config.shares(), around.metrics()),
                        around.precedence(),
                        config.deadline(),
                        config.maxBodyBytes());
        for (Route route : routes) {
            routing.route(
                    Method.create(route.method()),
                    route.path(),
                    new RouteHandler(
                            route,
                            entrance,
                            around.authenticator(),
                            around.idempotency(),
                            around.correlationIds(),
                            around.metrics()));
            route.push()
                    .ifPresent(
                            push ->
                                    sockets.endpoint(
                                            route.path(),
                                            () ->
                                                    new PushListener(
                                                            route.access(),
                                                            push,
                                                            around.authenticator())));
        }
        pages.mount(routing);
        routing.any((_, response) -> notFound(response));
        WebServer server =
                WebServer.builder()
                        .address(new InetSocketAddress(config.host(), config.port()).getAddress())
                        .port(config.port())
                        .directHandlers(unreadable())
                        .addProtocol(
                                // A colon in a query needs no code (RFC 3986), as in search=sku:A.
                                Http1Config.builder().validatePrologue(false).build())
                        .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
                        .maxTcpConnections(config.maxConnections())
                        .maxConcurrentRequests(config.shares().all())
                        .maxPayloadSize(Math.max(config.maxStreamBytes(), config.maxBodyBytes()))
                        .idleConnectionTimeout(Duration.ofSeconds(60))
                        .shutdownGracePeriod(Duration.ofSeconds(2))
                        .shutdownHook(false)
                        .addRouting(routing)
                        .addRouting(sockets)
                        .build()
                        .start();
        return new ApiServer(server);
    }

    private static void notFound(ServerResponse response) {
        Reply reply = Problem.reply(Fault.notFound("address"));
        response.status(reply.status());
        response.header("Content-Type", reply.mediaType());
        response.send(reply.body());
    }

    private static DirectHandlers unreadable() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, ApiServer::unreadable);
        }
        return handlers.build();
    }

    /** What no route ever sees, because it is no request that can be read. */
    private static DirectHandler.TransportResponse unreadable(
            DirectHandler.TransportRequest request,
            DirectHandler.EventType type,
            Status status,
            ServerResponseHeaders headers,
            String message) {
        Fault.Code code =
                switch (type) {
                    case PAYLOAD_TOO_LARGE -> Fault.Code.TOO_LARGE;
                    case FORBIDDEN -> Fault.Code.FORBIDDEN;
                    case INTERNAL_ERROR -> Fault.Code.INTERNAL;
                    case BAD_REQUEST, OTHER -> Fault.Code.MALFORMED;
                };
        Reply reply = Problem.reply(new Fault(code, "The request cannot be read."));
        headers.set(HeaderNames.CONTENT_TYPE, reply.mediaType());
        return DirectHandler.TransportResponse.builder()
                .status(Status.create(reply.status()))
                .headers(headers)
                .keepAlive(false)
                .entity(reply.body())
                .build();
    }

    /** Everything beside the API on the same listener. */
    @FunctionalInterface
    public interface Pages {
        void mount(HttpRouting.Builder routing);
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
