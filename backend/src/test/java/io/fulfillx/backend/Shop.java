package io.fulfillx.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.channels.shopify.Fixtures;
import io.fulfillx.backend.channels.shopify.ShopifySignature;
import io.fulfillx.model.wire.Json;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** An organisation with a connected shop, a manager and whatever stock a test puts there. */
public final class Shop {
    public static final String SECRET = "whsec-test";

    private final TestBackend.Org org;
    private final ApiClient manager;
    private final String channelId;
    private final String webhookPath;

    private Shop(TestBackend.Org org, ApiClient manager, String channelId, String webhookPath) {
        this.org = org;
        this.manager = manager;
        this.channelId = channelId;
        this.webhookPath = webhookPath;
    }

    public static Shop open() {
        return open("http://127.0.0.1:9");
    }

    /** A shop that is reached at that address. */
    public static Shop open(String baseUrl) {
        TestBackend.Org org = TestBackend.newOrg();
        Answer connected =
                org.as("admin")
                        .post(
                                "/api/v1/channels",
                                Map.of(
                                        "kind",
                                        "shopify",
                                        "shopDomain",
                                        "test.example",
                                        "baseUrl",
                                        baseUrl,
                                        "accessToken",
                                        "shpat-test",
                                        "webhookSecret",
                                        SECRET));
        assertEquals(201, connected.status());
        return new Shop(
                org,
                org.as("manager"),
                connected.json().path("channelId").asText(),
                connected.json().path("webhookPath").asText());
    }

    public TestBackend.Org org() {
        return org;
    }

    public ApiClient manager() {
        return manager;
    }

    public String channelId() {
        return channelId;
    }

    public String webhookPath() {
        return webhookPath;
    }

    public void item(String sku) {
        Answer answer =
                manager.post(
                        "/api/v1/items",
                        Map.of("sku", sku, "title", "Item " + sku, "weightGrams", 250));
        assertEquals(201, answer.status());
    }

    public void stock(String sku, String location, int units) {
        Answer answer =
                manager.post(
                        "/api/v1/stock/receive",
                        Map.of("sku", sku, "location", location, "quantity", units));
        assertEquals(200, answer.status(), () -> answer.json().toString());
    }

    /** A fixture as another order, with ids of its own. */
    public static byte[] fixture(String name, long orderId) {
        ObjectNode order = (ObjectNode) Json.read(Fixtures.bytes(name), JsonNode.class);
        order.put("id", orderId);
        // The same order under another id would be suspected to be a duplicate.
        String tags = order.path("tags").asText("");
        order.put("tags", tags.isEmpty() ? "reorder" : tags + ", reorder");
        return Json.bytes(order);
    }

    public Answer deliver(byte[] body) {
        return deliver(body, UUID.randomUUID().toString());
    }

    public Answer deliver(byte[] body, String webhookId) {
        return deliver(body, webhookId, "orders/create", ShopifySignature.sign(body, SECRET));
    }

    public Answer deliver(byte[] body, String webhookId, String topic, String signature) {
        return new ApiClient(TestBackend.assembly().port(), "")
                .send(
                        "POST",
                        webhookPath,
                        body,
                        Map.of(
                                "X-Shopify-Topic",
                                topic,
                                "X-Shopify-Webhook-Id",
                                webhookId,
                                "X-Shopify-Hmac-Sha256",
                                signature,
                                "X-Shopify-Shop-Domain",
                                "test.example"));
    }

    /** Delivers a fixture and returns the order's id. */
    public String receive(String fixture) {
        Answer answer = deliver(Fixtures.bytes(fixture));
        assertEquals(200, answer.status(), () -> answer.json().toString());
        return answer.json().path("orderId").asText();
    }

    public JsonNode order(String id) {
        Answer answer = manager.get("/api/v1/orders/" + id);
        assertEquals(200, answer.status());
        return answer.json();
    }

    public String status(String id) {
        return order(id).path("status").asText();
    }

    /** Types of the holds that are not released, sorted. */
    public List<String> holds(String id) {
        return order(id)
                .path("holds")
                .valueStream()
                .filter(hold -> !hold.has("releasedAt"))
                .map(hold -> hold.path("type").asText())
                .sorted()
                .toList();
    }

    public String holdId(String id, String type) {
        return order(id)
                .path("holds")
                .valueStream()
                .filter(hold -> hold.path("type").asText().equals(type))
                .map(hold -> hold.path("holdId").asText())
                .findFirst()
                .orElseThrow();
    }

    public JsonNode stockOf(String sku) {
        return manager.get("/api/v1/stock?sku=" + sku).json().path("items").path(0);
    }

    public void assertStockIsTrue() {
        JsonNode check = manager.get("/api/v1/stock/check").json();
        assertEquals(0, check.path("driftUnits").asInt(-1));
        assertEquals(0, check.path("oversoldUnits").asInt(-1));
    }

    /** Waits for background work; fails after ten seconds. */
    public static void eventually(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within ten seconds: " + what);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
