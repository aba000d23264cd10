package io.fulfillx.backend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.platform.http.Route;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

class OperationsPagesTest {
    private final ApiClient anybody = new ApiClient(TestBackend.assembly().port(), "");

    @Test
    void healthAndReadinessTellTheTruthInJson() {
        assertEquals("UP", anybody.get("/health/live").json().path("status").asText());
        JsonNode ready = anybody.get("/health/ready").json();
        assertEquals("UP", ready.path("database").asText());
        assertEquals("UP", ready.path("redis").asText());
    }

    @Test
    void metricsCountTheCalls() {
        anybody.get("/api/v1/stations");
        String metrics = new String(anybody.get("/metrics").body(), StandardCharsets.UTF_8);
        assertTrue(metrics.contains("fulfillx_http_seconds_count"), metrics);
    }

    @Test
    void theApiDescriptionNamesEveryRoute() {
        JsonNode paths = anybody.get("/openapi.json").json().path("paths");
        for (Feature feature : TestBackend.assembly().features()) {
            for (Route route : feature.routes()) {
                assertTrue(
                        paths.path(route.path()).has(route.method().toLowerCase(Locale.ROOT)),
                        route.method() + " " + route.path());
            }
        }
    }

    @Test
    void theDescriptionCanBeBrowsed() {
        assertEquals("text/html; charset=utf-8", anybody.get("/docs").mediaType());
        assertEquals(200, anybody.get("/docs/swagger-ui-bundle.js").status());
        assertEquals(404, anybody.get("/docs/other.js").status());
    }

    @Test
    void anUnknownAddressIsAProblemToo() {
        Answer answer = anybody.get("/api/v1/nothing");
        assertEquals(404, answer.status());
        assertEquals("not-found", answer.code());
    }
}
