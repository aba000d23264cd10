package io.fulfillx.backend.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.channels.ChannelOrder;
import io.fulfillx.backend.channels.ConfirmOutcome;
import io.fulfillx.backend.channels.OrderReading;
import io.fulfillx.backend.channels.ShipmentConfirmation;
import io.fulfillx.backend.channels.ShipmentConfirmation.ConfirmedLine;
import io.fulfillx.backend.channels.ShopConnection;
import io.fulfillx.backend.channels.shopify.Fixtures;
import io.fulfillx.backend.channels.shopify.ShopifyChannel;
import io.fulfillx.backend.channels.shopify.ShopifyOrders;
import io.fulfillx.backend.channels.shopify.ShopifySignature;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.wire.Json;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The Shopify adapter and the shop simulator, over real HTTP. */
class ShopSimulatorTest {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private ShopSimulator shop(String faults, @Nullable URI webhookUrl) {
        ShopSimulator shop =
                ShopSimulator.start(
                        new ShopSimulator.Settings(
                                0,
                                webhookUrl,
                                "hook-secret",
                                "token",
                                "mugs.myshopify.com",
                                FaultPlan.parse(faults, 7),
                                7));
        open.add(shop);
        return shop;
    }

    private HttpResponse<byte[]> post(URI url, byte[] body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(url)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private JsonNode get(URI url) throws Exception {
        HttpResponse<byte[]> reply =
                http.send(
                        HttpRequest.newBuilder(url).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        return Json.mapper().readTree(reply.body());
    }

    private static ShipmentConfirmation shipment(String fixture, String tracking, int less) {
        ChannelOrder order =
                ((OrderReading.Read) new ShopifyOrders().read(Fixtures.bytes(fixture)).getFirst())
                        .order();
        return new ShipmentConfirmation(
                order.channelOrderId(),
                new TrackingNumber(tracking),
                "FX Post",
                URI.create("https://example.com/t/" + tracking),
                order.lines().stream()
                        .map(
                                line ->
                                        new ConfirmedLine(
                                                line.channelLineId(),
                                                new Quantity(line.toShip().units() - less)))
                        .toList(),
                List.of());
    }

    private ConfirmOutcome confirm(ShopSimulator shop, ShipmentConfirmation shipment) {
        return ShopifyChannel.over(http)
                .shipments()
                .confirm(new ShopConnection(shop.url(), "token"), shipment, DEADLINE);
    }

    private ShopSimulator shopWith(String fixture, String faults) throws Exception {
        ShopSimulator shop = shop(faults, null);
        assertEquals(
                202, post(shop.url().resolve("/sim/orders"), Fixtures.bytes(fixture)).statusCode());
        return shop;
    }

    @Test
    void confirmsAShipmentOnce() throws Exception {
        ShopSimulator shop = shopWith("plain", "");
        ShipmentConfirmation shipment = shipment("plain", "FX0000000000017", 0);
        assertInstanceOf(ConfirmOutcome.Confirmed.class, confirm(shop, shipment));
        assertInstanceOf(ConfirmOutcome.AlreadyConfirmed.class, confirm(shop, shipment));
        JsonNode seen = get(shop.url().resolve("/sim/fulfillments"));
        assertEquals(1, seen.path("fulfillments").size());
        assertEquals(0, seen.path("duplicates").asInt());
        assertEquals("FX0000000000017", seen.at("/fulfillments/0/trackingNumber").asText());
    }

    @Test
    void confirmsTwoParcelsOfOneOrder() throws Exception {
        ShopSimulator shop = shopWith("plain", "");
        assertInstanceOf(
                ConfirmOutcome.Confirmed.class, confirm(shop, shipment("plain", "FX0000001", 1)));
        assertInstanceOf(
                ConfirmOutcome.Confirmed.class, confirm(shop, shipment("plain", "FX0000002", 1)));
    }

    @Test
    void confirmsFiftyLines() throws Exception {
        ShopSimulator shop = shopWith("fifty-lines", "");
        assertInstanceOf(
                ConfirmOutcome.Confirmed.class,
                confirm(shop, shipment("fifty-lines", "FX0000001", 0)));
    }

    @Test
    void isRejectedWhenTheShopDoesNotExpectTheUnits() throws Exception {
        ShopSimulator shop = shopWith("plain", "");
        confirm(shop, shipment("plain", "FX0000001", 0));
        var rejected =
                assertInstanceOf(
                        ConfirmOutcome.Rejected.class,
                        confirm(shop, shipment("plain", "FX0000002", 0)));
        assertEquals("NOT_FULFILLABLE", rejected.code());
    }

    @Test
    void isRejectedForAnUnknownOrderAndAWrongToken() throws Exception {
        ShopSimulator shop = shop("", null);
        ShipmentConfirmation shipment = shipment("plain", "FX0000001", 0);
        assertEquals(
                "ORDER_NOT_FOUND",
                assertInstanceOf(ConfirmOutcome.Rejected.class, confirm(shop, shipment)).code());
        ConfirmOutcome refused =
                ShopifyChannel.over(http)
                        .shipments()
                        .confirm(new ShopConnection(shop.url(), "wrong"), shipment, DEADLINE);
        assertEquals("HTTP_401", assertInstanceOf(ConfirmOutcome.Rejected.class, refused).code());
    }

    @Test
    void waitsAsLongAsTheShopAsks() throws Exception {
        ShipmentConfirmation shipment = shipment("plain", "FX0000001", 0);
        var throttled =
                assertInstanceOf(
                        ConfirmOutcome.Retry.class,
                        confirm(shopWith("plain", "throttled=1"), shipment));
        assertEquals(Duration.ofMillis(500), throttled.retryAfter().orElseThrow());
        var limited =
                assertInstanceOf(
                        ConfirmOutcome.Retry.class, confirm(shopWith("plain", "rate=1"), shipment));
        assertEquals(Duration.ofSeconds(1), limited.retryAfter().orElseThrow());
        assertInstanceOf(
                ConfirmOutcome.Retry.class, confirm(shopWith("plain", "error=1"), shipment));
    }

    @Test
    void finishesUnderFaultsWithoutTellingTheShopTwice() throws Exception {
        ShopSimulator shop = shopWith("plain", "lost=0.4,error=0.2,rate=0.1,throttled=0.1");
        ShipmentConfirmation shipment = shipment("plain", "FX0000001", 0);
        ConfirmOutcome outcome = confirm(shop, shipment);
        for (int i = 0; i < 60 && outcome instanceof ConfirmOutcome.Retry; i++) {
            outcome = confirm(shop, shipment);
        }
        assertTrue(
                outcome instanceof ConfirmOutcome.Confirmed
                        || outcome instanceof ConfirmOutcome.AlreadyConfirmed,
                outcome.toString());
        assertEquals(1, get(shop.url().resolve("/sim/fulfillments")).path("fulfillments").size());
    }

    @Test
    void retriesWhenNobodyListens() {
        ShopConnection nobody = new ShopConnection(URI.create("http://127.0.0.1:9"), "token");
        assertInstanceOf(
                ConfirmOutcome.Retry.class,
                ShopifyChannel.over(http)
                        .shipments()
                        .confirm(nobody, shipment("plain", "FX0000001", 0), DEADLINE));
    }

    private record Hook(byte[] body, String signature, String webhookId) {}

    @Test
    void announcesOrdersSignedAgainAfterAFailureAndTwiceOnPurpose() throws Exception {
        BlockingQueue<Hook> hooks = new LinkedBlockingQueue<>();
        AtomicInteger calls = new AtomicInteger();
        WebServer listener =
                LabServer.start(
                        0,
                        HttpRouting.builder()
                                .post(
                                        "/hook",
                                        (request, response) -> {
                                            var headers = request.headers();
                                            hooks.add(
                                                    new Hook(
                                                            LabServer.body(request),
                                                            header(
                                                                    headers,
                                                                    "X-Shopify-Hmac-Sha256"),
                                                            header(
                                                                    headers,
                                                                    "X-Shopify-Webhook-Id")));
                                            int status = calls.incrementAndGet() == 1 ? 500 : 200;
                                            LabServer.send(response, status, List.of());
                                        }));
        open.add(listener::stop);
        URI hookUrl = URI.create("http://127.0.0.1:" + listener.port() + "/hook");
        ShopSimulator shop = shop("duplicate=1", hookUrl);
        post(shop.url().resolve("/sim/orders"), Fixtures.bytes("plain"));
        List<Hook> seen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Hook hook = hooks.poll(5, TimeUnit.SECONDS);
            assertTrue(hook != null, "only " + i + " webhooks came");
            seen.add(hook);
        }
        assertEquals(1, seen.stream().map(Hook::webhookId).distinct().count());
        ShopifySignature signature = new ShopifySignature();
        for (Hook hook : seen) {
            assertTrue(signature.isAuthentic(hook.body, hook.signature, "hook-secret"));
            assertEquals(
                    new String(Fixtures.bytes("plain"), java.nio.charset.StandardCharsets.UTF_8),
                    new String(hook.body, java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private static String header(io.helidon.http.Headers headers, String name) throws IOException {
        return headers.first(HeaderNames.create(name)).orElseThrow(() -> new IOException(name));
    }
}
