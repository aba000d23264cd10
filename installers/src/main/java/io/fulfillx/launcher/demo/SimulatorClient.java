package io.fulfillx.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.launcher.process.ProgramFailed;
import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Speaks to a simulator's own pages: a shop's orders and fulfillments, a carrier's counts. */
public final class SimulatorClient {
    private static final Duration ANSWER_TIME = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI simulator;

    public SimulatorClient(URI simulator) {
        this.simulator = simulator;
    }

    /** The shop takes an order and announces it by webhook, byte for byte. */
    public void place(byte[] order) {
        exchange(
                HttpRequest.newBuilder(simulator.resolve("/sim/orders"))
                        .timeout(ANSWER_TIME)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(order))
                        .build());
    }

    public JsonNode stats() {
        return get("/sim/stats");
    }

    /** Webhooks that are still on their way. */
    public long pendingWebhooks() {
        return stats().path("webhooks").path("pending").asLong();
    }

    /** What the shop was told about shipments. */
    public JsonNode fulfillments() {
        return get("/sim/fulfillments");
    }

    /** A carrier's totals. */
    public JsonNode carrierStats() {
        return get("/v1/admin/stats");
    }

    private JsonNode get(String path) {
        return exchange(
                HttpRequest.newBuilder(simulator.resolve(path)).timeout(ANSWER_TIME).GET().build());
    }

    private JsonNode exchange(HttpRequest request) {
        try {
            HttpResponse<byte[]> response =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() >= 400) {
                throw new ProgramFailed(request.uri() + " answers " + response.statusCode());
            }
            return response.body().length == 0
                    ? Json.mapper().createObjectNode()
                    : Json.mapper().readTree(response.body());
        } catch (IOException e) {
            throw new ProgramFailed(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted", e);
        }
    }
}
