package io.fulfillx.backend.lab;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.lab.SimulatedShop.Complaint;
import io.fulfillx.backend.lab.SimulatedShop.Fulfillment;
import io.fulfillx.backend.lab.SimulatedShop.Wish;
import io.fulfillx.model.wire.Json;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One Shopify shop: it takes orders from {@code POST /sim/orders}, sends signed {@code
 * orders/create} webhooks, and answers the parts of the Admin GraphQL API that fulfillment and
 * stock figures need. {@code POST /sim/inventory} lists items and their numbers.
 *
 * <p>Faults: {@code duplicate} (a webhook twice), {@code shuffle} (webhooks out of order), {@code
 * throttled}, {@code rate} (HTTP 429), {@code error} (HTTP 502), {@code lost} (the answer is lost
 * after the effect) and {@code sold} (one is sold between look-up and change).
 */
public final class ShopSimulator implements AutoCloseable {
    private static final HeaderName TOKEN = HeaderNames.create("X-Shopify-Access-Token");
    private static final String ORDER_GID = "gid://shopify/Order/";

    private final Settings settings;
    private final SimulatedShop shop = new SimulatedShop();
    private final SimulatedInventory inventory = new SimulatedInventory();
    private final @Nullable WebhookSender webhooks;
    private final WebServer server;

    /**
     * How one shop behaves.
     *
     * @param port 0 for any free one
     * @param webhookUrl where orders are announced; null to stay silent
     */
    public record Settings(
            int port,
            @Nullable URI webhookUrl,
            String secret,
            String accessToken,
            String shopDomain,
            FaultPlan faults,
            long seed) {}

    private ShopSimulator(Settings settings) {
        this.settings = settings;
        this.webhooks =
                settings.webhookUrl == null
                        ? null
                        : new WebhookSender(
                                new WebhookSender.Target(
                                        settings.webhookUrl,
                                        settings.secret,
                                        settings.shopDomain,
                                        Duration.ofMillis(250)),
                                settings.faults,
                                settings.seed);
        this.server =
                LabServer.start(
                        settings.port,
                        HttpRouting.builder()
                                .post("/sim/orders", this::takeOrders)
                                .get("/sim/fulfillments", this::listFulfillments)
                                .get("/sim/stats", this::stats)
                                .post("/sim/inventory", this::putInventory)
                                .get(
                                        "/sim/inventory",
                                        (_, response) ->
                                                LabServer.send(response, 200, inventory.state()))
                                .post("/admin/api/2026-01/graphql.json", this::graphql));
    }

