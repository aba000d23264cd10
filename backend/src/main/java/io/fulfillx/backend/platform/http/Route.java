package io.fulfillx.backend.platform.http;

import io.fulfillx.backend.platform.Fault;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One operation of the API. This one declaration mounts it, guards it, documents it in OpenAPI and
 * puts it into the test of roles against routes. What the types do not say follows the declaration:
 * {@code Route.get(…).query(…).paged().problems(…)}.
 *
 * @param path Helidon path pattern, such as {@code /api/v1/orders/{orderId}}
 * @param summary one line for the API description
 * @param body type of the JSON request body, for the API description
 * @param reply type of the JSON response, for the API description
 * @param keyed true when an Idempotency-Key is required and its outcome stored
 * @param shared true when the handler itself claims the key, by a {@link SharedChange}
 * @param push what is told over a WebSocket at the same path; empty on most routes
 * @param notes what the API description says beyond all that
 */
public record Route(
        String method,
        String path,
        Access access,
        String summary,
        Optional<Class<?>> body,
        Optional<Class<?>> reply,
        boolean keyed,
        boolean shared,
        Optional<Push> push,
        RouteNotes notes,
        Function<Call, Reply> handler) {
    /** A read. */
    public static Route get(
            String path,
            Access access,
            String summary,
            Class<?> reply,
            Function<Call, Reply> handler) {
        return new Route(
                "GET",
                path,
                access,
                summary,
                Optional.empty(),
                Optional.of(reply),
                false,
                false,
                Optional.empty(),
                RouteNotes.NONE,
                handler);
    }

    /** A WebSocket that tells of something new; who only asks by HTTP is told so. */
    public static Route push(String path, Access access, String summary, Push push) {
        return new Route(
                "GET",
                path,
                access,
                summary,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.of(push),
                RouteNotes.NONE,
                _ -> {
                    throw new Fault(Fault.Code.NOT_ALLOWED_NOW, "Connect here with a WebSocket.");
                });
    }

    /** A change that takes an idempotency key. */
    public static Route post(
            String path,
            Access access,
            String summary,
            Class<?> body,
            Class<?> reply,
            Function<Call, Reply> handler) {
        return change("POST", path, access, summary, body, reply, true, false, handler);
    }

    /** A change that takes an idempotency key and shares its commit with others of its kind. */
    public static Route postShared(
            String path,
            Access access,
            String summary,
            Class<?> body,
            Class<?> reply,
            Function<Call, Reply> handler) {
        return change("POST", path, access, summary, body, reply, true, true, handler);
    }

    /** A replacement that takes an idempotency key. */
    public static Route put(
            String path,
            Access access,
            String summary,
            Class<?> body,
            Class<?> reply,
            Function<Call, Reply> handler) {
        return change("PUT", path, access, summary, body, reply, true, false, handler);
    }

    /** A change of some fields that takes an idempotency key; the rest stays as it is. */
    public static Route patch(
            String path,
            Access access,
            String summary,
            Class<?> body,
            Class<?> reply,
            Function<Call, Reply> handler) {
        return change("PATCH", path, access, summary, body, reply, true, false, handler);
    }

    /** A change whose request carries its own identity, so that repeating it is harmless. */
    public static Route postSelfIdentified(
            String path,
            Access access,
            String summary,
            Class<?> body,
            Class<?> reply,
            Function<Call, Reply> handler) {
        return change("POST", path, access, summary, body, reply, false, false, handler);
    }

    private static Route change(
            String method,
            String path,
            Access access,
            String summary,
            Class<?> body,
            Class<?> reply,
            boolean keyed,
            boolean shared,
            Function<Call, Reply> handler) {
        return new Route(
                method,
                path,
                access,
                summary,
                Optional.of(body),
                Optional.of(reply),
                keyed,
                shared,
                Optional.empty(),
                RouteNotes.NONE,
                handler);
    }

    private Route with(RouteNotes wanted) {
        return new Route(
                method, path, access, summary, body, reply, keyed, shared, push, wanted, handler);
    }

    /** Names the operation for generated clients, once and for all. */
    public Route named(String operation) {
        return with(notes.named(operation));
    }

    /** Adds query parameters; the handler may read no other. */
    public Route query(Query... queries) {
        List<Query> all = new ArrayList<>(notes.queries());
        all.addAll(List.of(queries));
        return with(notes.asking(all));
    }

    /** Adds the query parameters of a list: {@code limit} and {@code cursor}. */
    public Route paged() {
        return query(Query.LIMIT, Query.CURSOR);
    }

    /** Success is 201: something new is there. */
    public Route creates() {
        return with(notes.answering(201));
    }

    /** Success is 202: it goes on after the answer. */
    public Route goesOn() {
        return with(notes.answering(202));
    }

    /** The request body is of this media type instead of JSON. */
    public Route takes(String mediaType) {
        return with(notes.taking(mediaType));
    }

    /** The body is never held in memory: the handler reads it by {@link Call#stream}. */
    public Route streams() {
        return with(notes.streaming());
    }

    /** The reply is of this media type instead of JSON. */
    public Route gives(String mediaType) {
        return with(notes.giving(mediaType));
    }

    /**
     * Names the problems that follow from what the route does, if any. Those that follow from its
     * declaration ({@link #codes}) need no mention.
     */
    public Route problems(Fault.Code... codes) {
        return with(notes.failing(Set.of(codes)));
    }

    /** Every code that the route may answer. */
    public Set<Fault.Code> codes() {
        Set<Fault.Code> codes =
                EnumSet.of(
                        Fault.Code.INTERNAL,
                        Fault.Code.UNAVAILABLE,
                        Fault.Code.OVERLOADED,
                        Fault.Code.TIMED_OUT);
        notes.problems().ifPresent(codes::addAll);
        if (!access.open()) {
            codes.add(Fault.Code.UNAUTHENTICATED);
            codes.add(Fault.Code.FORBIDDEN);
        }
        if (keyed) {
            codes.add(Fault.Code.KEY_MISSING);
            codes.add(Fault.Code.KEY_REUSED);
        }
        if (body.isPresent()) {
            codes.add(Fault.Code.TOO_LARGE);
        }
        if (body.filter(Class::isRecord)
                .filter(type -> type.getRecordComponents().length > 0)
                .isPresent()) {
            codes.add(Fault.Code.MALFORMED);
            codes.add(Fault.Code.INVALID);
        }
        if (!notes.queries().isEmpty()) {
            codes.add(Fault.Code.INVALID);
        }
        if (path.contains("{")) {
            codes.add(Fault.Code.NOT_FOUND);
        }
        return codes;
    }

    /** The operation id: as declared, or the method and the words of the path. */
    public String operationId() {
        return notes.name().orElseGet(this::derivedName);
    }

    private String derivedName() {
        StringBuilder name = new StringBuilder(method.toLowerCase(java.util.Locale.ROOT));
        if (method.equals("GET") && notes.queries().contains(Query.CURSOR)) {
            name.replace(0, name.length(), "list");
        }
        String[] segments = path.replaceFirst("^/api/v[0-9]+", "").substring(1).split("/");
        for (int i = 0; i < segments.length; i++) {
            boolean ofOne = i + 1 < segments.length && segments[i + 1].startsWith("{");
            if (!ofOne) {
                capitalized(name, segments[i].replaceFirst("^\\{(.*?)(Id)?}$", "$1"));
            }
        }
        return name.toString();
    }

    private static void capitalized(StringBuilder name, String words) {
        for (String word : words.split("[^A-Za-z0-9]+")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
    }
}
