package io.fulfillx.backend.platform.http;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Position;
import io.fulfillx.model.id.OrgId;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

import org.jspecify.annotations.Nullable;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One request, already authenticated and authorised. */
public final class Call {
    private final ServerRequest request;
    private final List<Query> declared;
    private final byte[] body;
    private final @Nullable Principal principal;
    private final @Nullable Keyed keyed;

    Call(
            ServerRequest request,
            List<Query> declared,
            byte[] body,
            @Nullable Principal principal,
            @Nullable Keyed keyed) {
        this.request = request;
        this.declared = List.copyOf(declared);
        this.body = body;
        this.principal = principal;
        this.keyed = keyed;
    }

    /** What a shared change happens once by. */
    Keyed keyed() {
        if (keyed == null) {
            throw new IllegalStateException("this route does not share its commits");
        }
        return keyed;
    }

    /**
     * @throws IllegalStateException on a route open to everyone
     */
    public Principal principal() {
        if (principal == null) {
            throw new IllegalStateException("this route has no principal");
        }
        return principal;
    }

    public OrgId org() {
        return principal().org();
    }

    public byte[] rawBody() {
        return body;
    }

    /** The body piece by piece, of a route that {@link Route#streams}. */
    public InputStream stream() {
        return request.content().inputStream();
    }

    /**
     * Reads the body.
     *
     * @throws Fault MALFORMED or INVALID with a pointer to the offending field
     */
    public <T> T body(Class<T> type) {
        return JsonBody.read(body, type);
    }

    /**
     * A path parameter that is an id. What is no UUID is simply not found.
     *
     * @param what the thing it names, for the message
     */
    public UUID id(String name, String what) {
        String text = request.path().pathParameters().get(name);
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Fault.notFound(what);
        }
    }

    public String path(String name) {
        return request.path().pathParameters().get(name);
    }

    /**
     * A query parameter that the route declares, checked as it is declared.
     *
     * @throws IllegalStateException when the route does not declare it: nobody could know of it
     */
    public Optional<String> query(String name) {
        if (declared.stream().noneMatch(query -> query.name().equals(name))) {
            throw new IllegalStateException("the route does not declare the parameter " + name);
        }
        return query(request, name);
    }

    static Optional<String> query(ServerRequest request, String name) {
        return request.query().first(name).asOptional().filter(value -> !value.isBlank());
    }

    public Optional<String> header(String name) {
        return request.headers().first(HeaderNames.create(name));
    }

    /** The change that the caller knows of and wants to find again; empty when it names none. */
    public Optional<Position> position() {
        return header(Position.HEADER).flatMap(Position::find);
    }

    /**
     * A query parameter that is a whole number.
     *
     * @throws Fault INVALID naming the parameter when it is none or outside the range
     */
    public int number(String name, int byDefault, int min, int max) {
        String text = query(name).orElse(Integer.toString(byDefault));
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // The fault below says it for both cases.
        }
        throw new Fault(
                Fault.Code.INVALID,
                "The parameter " + name + " is a whole number from " + min + " to " + max + ".");
    }

    /**
     * A query parameter that is an id.
     *
     * @throws Fault INVALID naming the parameter when it is none
     */
    public Optional<UUID> queryId(String name) {
        return query(name)
                .map(
                        text -> {
                            try {
                                return UUID.fromString(text);
                            } catch (IllegalArgumentException e) {
                                throw new Fault(
                                        Fault.Code.INVALID, "The parameter " + name + " is an id.");
                            }
                        });
    }

    /** Page size: parameter {@code limit}, 1 to 200, 50 when absent. */
    public int limit() {
        return number("limit", 50, 1, 200);
    }
}
