package io.fulfillx.backend.channels.shopify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fulfillx.backend.channels.ChannelOrder;
import io.fulfillx.backend.channels.OrderReading;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Against Shopify's own published documents, where they are at hand. */
class ShopifyPublishedFormatTest {
    private final ShopifyOrders orders = new ShopifyOrders();

    private static Path folder(String below) {
        Path folder =
                ShopifySignatureTest.sharedFolder().resolve("vendor-contracts/shopify/" + below);
        assumeTrue(Files.exists(folder), "Shopify's published documents are not here");
        return folder;
    }

    @Test
    void everyPublishedDocumentIsReadToATypedResult() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder("samples"))) {
            files = all.filter(file -> file.toString().endsWith(".json")).toList();
        }
        assertFalse(files.isEmpty());
        for (Path file : files) {
            List<OrderReading> readings = orders.read(Files.readAllBytes(file));
            String name = file.getFileName().toString();
            assertEquals(1, readings.size(), name);
            boolean isRisk = name.startsWith("2025-04-orders-3");
            boolean isOrder =
                    file.toString().contains("orders-rest")
                            || (name.matches("20.*-orders-.*") && !isRisk);
            assertEquals(isOrder, readings.getFirst() instanceof OrderReading.Read, name);
        }
    }

    @Test
    void thePublishedRestOrderShipsThreeIpods() throws IOException {
        Path file = folder("samples/orders-rest/order.response.200.json");
        OrderReading reading = orders.read(Files.readAllBytes(file)).getFirst();
        ChannelOrder order = assertInstanceOf(OrderReading.Read.class, reading).order();
        assertEquals("450789469", order.channelOrderId());
        assertEquals(40994, order.total().minor());
        assertEquals(3, order.lines().size());
        assertEquals(3, order.unitsToShip());
    }

    @Test
    void everyFieldWeAskForIsInTheSchema() throws IOException {
        String schema = Files.readString(folder("openapi/admin-graphql-2026-01.schema.graphql"));
        assertFields(
                schema,
                Map.of(
                        "input InventorySetQuantitiesInput ",
                        List.of("name", "quantities", "reason", "referenceDocumentUri"),
                        "input InventoryQuantityInput ",
                        List.of("inventoryItemId", "locationId", "quantity", "changeFromQuantity"),
                        "type InventorySetQuantitiesPayload ",
                        List.of("inventoryAdjustmentGroup", "userErrors"),
                        "type InventorySetQuantitiesUserError ",
                        List.of("field", "message", "code"),
                        "type InventoryItem ",
                        List.of("id", "sku", "tracked", "inventoryLevel"),
                        "type InventoryLevel ",
                        List.of("quantities"),
                        "type InventoryQuantity ",
                        List.of("name", "quantity")));
        assertFields(
                schema,
                Map.of(
                        "type Order ",
                        List.of("id", "fulfillments", "fulfillmentOrders"),
                        "type Fulfillment ",
                        List.of("id", "status", "trackingInfo"),
                        "type FulfillmentTrackingInfo ",
                        List.of("number"),
                        "type FulfillmentOrder ",
                        List.of("id", "status", "lineItems"),
                        "type FulfillmentOrderLineItem ",
                        List.of("id", "remainingQuantity", "lineItem"),
                        "type FulfillmentCreatePayload ",
                        List.of("fulfillment", "userErrors"),
                        "input FulfillmentInput ",
                        List.of("lineItemsByFulfillmentOrder", "trackingInfo", "notifyCustomer"),
                        "input FulfillmentOrderLineItemsInput ",
                        List.of("fulfillmentOrderId", "fulfillmentOrderLineItems"),
                        "input FulfillmentOrderLineItemInput ",
                        List.of("id", "quantity"),
                        "input FulfillmentTrackingInput ",
                        List.of("number", "company", "url")));
    }

    private static void assertFields(String schema, Map<String, List<String>> used) {
        used.forEach(
                (type, fields) -> {
                    int start = schema.indexOf("\n" + type) + 1;
                    assertTrue(start > 0, type);
                    String body = schema.substring(start, schema.indexOf("\n}", start));
                    for (String field : fields) {
                        boolean known =
                                body.contains("\n  " + field + ":")
                                        || body.contains("\n  " + field + "(");
                        assertTrue(known, type + field);
                    }
                });
    }
}
