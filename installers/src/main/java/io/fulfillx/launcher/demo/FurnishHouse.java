package io.fulfillx.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.launcher.api.ServerApi;
import io.fulfillx.launcher.demo.Backstage.ShopSecrets;
import io.fulfillx.launcher.demo.House.Bench;
import io.fulfillx.launcher.demo.House.Operator;
import io.fulfillx.launcher.process.FreePort;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Fills a new organisation: shelves, a station, a packer, a shop. By the API, as a manager. */
final class FurnishHouse {
    private static final int RESERVE_UNITS = 12;
    private static final String PIN = "4711";
    private static final int GENERATED_SIDE_MM = 120;

    /** Tags only: the demo's rules never keep anybody's own order from shipping. */
    private static final String RULES =
            """
            {"format": 1, "rules": [
              {"id": "abroad", "name": "Abroad", "enabled": true, "stop": false,
               "when": {"none": [{"field": "country", "operator": "equals", "value": "US"}]},
               "then": [{"addTag": "export"}]},
              {"id": "many", "name": "Many units", "enabled": true, "stop": false,
               "when": {"all": [{"field": "totalQuantity", "operator": "atLeast", "value": 5}]},
               "then": [{"addTag": "many-units"}]}]}
            """;

    private final Backstage backstage;

    FurnishHouse(Backstage backstage) {
        this.backstage = backstage;
    }

    /** A house before it is furnished. */
    record Plan(String slug, String name, boolean serial) {}

    House furnish(Plan plan, ServerApi api, List<DemoOrder> orders, String printerFaults) {
        fillShelves(api, orders);
        api.put("/api/v1/rules", RULES.getBytes(StandardCharsets.UTF_8));
        JsonNode station = api.post("/api/v1/stations", Map.of("name", "Bench 1"));
        JsonNode packer =
                api.post(
                        "/api/v1/operators",
                        Map.of("name", "Robin Packer", "pin", PIN, "role", "packer"));
        Path printed = backstage.data().resolve("printed-" + plan.slug());
        URI printer =
                plan.serial()
                        ? backstage.startSerialPrinter(plan.slug(), printed, printerFaults)
                        : backstage.startTcpPrinter(plan.slug(), printed, printerFaults);
        Bench bench =
                new Bench(
                        station.path("stationId").asText(),
                        station.path("enrolmentCode").asText(),
                        backstage.data().resolve("station-" + plan.slug()),
                        new Operator("Robin Packer", packer.path("badge").asText(), PIN),
                        printer,
                        printed,
                        plan.serial());
        return openShop(plan, api, bench);
    }

    private House openShop(Plan plan, ServerApi api, Bench bench) {
        ShopSecrets secrets =
                new ShopSecrets(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        int port = FreePort.any();
        JsonNode channel =
                api.post(
                        "/api/v1/channels",
                        Map.of(
                                "kind",
                                "shopify",
                                "shopDomain",
                                plan.slug() + ".myshopify.com",
                                "baseUrl",
                                "http://127.0.0.1:" + port,
                                "accessToken",
                                secrets.accessToken(),
                                "webhookSecret",
                                secrets.webhook()));
        URI webhooks = backstage.serverUrl().resolve(channel.path("webhookPath").asText());
        SimulatorClient shop = backstage.startShop(plan.slug(), port, webhooks, secrets);
        return new House(
                plan.slug(), plan.name(), api, shop, channel.path("channelId").asText(), bench);
    }

    /** Every catalog item, and every other item that an order names, with enough of each. */
    private static void fillShelves(ServerApi api, List<DemoOrder> orders) {
        Map<String, DemoItem> items = new LinkedHashMap<>();
        DemoItem.catalog().forEach(item -> items.put(item.sku(), item));
        Map<String, Integer> demand = new LinkedHashMap<>();
        for (DemoOrder order : orders) {
            for (DemoOrder.Line line : order.lines()) {
                Optional<String> sku = line.sku().filter(FurnishHouse::isOurs);
                if (sku.isPresent()) {
                    demand.merge(sku.get(), line.units(), Integer::sum);
                    items.computeIfAbsent(sku.get(), name -> generated(name, line, items.size()));
                }
            }
        }
        for (DemoItem item : items.values()) {
            store(api, item, demand.getOrDefault(item.sku(), 0) + RESERVE_UNITS);
        }
    }

    /** The made orders name one item on purpose that no house has. */
    private static boolean isOurs(String sku) {
        return !sku.equals(OrderMaker.UNKNOWN_SKU) && sku.length() <= 128;
    }

    private static DemoItem generated(String sku, DemoOrder.Line line, int number) {
        // GS1 keeps numbers that begin with 2 for use inside a company.
        String barcode = DemoItem.withCheckDigit(String.format(Locale.ROOT, "2%011d", number));
        return new DemoItem(
                sku,
                line.title().isBlank() ? sku : line.title(),
                barcode,
                line.grams(),
                GENERATED_SIDE_MM,
                GENERATED_SIDE_MM / 2,
                GENERATED_SIDE_MM / 4,
                String.format(Locale.ROOT, "Z-%02d-%02d", number / 20, number % 20));
    }

    private static void store(ServerApi api, DemoItem item, int units) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("sku", item.sku());
        body.put("title", item.title());
        body.put("barcodes", List.of(item.barcode()));
        body.put("weightGrams", item.weightGrams());
        body.put("lengthMm", item.lengthMm());
        body.put("widthMm", item.widthMm());
        body.put("heightMm", item.heightMm());
        body.put("location", item.location());
        api.post("/api/v1/items", body);
        api.post(
                "/api/v1/stock/receive",
                Map.of(
                        "sku",
                        item.sku(),
                        "location",
                        item.location(),
                        "quantity",
                        units,
                        "reason",
                        "first delivery"));
    }
}
