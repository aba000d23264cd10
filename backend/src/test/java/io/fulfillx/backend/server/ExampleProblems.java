package io.fulfillx.backend.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.server.GeneratedClient.Answered;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Provokes each problem that a route says it answers, and sees that it comes as described. What a
 * route's declaration does not tell how to provoke stands in its example under {@code problems}.
 */
final class ExampleProblems {
    /** Faults of the server, and bodies that are larger than what tests like to send. */
    private static final Set<Fault.Code> OF_THE_SERVER =
            EnumSet.of(
                    Fault.Code.INTERNAL,
                    Fault.Code.UNAVAILABLE,
                    Fault.Code.OVERLOADED,
                    Fault.Code.TIMED_OUT,
                    Fault.Code.TOO_LARGE);

    /** What in an example says how to provoke a problem. */
    private static final List<String> HOW =
            List.of("again", "path", "query", "raw", "request", "role");

    private final GeneratedClient client;
    private final ExampleIds ids;
    private final ExampleReplies replies;
    private final Set<String> provoked;
    private final List<String> wrong;

    ExampleProblems(
            GeneratedClient client,
            ExampleIds ids,
            ExampleReplies replies,
            Set<String> provoked,
            List<String> wrong) {
        this.client = client;
        this.ids = ids;
        this.replies = replies;
        this.provoked = provoked;
        this.wrong = wrong;
    }

    /**
     * Who called.
     *
     * @param key the one that the example was sent with
     */
    record Caller(UnaryOperator<String> token, String role, String key) {
        String own() {
            return token.apply(role);
        }
    }

    /**
     * A request that is to fail.
     *
     * @param raw what is sent without the client, because it would not send it; null for the body
     */
    private record Attempt(
            String token, Map<String, String> values, JsonNode body, byte @Nullable [] raw) {
        Attempt(String token, Map<String, String> values, JsonNode body) {
            this(token, values, body, null);
        }
    }

    static Map<String, String> values(JsonNode example, ExampleIds ids, String key) {
        Map<String, String> values = new HashMap<>();
        for (String part : List.of("path", "query")) {
            example.path(part)
                    .properties()
                    .forEach(
                            field ->
                                    values.put(
                                            field.getKey(), ids.real(field.getValue().asText())));
        }
        values.put("idempotencyKey", key);
        return values;
    }

    void provoke(Route route, JsonNode example, Caller caller) {
        example.path("problems")
                .fieldNames()
                .forEachRemaining(
                        slug -> {
                            if (route.codes().stream().noneMatch(c -> c.slug().equals(slug))) {
                                wrong.add(route.operationId() + " does not declare " + slug);
                            }
                        });
        for (Fault.Code code : route.codes()) {
            if (!OF_THE_SERVER.contains(code)) {
                attempt(code, route, example, caller)
                        .ifPresentOrElse(
                                attempt ->
                                        replies.keep(example, code, expect(route, code, attempt)),
                                () ->
                                        wrong.add(
                                                "%s: its example does not say how to provoke %s"
                                                        .formatted(
                                                                route.operationId(), code.slug())));
            }
        }
    }

    /** What was answered. */
    private JsonNode expect(Route route, Fault.Code code, Attempt attempt) {
        String operation = route.operationId();
        byte[] raw = attempt.raw();
        Answered answered =
                raw == null
                        ? client.call(operation, attempt.token(), attempt.values(), attempt.body())
                        : withoutClient(route, attempt, raw);
        boolean described =
                answered.status() == code.status()
                        && answered.code().equals(code.slug())
                        && answered.body().path("type").asText().endsWith(code.slug())
                        && !answered.body().path("detail").asText().isEmpty()
                        && !answered.body().path("correlationId").asText().isEmpty();
        if (described) {
            provoked.add(operation + " " + code.slug());
        } else {
            wrong.add(operation + " should answer " + code.slug() + ", not " + answered);
        }
        return answered.body();
    }

