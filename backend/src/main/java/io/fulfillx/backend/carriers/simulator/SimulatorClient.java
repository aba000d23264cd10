package io.fulfillx.backend.carriers.simulator;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.carriers.CarrierAccount;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** HTTP to the carrier simulator, and nothing about what the answers mean. */
final class SimulatorClient {
    private final HttpClient http;

    SimulatorClient(HttpClient http) {
        this.http = http;
    }

    /** What is known after one request. */
    sealed interface Answer {
        /** The carrier did it. */
        record Done(JsonNode body) implements Answer {}

        /** The carrier understood and will not do it: a 4xx. */
        record Refused(int status, String code, String detail) implements Answer {}

        /** The request surely had no effect. */
        record NotReached(String reason, Optional<Duration> retryAfter) implements Answer {}

        /** The request was sent; nobody knows what became of it. */
        record Lost(String reason) implements Answer {}
    }

    /**
     * @param body null for GET
     */
    Answer call(CarrierAccount account, String path, @Nullable Object body, Duration deadline) {
        if (!deadline.isPositive()) {
            return new Answer.NotReached("no time left", Optional.empty());
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(account.baseUrl().resolve(path))
                        .timeout(deadline)
                        .header("Authorization", "Bearer " + account.apiKey())
                        .header("Content-Type", "application/json");
        if (body != null) {
            request.POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)));
        }
        try {
            return understand(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Answer.NotReached("not reached: " + name(e), Optional.empty());
        } catch (IOException e) {
            return new Answer.Lost("no answer: " + name(e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.Lost("interrupted while waiting");
        }
    }

    private static String name(IOException e) {
        return e.getClass().getSimpleName();
    }

    private static Answer understand(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 429) {
            return new Answer.NotReached("HTTP 429", retryAfter(response));
        }
        if (status >= 500 || status < 200 || (status >= 300 && status < 400)) {
            return new Answer.Lost("HTTP " + status);
        }
        JsonNode body;
        try {
            body = Json.mapper().readTree(response.body());
        } catch (JacksonException _) {
            return new Answer.Lost("HTTP " + status + " without readable JSON");
        } catch (IOException e) {
            return new Answer.Lost("HTTP " + status + ": " + name(e));
        }
        return status < 300
                ? new Answer.Done(body)
                : new Answer.Refused(
                        status,
                        body.path("code").asText("HTTP_" + status),
                        body.path("detail").asText("the carrier answered HTTP " + status));
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }
}
