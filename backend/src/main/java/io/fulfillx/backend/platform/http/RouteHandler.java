package io.fulfillx.backend.platform.http;

import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.crypto.Tokens;
import io.fulfillx.backend.platform.sql.Position;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Carries one route: correlation, proof of the caller, access, idempotency, problems, metrics. */
final class RouteHandler implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(RouteHandler.class);
    private static final HeaderName CORRELATION = HeaderNames.create(Correlation.HEADER);
    private static final HeaderName POSITION = HeaderNames.create(Position.HEADER);
    private static final HeaderName KEY = HeaderNames.create("Idempotency-Key");
    private static final HeaderName NO_SNIFFING = HeaderNames.create("X-Content-Type-Options");
    private static final String BEARER = "Bearer ";
    private static final String RETRY_AFTER_SECONDS = "1";

    private final Route route;
    private final Load load;
    private final Entrance entrance;
    private final Authenticator authenticator;
    private final Idempotency idempotency;
    private final Supplier<String> correlationIds;
    private final MeterRegistry metrics;

    RouteHandler(
            Route route,
            Entrance entrance,
            Authenticator authenticator,
            Idempotency idempotency,
            Supplier<String> correlationIds,
            MeterRegistry metrics) {
        this.route = route;
        this.load = Load.of(route);
        this.entrance = entrance;
        this.authenticator = authenticator;
        this.idempotency = idempotency;
        this.correlationIds = correlationIds;
        this.metrics = metrics;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        String correlation =
                request.headers()
                        .first(CORRELATION)
                        .filter(Correlation::acceptable)
                        .orElseGet(correlationIds);
        Timer.Sample timer = Timer.start(metrics);
        Reply reply = Correlation.call(correlation, () -> answer(request));
        timer.stop(
                metrics.timer(
                        "fulfillx.http",
                        "method",
                        route.method(),
                        "path",
                        route.path(),
                        "status",
                        Integer.toString(reply.status())));
        response.status(Status.create(reply.status()));
        response.header(CORRELATION, correlation);
        reply.position().ifPresent(at -> response.header(POSITION, at.toString()));
        response.header(HeaderNames.CONTENT_TYPE, reply.mediaType());
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        if (reply.status() == Status.SERVICE_UNAVAILABLE_503.code()) {
            response.header(HeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        // Pictures and files that people sent in are what their type says, and nothing else.
        response.header(NO_SNIFFING, "nosniff");
        reply.disposition()
                .ifPresent(value -> response.header(HeaderNames.CONTENT_DISPOSITION, value));
        Reply.Stream stream = reply.stream();
        if (stream == null) {
            response.send(reply.body());
        } else {
            Correlation.call(correlation, () -> send(stream, response));
        }
    }

    private static boolean send(Reply.Stream stream, ServerResponse response) {
        try (OutputStream out = response.outputStream()) {
            stream.write(out);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply answer(ServerRequest request) {
        try {
            return entrance.pass(route, load, () -> admitted(request));
        } catch (Fault fault) {
            if (fault.code().status() >= 500 && fault.code() != Fault.Code.OVERLOADED) {
                LOG.warn("{} {}: {}", route.method(), route.path(), fault.detail());
            }
            return Problem.reply(fault);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", route.method(), route.path(), e);
            return Problem.reply(
                    new Fault(
                            Fault.Code.INTERNAL,
                            "The server failed. Tell the administrator the correlation id."));
        }
    }

    private Reply admitted(ServerRequest request) {
        Principal principal = principal(request);
        List<Query> queries = route.notes().queries();
        queries.forEach(query -> query.check(Call.query(request, query.name())));
        byte[] body = route.notes().streams() ? new byte[0] : entrance.body(request);
        if (!route.keyed() || principal == null) {
            return route.handler().apply(new Call(request, queries, body, principal, null));
        }
        String name = route.method() + " " + request.path().path();
        if (route.shared()) {
            Keyed keyed = new Keyed(name, key(request), Tokens.sha256(body));
            return route.handler().apply(new Call(request, queries, body, principal, keyed));
        }
        Call call = new Call(request, queries, body, principal, null);
        return idempotency.once(
                principal.org(), name, key(request), body, () -> route.handler().apply(call));
    }

    private @Nullable Principal principal(ServerRequest request) {
        if (route.access().open()) {
            return null;
        }
        Optional<String> header = request.headers().first(HeaderNames.AUTHORIZATION);
        if (header.isEmpty() || !header.get().startsWith(BEARER)) {
            throw new Fault(Fault.Code.UNAUTHENTICATED, "Send an access token.");
        }
        Principal principal = authenticator.authenticate(header.get().substring(BEARER.length()));
        if (!route.access().roles().contains(principal.role())) {
            throw new Fault(
                    Fault.Code.FORBIDDEN, "The role " + principal.role() + " may not do this.");
        }
        return principal;
    }

    private static String key(ServerRequest request) {
        String key =
                request.headers()
                        .first(KEY)
                        .orElseThrow(
                                () ->
                                        new Fault(
                                                Fault.Code.KEY_MISSING,
                                                "Send an Idempotency-Key of your own, such as a"
                                                        + " UUID, and the same one when you"
                                                        + " repeat."));
        if (!key.matches("[\\x21-\\x7e]{1,100}")) {
            throw new Fault(
                    Fault.Code.KEY_MISSING,
                    "The Idempotency-Key has 1 to 100 printable characters without spaces.");
        }
        return key;
    }
}
