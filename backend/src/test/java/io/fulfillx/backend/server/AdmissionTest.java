package io.fulfillx.backend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** A server with one place for readers and little patience, on the database of all tests. */
class AdmissionTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final class Narrow {
        static final Assembly SERVER = TestBackend.start(settings());
    }

    private final TestBackend.Org org = TestBackend.newOrg();
    private final String token = token();

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(TestBackend.sameDatabase());
        // No role with workers: this server has other keys than the one that shares its database.
        settings.put("roles", "gateway");
        settings.put("http.max-reads", "1");
        settings.put("http.deadline-millis", "1500");
        return settings;
    }

    private String token() {
        ApiClient _ = org.as("manager");
        return new ApiClient(Narrow.SERVER.port(), "")
                .post(
                        "/api/v1/auth/sign-in",
                        Map.of(
                                "organization",
                                org.slug(),
                                "email",
                                "manager@" + org.slug(),
                                "password",
                                "correct horse battery"))
                .json()
                .path("accessToken")
                .asText();
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Narrow.SERVER.port() + path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    private static HttpResponse<byte[]> send(HttpRequest request) {
        return sending(request).join();
    }

    private static CompletableFuture<HttpResponse<byte[]>> sending(HttpRequest request) {
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static JsonNode problem(HttpResponse<byte[]> answer) {
        assertEquals(503, answer.statusCode());
        assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
        assertEquals(
                "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
        return Json.read(answer.body(), JsonNode.class);
    }

    /** Nobody reads stations while the work runs. */
    private void whileStationsAreLocked(BooleanSupplier work) {
        boolean done =
                TestBackend.assembly()
                        .foundation()
                        .transactions()
                        .inOrg(
                                org.id(),
                                tx -> {
                                    tx.sql("lock table station in access exclusive mode").run();
                                    return work.getAsBoolean();
                                });
        assertTrue(done);
    }

    @Test
    void whatTakesTooLongIsGivenUpByTheDatabaseAndTheNextIsRefusedAtOnce() {
        whileStationsAreLocked(this::slowReadAndOneMore);
    }

    private boolean slowReadAndOneMore() {
        long start = System.nanoTime();
        CompletableFuture<HttpResponse<byte[]>> slow = sending(get("/api/v1/stations"));
        String code = "";
        while (!code.equals("overloaded")) {
            if (slow.isDone()) {
                // It came while the other was inside and was the one that was refused.
                assertEquals("overloaded", problem(slow.join()).path("code").asText());
                start = System.nanoTime();
                slow = sending(get("/api/v1/stations"));
            }
            HttpResponse<byte[]> next = send(get("/api/v1/operators"));
            code = next.statusCode() == 200 ? "" : problem(next).path("code").asText();
        }
        assertEquals("overloaded", code);
        assertFalse(slow.isDone(), "refused while the other one waits");
        assertEquals(200, send(get("/health/live")).statusCode());
        assertEquals("timed-out", problem(slow.join()).path("code").asText());
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        assertTrue(millis > 1_000 && millis < 4_500, "given up after " + millis + " ms");
        assertEquals(200, send(get("/api/v1/operators")).statusCode());
        return true;
    }

    @Test
    void fullHousesAndWaitersAreInTheMetrics() {
        String metrics = new String(send(get("/metrics")).body(), StandardCharsets.UTF_8);
        assertTrue(metrics.contains("fulfillx_http_inside{load=\"read\"}"), metrics);
        assertTrue(metrics.contains("fulfillx_http_refused_total{load=\"station\"}"), metrics);
        assertTrue(metrics.contains("fulfillx_database_waiting"), metrics);
    }
}
