package io.fulfillx.backend.platform.http;

import java.util.Optional;
import java.util.function.Function;

/**
 * One operation of the API. This one declaration mounts it, guards it, documents it in OpenAPI and
 * puts it into the test of roles against routes.
 *
 * @param path Helidon path pattern, such as {@code /api/v1/orders/{orderId}}
 * @param summary one line for the API description
 * @param body type of the JSON request body, for the API description
 * @param reply type of the JSON response, for the API description
 * @param keyed true when an Idempotency-Key is required and its outcome stored
 * @param shared true when the handler itself claims the key, by a {@link SharedChange}
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
                handler);
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
                handler);
    }
}
