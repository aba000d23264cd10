package io.fulfillx.backend.channels.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;

import io.fulfillx.backend.channels.OrderReading;
import io.fulfillx.backend.channels.OrderReading.MalformedOrder;
import io.fulfillx.backend.channels.OrderReading.NotAnOrder;
import io.fulfillx.backend.channels.OrderReading.Read;
import io.fulfillx.backend.channels.TranslatesOrders;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads Shopify's order JSON as webhooks, the REST API and exports write it: one order, {@code
 * {"order": …}} or {@code {"orders": […]}}.
 */
public final class ShopifyOrders implements TranslatesOrders {
    private static final ObjectReader READER =
            Json.mapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** Fields that only orders have, in case the lines themselves were lost. */
    private static final List<String> ORDER_MARKS =
            List.of("line_items", "financial_status", "order_number", "total_price");

    /** Fields of things that also have line items. */
    private static final List<String> OTHER_MARKS =
            List.of(
                    "order_id",
                    "refund_line_items",
                    "abandoned_checkout_url",
                    "invoice_url",
                    "invoice_sent_at",
                    "admin_graphql_api_order_id");

    @Override
    public List<OrderReading> read(byte[] body) {
        JsonNode root;
        try {
            root = READER.readTree(body);
        } catch (JsonProcessingException e) {
            String detail = "not JSON: " + e.getOriginalMessage();
            return List.of(new MalformedOrder("", detail, null, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return readRoot(new JsonSpot("", root));
    }

    private static List<OrderReading> readRoot(JsonSpot root) {
        if (root.node().isMissingNode()) {
            return List.of(new MalformedOrder("", "the body is empty", null, null));
        }
        if (!root.node().isObject()) {
            return List.of(new NotAnOrder("", "a JSON " + root.node().getNodeType()));
        }
        if (root.has("orders")) {
            return readAll(root.at("orders"));
        }
        if (root.has("order")) {
            return List.of(readWrapped(root.at("order")));
        }
        return List.of(looksLikeOrder(root) ? readOne(root) : notAnOrder(root));
    }

    private static List<OrderReading> readAll(JsonSpot orders) {
        if (!orders.node().isArray()) {
            return List.of(new MalformedOrder(orders.pointer(), "expected a list", null, null));
        }
        List<OrderReading> readings = new ArrayList<>();
        for (int i = 0; i < orders.node().size(); i++) {
            String pointer = orders.pointer() + "/" + i;
            readings.add(readWrapped(new JsonSpot(pointer, orders.node().get(i))));
        }
        return List.copyOf(readings);
    }

    /** Inside a wrapper that promises an order, everything unlike one is malformed. */
    private static OrderReading readWrapped(JsonSpot spot) {
        if (!spot.node().isObject()) {
            return new MalformedOrder(spot.pointer(), "expected an object", null, null);
        }
        return OTHER_MARKS.stream().anyMatch(spot::has) ? notAnOrder(spot) : readOne(spot);
    }

    private static boolean looksLikeOrder(JsonSpot spot) {
        return ORDER_MARKS.stream().anyMatch(spot::has)
                && OTHER_MARKS.stream().noneMatch(spot::has);
    }

    private static OrderReading notAnOrder(JsonSpot spot) {
        String what =
                OTHER_MARKS.stream()
                        .filter(spot::has)
                        .findFirst()
                        .map(mark -> "it has " + mark + ", which no order has")
                        .orElse("it has no line_items and nothing else that marks an order");
        return new NotAnOrder(spot.pointer(), what);
    }

    private static OrderReading readOne(JsonSpot spot) {
        try {
            return new Read(new ShopifyOrderReader().read(spot));
        } catch (JsonSpot.Unmet unmet) {
            JsonNode name = spot.node().path("name");
            return new MalformedOrder(
                    unmet.pointer(),
                    unmet.detail(),
                    idIfReadable(spot),
                    name.isTextual() ? name.textValue() : null);
        }
    }

    private static @Nullable String idIfReadable(JsonSpot spot) {
        try {
            return spot.at("id").id();
        } catch (JsonSpot.Unmet _) {
            return null;
        }
    }
}
