package io.fulfillx.backend.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Shop;
import io.fulfillx.backend.channels.shopify.Fixtures;
import io.fulfillx.backend.channels.shopify.ShopifySignature;
import io.fulfillx.backend.platform.sql.Row;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class ReceiveOrderTest {
    private final Shop shop = Shop.open();

    private void mugs(int units) {
        shop.item("MUG-1");
        shop.stock("MUG-1", "A-1", units);
    }

    private int orderCount() {
        return shop.manager().get("/api/v1/orders").json().path("items").size();
    }

    private void eventuallyDecided(String id) {
        Shop.eventually("decided", () -> shop.order(id).has("decidedAt"));
    }

    @Test
    void aPaidOrderIsReservedAndDecided() {
        mugs(10);
        String id = shop.receive("plain");
        JsonNode order = shop.order(id);
        assertEquals("ALLOCATED", order.path("status").asText());
        assertEquals("#1001", order.path("name").asText());
        assertEquals("100001", order.path("number").asText());
        assertEquals(2, shop.stockOf("MUG-1").path("reserved").asInt());
        assertEquals(List.of(), shop.holds(id));
        eventuallyDecided(id);
        shop.assertStockIsTrue();
    }

    @Test
    void aRedeliveredWebhookIsTakenOnce() {
        mugs(10);
        byte[] body = Fixtures.bytes("plain");
        Answer first = shop.deliver(body, "w-1");
        Answer again = shop.deliver(body, "w-1");
        Answer anew = shop.deliver(body, "w-2");
        assertEquals("received", first.json().path("outcome").asText());
        assertEquals("already-received", again.json().path("outcome").asText());
        assertEquals("already-received", anew.json().path("outcome").asText());
        assertEquals(first.json().path("orderId"), anew.json().path("orderId"));
        assertEquals(1, orderCount());
        assertEquals(2, shop.stockOf("MUG-1").path("reserved").asInt());
    }

    @Test
    void theSameOrderDeliveredAtOnceIsTakenOnce() throws InterruptedException, ExecutionException {
        mugs(100);
        byte[] body = Fixtures.bytes("plain");
        List<String> outcomes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> tasks = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                tasks.add(() -> shop.deliver(body));
            }
            for (Future<Answer> done : threads.invokeAll(tasks)) {
                outcomes.add(done.get().json().path("outcome").asText());
            }
        }
        assertEquals(1, outcomes.stream().filter("received"::equals).count());
        assertEquals(11, outcomes.stream().filter("already-received"::equals).count());
        assertEquals(1, orderCount());
        assertEquals(2, shop.stockOf("MUG-1").path("reserved").asInt());
    }

    @Test
    void aWrongSignatureAnUnknownShopAndAnUnknownOrganisationLookAlike() {
        byte[] body = Fixtures.bytes("plain");
        Answer forged = shop.deliver(body, "w", "orders/create", "bm90IHJpZ2h0");
        String path = shop.webhookPath();
        String nobody = UUID.randomUUID().toString();
        Shop other = Shop.open();
        for (String wrong :
                List.of(
                        path.replace(shop.channelId(), nobody),
                        path.replace(shop.org().id().toString(), nobody),
                        path.replace(shop.channelId(), other.channelId()),
                        path.replace(shop.channelId(), "no-uuid"))) {
            Answer answer =
                    new io.fulfillx.backend.ApiClient(
                                    io.fulfillx.backend.TestBackend.assembly().port(), "")
                            .send(
                                    "POST",
                                    wrong,
                                    body,
                                    java.util.Map.of(
                                            "X-Shopify-Topic",
                                            "orders/create",
                                            "X-Shopify-Hmac-Sha256",
                                            ShopifySignature.sign(body, Shop.SECRET)));
            assertEquals(401, answer.status());
            assertEquals(
                    forged.json().path("detail").asText(), answer.json().path("detail").asText());
        }
        assertEquals(401, forged.status());
        assertEquals(0, orderCount());
    }

    @Test
    void anUnprovedBodyIsNotKeptAsADeadLetter() {
        byte[] body = "{\"line_items\":7}".getBytes(StandardCharsets.UTF_8);
        assertEquals(401, shop.deliver(body, "w", "orders/create", "bm8=").status());
        assertEquals(
                0, shop.manager().get("/api/v1/channels/dead-letters").json().path("items").size());
    }

    @Test
    void aMalformedOrderIsNamedByPointerAndKept() {
        byte[] body = "{\"id\":1,\"line_items\":{}}".getBytes(StandardCharsets.UTF_8);
        Answer answer = shop.deliver(body);
        assertEquals(400, answer.status());
        assertEquals("/line_items", answer.json().path("pointer").asText());
        assertEquals(400, shop.deliver(body).status());
        JsonNode letters = shop.manager().get("/api/v1/channels/dead-letters").json().path("items");
        assertEquals(1, letters.size());
        Answer replay =
                shop.manager()
                        .post(
                                "/api/v1/channels/dead-letters/"
                                        + letters.path(0).path("deadLetterId").asText()
                                        + "/replay",
                                java.util.Map.of());
        assertEquals("malformed", replay.json().path("results").path(0).path("outcome").asText());
        assertEquals(0, orderCount());
    }

    @Test
    void otherTopicsAreAcknowledgedAndIgnored() {
        byte[] body = Fixtures.bytes("refund-webhook");
        Answer answer =
                shop.deliver(body, "w", "refunds/create", ShopifySignature.sign(body, Shop.SECRET));
        assertEquals(200, answer.status());
        assertEquals("ignored", answer.json().path("outcome").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "cancelled, CANCELLED, ''",
        "digital-only, NOTHING_TO_SHIP, ''",
        "fulfilled, NOTHING_TO_SHIP, ''",
        "edited-to-zero, NOTHING_TO_SHIP, ''",
        "unpaid, ALLOCATED, PAYMENT",
        "no-postcode, ALLOCATED, ADDRESS",
        "no-sku, RECEIVED, MISSING_SKU;MISSING_SKU",
        "three-hundred-units, BACKORDERED, INVENTORY",
        "hong-kong, ALLOCATED, ''",
        "po-box, ALLOCATED, ''",
        "zero-weight, ALLOCATED, ''",
        "printer-controls, ALLOCATED, ''",
        "fifty-lines, RECEIVED, UNKNOWN_SKU"
    })
    void everyOrderIsKeptWithTheStatusAMerchantExpects(String name, String status, String holds) {
        mugs(20);
        shop.item("STICKER");
        shop.stock("STICKER", "A-1", 20);
        String id = shop.receive(name);
        assertEquals(status, shop.status(id));
        List<String> expected = holds.isEmpty() ? List.of() : List.of(holds.split(";"));
        assertEquals(
                expected.stream().distinct().toList(), shop.holds(id).stream().distinct().toList());
        shop.assertStockIsTrue();
    }

    @Test
    void anOrderWaitsForItsItemAndThenForItsStock() {
        String id = shop.receive("plain");
        assertEquals("RECEIVED", shop.status(id));
        assertEquals(List.of("UNKNOWN_SKU"), shop.holds(id));
        shop.item("MUG-1");
        Shop.eventually("backordered", () -> shop.status(id).equals("BACKORDERED"));
        assertEquals(List.of("INVENTORY"), shop.holds(id));
        shop.stock("MUG-1", "A-1", 2);
        Shop.eventually("allocated", () -> shop.status(id).equals("ALLOCATED"));
        assertEquals(List.of(), shop.holds(id));
        eventuallyDecided(id);
    }

    @Test
    void theFirstOrderInLineGetsTheStockThatComes() {
        shop.item("MUG-1");
        String first = shop.receive("plain");
        String second = shop.deliver(Shop.fixture("plain", 77)).json().path("orderId").asText();
        shop.stock("MUG-1", "A-1", 3);
        Shop.eventually("first allocated", () -> shop.status(first).equals("ALLOCATED"));
        assertEquals("BACKORDERED", shop.status(second));
    }

    @Test
    void aDocumentOfSeveralOrdersIsImportedOneByOne() {
        mugs(10);
        String path = "/api/v1/channels/" + shop.channelId() + "/orders/import";
        JsonNode results =
                shop.manager().post(path, Fixtures.bytes("several")).json().path("results");
        assertEquals(3, results.size());
        assertEquals("received", results.path(0).path("outcome").asText());
        assertEquals("malformed", results.path(1).path("outcome").asText());
        assertEquals("/orders/1/line_items/0/quantity", results.path(1).path("pointer").asText());
        assertEquals("received", results.path(2).path("outcome").asText());
        JsonNode again =
                shop.manager().post(path, Fixtures.bytes("several")).json().path("results");
        assertEquals("already-received", again.path(0).path("outcome").asText());
        JsonNode other =
                shop.manager().post(path, Fixtures.bytes("product-webhook")).json().path("results");
        assertEquals("not-an-order", other.path(0).path("outcome").asText());
        assertEquals(2, orderCount());
    }

    @Test
    void aConnectedShopNeverTellsItsSecrets() {
        Answer again =
                shop.org()
                        .as("admin")
                        .post(
                                "/api/v1/channels",
                                java.util.Map.of(
                                        "kind",
                                        "shopify",
                                        "shopDomain",
                                        "test.example",
                                        "baseUrl",
                                        "http://127.0.0.1:9",
                                        "accessToken",
                                        "other-token",
                                        "webhookSecret",
                                        "other-secret"));
        assertEquals(409, again.status());
        assertFalse(again.json().toString().contains("other-"));
        boolean sealed =
                io.fulfillx.backend.TestBackend.assembly()
                        .foundation()
                        .transactions()
                        .inOrg(
                                shop.org().id(),
                                tx ->
                                        tx.sql(
                                                        "select webhook_secret from channel"
                                                                + " where org_id = :org")
                                                .get(ReceiveOrderTest::isSealed));
        assertTrue(sealed);
    }

    @Test
    void aWebhookIdIsTakenOnceWhateverItsBodySays() {
        assertEquals(
                "received",
                shop.deliver(Shop.fixture("plain", 71), "w-1").json().path("outcome").asText());
        Answer again = shop.deliver(Shop.fixture("plain", 72), "w-1");
        assertEquals(200, again.status());
        assertEquals("already-received", again.json().path("outcome").asText());
        assertEquals(1, shop.manager().get("/api/v1/orders").json().path("items").size());
    }

    private static boolean isSealed(Row row) {
        String stored = new String(row.bytes("webhook_secret"), StandardCharsets.ISO_8859_1);
        return !stored.contains(Shop.SECRET);
    }
}