    private static Answered withoutClient(Route route, Attempt attempt, byte[] raw) {
        String path = route.path();
        for (Map.Entry<String, String> value : attempt.values().entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        StringBuilder query = new StringBuilder();
        for (Query each : route.notes().queries()) {
            String value = attempt.values().get(each.name());
            if (value != null) {
                query.append(query.isEmpty() ? "?" : "&").append(each.name()).append("=");
                query.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        ApiClient.Answer answer =
                new ApiClient(TestBackend.assembly().port(), attempt.token())
                        .send(
                                route.method(),
                                path + query,
                                raw,
                                Map.of(
                                        "Idempotency-Key",
                                        attempt.values().getOrDefault("idempotencyKey", "")));
        return new Answered(answer.status(), answer.json());
    }

    /** Empty where it takes more than the declaration tells. */
    private Optional<Attempt> attempt(
            Fault.Code code, Route route, JsonNode example, Caller caller) {
        Map<String, String> values = values(example, ids, UUID.randomUUID().toString());
        JsonNode body = ids.real(example.path("request"));
        JsonNode own = example.path("problems").path(code.slug());
        if (HOW.stream().anyMatch(own::has)) {
            return Optional.of(own(own, values, body, caller));
        }
        return switch (code) {
            case UNAUTHENTICATED -> Optional.of(new Attempt("", values, body));
            case FORBIDDEN ->
                    List.of("picker", "station").stream()
                            .filter(role -> !route.access().roles().contains(role))
                            .findFirst()
                            .map(role -> new Attempt(caller.token().apply(role), values, body));
            case KEY_MISSING -> {
                values.put("idempotencyKey", "");
                yield Optional.of(new Attempt(caller.own(), values, body));
            }
            case KEY_REUSED -> {
                values.put("idempotencyKey", caller.key());
                yield Optional.of(new Attempt(caller.own(), values, body, another(body)));
            }
            case MALFORMED ->
                    Optional.of(
                            new Attempt(
                                    caller.own(),
                                    values,
                                    body,
                                    "{".getBytes(StandardCharsets.UTF_8)));
            case INVALID -> invalid(route, values, body, caller);
            case NOT_FOUND -> notFound(route, values, body, caller);
            default -> Optional.empty();
        };
    }

    private Attempt own(JsonNode own, Map<String, String> values, JsonNode body, Caller caller) {
        Map<String, String> changed = new HashMap<>(values);
        changed.putAll(values(own, ids, UUID.randomUUID().toString()));
        String role = own.path("role").asText(caller.role());
        JsonNode sent = own.has("request") ? ids.real(own.path("request")) : body;
        byte[] raw = own.has("raw") ? Json.bytes(ids.real(own.path("raw"))) : null;
        return new Attempt(caller.token().apply(role), changed, sent, raw);
    }

    /** The same with a blank more is another body under the same key. */
    private static byte[] another(JsonNode body) {
        byte[] same =
                body.isTextual() ? Base64.getDecoder().decode(body.asText()) : Json.bytes(body);
        byte[] longer = java.util.Arrays.copyOf(same, same.length + 1);
        longer[same.length] = ' ';
        return longer;
    }

    private static JsonNode empty() {
        return Json.mapper().createObjectNode();
    }

    private static Optional<Attempt> invalid(
            Route route, Map<String, String> values, JsonNode body, Caller caller) {
        for (Query query : route.notes().queries()) {
            if (query.range().isPresent()) {
                values.put(query.name(), Integer.toString(query.range().get().min() - 1));
                return Optional.of(new Attempt(caller.own(), values, body));
            } else if (query.required() && query.kind() == Query.Kind.TEXT) {
                values.put(query.name(), "");
                return Optional.of(new Attempt(caller.own(), values, body));
            }
        }
        return body.isObject() && route.body().filter(Class::isRecord).isPresent()
                ? Optional.of(new Attempt(caller.own(), values, empty()))
                : Optional.empty();
    }

    private static Optional<Attempt> notFound(
            Route route, Map<String, String> values, JsonNode body, Caller caller) {
        boolean named = false;
        for (String name : List.copyOf(values.keySet())) {
            if (route.path().contains("{" + name + "}")) {
                values.put(name, UUID.randomUUID().toString());
                named = true;
            }
        }
        if (!named && values.containsKey("sku")) {
            values.put("sku", "NO-SUCH");
            named = true;
        } else if (!named && body instanceof ObjectNode object && object.has("sku")) {
            object.put("sku", "NO-SUCH");
            named = true;
        }
        return named ? Optional.of(new Attempt(caller.own(), values, body)) : Optional.empty();
    }
}
