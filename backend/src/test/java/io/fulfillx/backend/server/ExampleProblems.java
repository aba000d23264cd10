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

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Provokes the problems that a route says it answers, and sees that they come as described. */
final class ExampleProblems {
    private final GeneratedClient client;
    private final ExampleIds ids;
    private final Set<String> provoked;
    private final List<String> wrong;

    ExampleProblems(
            GeneratedClient client, ExampleIds ids, Set<String> provoked, List<String> wrong) {
        this.client = client;
        this.ids = ids;
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

    /** A request that is to fail. */
    private record Attempt(
            String token, Map<String, String> values, JsonNode body, boolean broken) {}

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
        for (Fault.Code code : route.codes()) {
            attempt(code, route, example, caller)
                    .ifPresent(attempt -> expect(route, code, attempt));
        }
    }

    private void expect(Route route, Fault.Code code, Attempt attempt) {
        String operation = route.operationId();
        Answered answered =
                attempt.broken()
                        ? broken(route, attempt)
                        : client.call(operation, attempt.token(), attempt.values(), attempt.body());
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
    }

    /** No client can be made to send what is no JSON. */
    private static Answered broken(Route route, Attempt attempt) {
        String path = route.path();
        for (Map.Entry<String, String> value : attempt.values().entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        ApiClient.Answer answer =
                new ApiClient(TestBackend.assembly().port(), attempt.token())
                        .send(
                                route.method(),
                                path,
                                "{".getBytes(StandardCharsets.UTF_8),
                                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        return new Answered(answer.status(), answer.json());
    }

    /** Empty where it takes more than this test knows. */
    private Optional<Attempt> attempt(
            Fault.Code code, Route route, JsonNode example, Caller caller) {
        Map<String, String> values = values(example, ids, UUID.randomUUID().toString());
        JsonNode body = ids.real(example.path("request"));
        JsonNode own = example.path("problems").path(code.slug());
        if (!own.isMissingNode()) {
            Map<String, String> changed = new HashMap<>(values);
            changed.putAll(values(own, ids, UUID.randomUUID().toString()));
            JsonNode sent = own.has("request") ? ids.real(own.path("request")) : body;
            return Optional.of(new Attempt(caller.own(), changed, sent, false));
        }
        return switch (code) {
            case UNAUTHENTICATED -> Optional.of(new Attempt("", values, body, false));
            case FORBIDDEN ->
                    route.access().roles().contains("picker")
                            ? Optional.empty()
                            : Optional.of(
                                    new Attempt(
                                            caller.token().apply("picker"), values, body, false));
            case KEY_MISSING -> {
                values.put("idempotencyKey", "");
                yield Optional.of(new Attempt(caller.own(), values, body, false));
            }
            case KEY_REUSED -> {
                values.put("idempotencyKey", caller.key());
                yield body.isObject() && !body.isEmpty()
                        ? Optional.of(new Attempt(caller.own(), values, empty(), false))
                        : Optional.empty();
            }
            case MALFORMED -> Optional.of(new Attempt(caller.own(), values, body, true));
            case INVALID -> invalid(route, values, body, caller);
            case NOT_FOUND -> notFound(route, values, body, caller);
            default -> Optional.empty();
        };
    }

    private static JsonNode empty() {
        return Json.mapper().createObjectNode();
    }

    private static Optional<Attempt> invalid(
            Route route, Map<String, String> values, JsonNode body, Caller caller) {
        for (Query query : route.notes().queries()) {
            if (query.range().isPresent()) {
                values.put(query.name(), Integer.toString(query.range().get().min() - 1));
                return Optional.of(new Attempt(caller.own(), values, body, false));
            }
        }
        return body.isObject() && route.body().filter(Class::isRecord).isPresent()
                ? Optional.of(new Attempt(caller.own(), values, empty(), false))
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
        return named
                ? Optional.of(new Attempt(caller.own(), values, body, false))
                : Optional.empty();
    }
}