    public static ShopSimulator start(Settings settings) {
        return new ShopSimulator(settings);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    private void takeOrders(ServerRequest request, ServerResponse response) {
        byte[] body = LabServer.body(request);
        JsonNode root = LabServer.json(body);
        List<JsonNode> found = new ArrayList<>();
        if (root.has("orders")) {
            root.path("orders").forEach(found::add);
        } else {
            found.add(root.has("order") ? root.path("order") : root);
        }
        boolean bare = !root.has("orders") && !root.has("order");
        List<byte[]> bodies = new ArrayList<>();
        for (JsonNode order : found) {
            if (order.path("id").isIntegralNumber()) {
                shop.keep(order);
                bodies.add(bare ? body : Json.bytes(order));
            }
        }
        if (webhooks != null) {
            webhooks.send("orders/create", bodies);
        }
        LabServer.send(
                response,
                202,
                Map.of("accepted", bodies.size(), "skipped", found.size() - bodies.size()));
    }

    private void putInventory(ServerRequest request, ServerResponse response) {
        JsonNode items = LabServer.json(LabServer.body(request)).path("items");
        items.forEach(inventory::put);
        LabServer.send(response, 200, inventory.state());
    }

    private void listFulfillments(ServerRequest request, ServerResponse response) {
        LabServer.send(
                response,
                200,
                Map.of(
                        "fulfillments",
                        shop.fulfillments(),
                        "duplicates",
                        shop.duplicateFulfillments()));
    }

    private void stats(ServerRequest request, ServerResponse response) {
        WebhookSender.Counts counts =
                webhooks == null ? WebhookSender.Counts.NONE : webhooks.counts();
        LabServer.send(
                response,
                200,
                Map.of(
                        "orders",
                        shop.orderCount(),
                        "fulfillments",
                        shop.fulfillments().size(),
                        "duplicateFulfillments",
                        shop.duplicateFulfillments(),
                        "webhooks",
                        counts));
    }

    private void graphql(ServerRequest request, ServerResponse response) {
        String token = request.headers().first(TOKEN).orElse("");
        if (!same(token, settings.accessToken)) {
            LabServer.send(response, 401, Map.of("errors", "Invalid API key or access token"));
            return;
        }
        byte[] body = LabServer.body(request);
        if (settings.faults.strikes("rate")) {
            response.header("Retry-After", "1.0");
            LabServer.send(response, 429, Map.of("errors", "Exceeded rate limit"));
            return;
        }
        if (settings.faults.strikes("error")) {
            LabServer.send(response, 502, Map.of("errors", "Bad gateway"));
            return;
        }
        if (settings.faults.strikes("throttled")) {
            LabServer.send(response, 200, throttled());
            return;
        }
        JsonNode call = LabServer.json(body);
        Object answer = answer(call);
        if (settings.faults.strikes("lost")) {
            throw new CloseConnectionException("the answer is lost on purpose");
        }
        LabServer.send(response, 200, answer);
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private Object answer(JsonNode call) {
        String query = call.path("query").asText();
        JsonNode variables = call.path("variables");
        if (query.contains("inventorySetQuantities")) {
            boolean sold = settings.faults.strikes("sold");
            return data("inventorySetQuantities", inventory.set(variables, sold));
        }
        if (query.contains("inventoryItems")) {
            return data("inventoryItems", inventory.find(variables));
        }
        if (query.contains("locations(")) {
            return data("locations", inventory.locations());
        }
        if (query.contains("fulfillmentCreate")) {
            return Map.of("data", Map.of("fulfillmentCreate", create(variables)));
        }
        if (query.contains("fulfillmentOrders")) {
            String id = variables.path("id").asText();
            String number = id.startsWith(ORDER_GID) ? id.substring(ORDER_GID.length()) : "";
            Map<String, Object> data = new HashMap<>();
            data.put("order", shop.view(number).orElse(null));
            return Map.of("data", data);
        }
        return Map.of(
                "errors",
                List.of(
                        Map.of(
                                "message",
                                "this shop does not know that operation",
                                "extensions",
                                Map.of("code", "undefinedField"))));
    }

    private static Map<String, Object> data(String field, Object value) {
        return Map.of("data", Map.of(field, value));
    }

    private Map<String, Object> create(JsonNode variables) {
        JsonNode input = variables.path("fulfillment");
        List<Wish> wishes = new ArrayList<>();
        for (JsonNode group : input.path("lineItemsByFulfillmentOrder")) {
            String fulfillmentOrder = group.path("fulfillmentOrderId").asText();
            for (JsonNode line : group.path("fulfillmentOrderLineItems")) {
                wishes.add(
                        new Wish(
                                fulfillmentOrder,
                                line.path("id").asText(),
                                line.path("quantity").asInt()));
            }
        }
        JsonNode tracking = input.path("trackingInfo");
        List<Fulfillment> made = new ArrayList<>();
        List<Complaint> complaints =
                shop.fulfill(wishes, numbers(tracking), tracking.path("company").asText(), made);
        Map<String, Object> payload = new HashMap<>();
        payload.put(
                "fulfillment",
                made.isEmpty() ? null : Map.of("id", made.getFirst().id(), "status", "SUCCESS"));
        payload.put("userErrors", complaints);
        return payload;
    }

    private static List<String> numbers(JsonNode tracking) {
        return tracking.path("numbers").isArray()
                ? tracking.path("numbers").valueStream().map(JsonNode::asText).toList()
                : List.of(tracking.path("number").asText());
    }

    private static Object throttled() {
        return Map.of(
                "errors",
                List.of(Map.of("message", "Throttled", "extensions", Map.of("code", "THROTTLED"))),
                "extensions",
                Map.of(
                        "cost",
                        Map.of(
                                "requestedQueryCost",
                                60,
                                "throttleStatus",
                                Map.of(
                                        "maximumAvailable",
                                        2000,
                                        "currentlyAvailable",
                                        10,
                                        "restoreRate",
                                        100))));
    }

    @Override
    public void close() {
        server.stop();
        if (webhooks != null) {
            webhooks.close();
        }
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new Arguments()).execute(args));
    }

    @Command(
            name = "shop-simulator",
            mixinStandardHelpOptions = true,
            description = "Plays one Shopify shop over HTTP.")
    private static final class Arguments implements Runnable {
        @Option(names = "--port", defaultValue = "0", description = "0 for any free port")
        private int port;

        @Option(names = "--webhook-url", description = "where orders are announced")
        private @Nullable URI webhookUrl;

        @Option(names = "--secret", defaultValue = "demo-webhook-secret")
        private String secret = "";

        @Option(names = "--access-token", defaultValue = "demo-access-token")
        private String accessToken = "";

        @Option(names = "--shop-domain", defaultValue = "demo.myshopify.com")
        private String shopDomain = "";

        @Option(names = "--faults", defaultValue = "", description = "name=chance,…")
        private String faults = "";

        @Option(names = "--seed", defaultValue = "1")
        private long seed;

        @Override
        public void run() {
            ShopSimulator simulator =
                    start(
                            new Settings(
                                    port,
                                    webhookUrl,
                                    secret,
                                    accessToken,
                                    shopDomain,
                                    FaultPlan.parse(faults, seed),
                                    seed));
            LabServer.announce(simulator.server.port(), simulator::close);
        }
    }
}
