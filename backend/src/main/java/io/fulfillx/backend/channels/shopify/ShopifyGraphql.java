package io.fulfillx.backend.channels.shopify;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.channels.ShopConnection;
import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Shopify's Admin GraphQL API over HTTP, and nothing about what is asked. */
final class ShopifyGraphql {
    static final String PATH = "/admin/api/2026-01/graphql.json";

    private final HttpClient http;

    ShopifyGraphql(HttpClient http) {
        this.http = http;
    }

    /** What came back of one call. */
    sealed interface Reply {
        record Data(JsonNode data) implements Reply {}

        record Later(String reason, Optional<Duration> retryAfter) implements Reply {}

        record Refused(String code, String detail) implements Reply {}
    }

    Reply call(ShopConnection shop, String query, Map<String, ?> variables, Duration deadline) {
        if (!deadline.isPositive()) {
            return later("no time left");
        }
        HttpRequest request =
                HttpRequest.newBuilder(shop.baseUrl().resolve(PATH))
                        .timeout(deadline)
                        .header("Content-Type", "application/json")
                        .header("X-Shopify-Access-Token", shop.accessToken())
                        .POST(
                                HttpRequest.BodyPublishers.ofByteArray(
                                        Json.bytes(Map.of("query", query, "variables", variables))))
                        .build();
        try {
            return understand(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            return later("no answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return later("interrupted");
        }
    }

    private static Reply understand(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 429 || status == 408 || status == 430 || status >= 500) {
            return new Reply.Later("HTTP " + status, retryAfter(response));
        }
        if (status != 200) {
            return new Reply.Refused("HTTP_" + status, "Shopify answered HTTP " + status);
        }
        try {
            return understand(Json.mapper().readTree(response.body()));
        } catch (JacksonException _) {
            return later("the answer is no JSON");
        } catch (IOException e) {
            return later("the answer is unreadable: " + e.getMessage());
        }
    }

    private static Reply understand(JsonNode answer) {
        JsonNode errors = answer.path("errors");
        if (errors.isMissingNode() || errors.isEmpty() && !errors.isTextual()) {
            return answer.path("data").isObject()
                    ? new Reply.Data(answer.path("data"))
                    : later("the answer has no data");
        }
        JsonNode first = errors.isArray() ? errors.get(0) : errors;
        String code = first.path("extensions").path("code").asText("GRAPHQL_ERROR");
        if (code.equals("THROTTLED")) {
            return new Reply.Later(code, refillTime(answer.at("/extensions/cost")));
        }
        String message = first.path("message").asText(errors.asText("no message"));
        return code.equals("INTERNAL_SERVER_ERROR") || code.equals("TIMEOUT")
                ? later(code + ": " + message)
                : new Reply.Refused(code, message);
    }

    /** The bucket tells how fast it refills: wait until the query fits. */
    private static Optional<Duration> refillTime(JsonNode cost) {
        JsonNode bucket = cost.path("throttleStatus");
        long missing =
                cost.path("requestedQueryCost").asLong()
                        - bucket.path("currentlyAvailable").asLong();
        long perSecond = bucket.path("restoreRate").asLong();
        return perSecond <= 0 || missing <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(missing * 1_000 / perSecond));
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,6}(\\.[0-9]{1,3})?"))
                .map(value -> Duration.ofMillis(Math.round(Double.parseDouble(value) * 1_000)));
    }

    private static Reply later(String reason) {
        return new Reply.Later(reason, Optional.empty());
    }
}
