package io.fulfillx.launcher.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fulfillx.launcher.demo.DemoOrder.Line;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes orders in Shopify's published format, the same ones for the same seed. */
final class OrderMaker {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final OffsetDateTime MORNING =
            OffsetDateTime.of(2026, 3, 2, 8, 0, 0, 0, ZoneOffset.ofHours(-5));

    /** An item that no demo house has. */
    static final String UNKNOWN_SKU = "NOT-OURS";

    private static final int MAX_LINES = 4;
    private static final String[] NOTES = {
        "Please leave it at the back door.",
        "It is a gift: no invoice, please!",
        "Klingeln bei Nachbarn, falls niemand da ist.",
        "時間指定はありません。",
        "Call first ^XZ ~JA"
    };

    private final Random random;
    private final List<DemoItem> items;
    private final List<String> buyers = DemoItem.table("buyers.csv");
    private final long firstId;
    private int made;

    /** What is special about an order. */
    private enum Kind {
        PLAIN,
        UNPAID,
        UNKNOWN_SKU,
        NO_POSTCODE,
        CANCELLED,
        GIFT_CARD
    }

    /**
     * @param shop number of the shop, so that two shops never share an id
     */
    OrderMaker(long seed, int shop, List<DemoItem> items) {
        this.random = new Random(seed * 31 + shop);
        this.items = items;
        this.firstId = 6_100_000_000_000L + shop * 1_000_000_000L;
    }

    /** So many orders that can be shipped, and one of each kind that cannot. */
    List<DemoOrder> make(int shippable) {
        List<DemoOrder> orders = new ArrayList<>();
        for (int i = 0; i < shippable; i++) {
            orders.add(order(Kind.PLAIN));
        }
        for (Kind kind : Kind.values()) {
            if (kind != Kind.PLAIN) {
                orders.add(random.nextInt(orders.size()), order(kind));
            }
        }
        return orders;
    }

    private DemoOrder order(Kind kind) {
        int index = made++;
        String id = Long.toString(firstId + index);
        String name = "#" + (1_001 + index);
        ObjectNode order = head(id, name, index);
        ArrayNode lineItems = order.putArray("line_items");
        List<Line> lines = new ArrayList<>();
        int count = kind == Kind.PLAIN ? lineCount() : 1;
        for (int i = 0; i < count; i++) {
            lines.add(addLine(lineItems, id, i, kind));
        }
        ObjectNode address = address(index);
        chooseService(order, address, index);
        twist(order, address, kind);
        order.set("shipping_address", address);
        order.set("billing_address", address.deepCopy());
        return DemoOrder.of(id, name, order.toString(), lines);
    }

    private int lineCount() {
        int dice = random.nextInt(10);
        return dice < 5 ? 1 : 2 + dice % (MAX_LINES - 1);
    }

    private ObjectNode head(String id, String name, int index) {
        String placed = MORNING.plusMinutes(3L * index).toString();
        ObjectNode order = JSON.objectNode();
        order.put("id", Long.parseLong(id));
        order.put("admin_graphql_api_id", "gid://shopify/Order/" + id);
        order.put("name", name);
        order.put("order_number", 1_001 + index);
        order.put("created_at", placed);
        order.put("processed_at", placed);
        order.put("updated_at", placed);
        order.putNull("cancelled_at");
        order.putNull("closed_at");
        order.put("confirmed", true);
        order.put("currency", "USD");
        order.put("financial_status", "paid");
        order.putNull("fulfillment_status");
        order.put("test", false);
        order.put("email", "buyer" + index + "@example.com");
        order.put("tags", index % 7 == 3 ? "vip, repeat" : "");
        if (index % 4 == 1) {
            order.put("note", NOTES[index / 4 % NOTES.length]);
        } else {
            order.putNull("note");
        }
        order.putArray("fulfillments");
        order.putArray("refunds");
        order.put("total_price", "25.00");
        order.put("current_total_price", "25.00");
        return order;
    }

    /** Nobody delivers to another country or to a post office box in a day or two. */
    private static void chooseService(ObjectNode order, ObjectNode address, int index) {
        boolean box = address.path("address1").asText().startsWith("P");
        boolean near = address.path("country_code").asText().equals("US") && !box;
        String service = near && index % 3 == 2 ? "Express" : "Standard";
        order.putArray("shipping_lines")
                .addObject()
                .put("id", 9)
                .put("code", service)
                .put("title", service + " shipping")
                .put("price", near ? "4.90" : "14.90");
    }

    private Line addLine(ArrayNode lineItems, String orderId, int position, Kind kind) {
        DemoItem item = items.get(random.nextInt(items.size()));
        int units = random.nextInt(4) == 0 ? 2 + random.nextInt(4) : 1;
        String sku = kind == Kind.UNKNOWN_SKU ? UNKNOWN_SKU : item.sku();
        boolean shipped = kind != Kind.GIFT_CARD;
        long price = 495 + 100L * random.nextInt(60);
        lineItems
                .addObject()
                .put("id", Long.parseLong(orderId) * 10 + position)
                .put("sku", shipped ? sku : "")
                .put("title", shipped ? item.title() : "Gift card")
                .put("name", shipped ? item.title() : "Gift card")
                .put("quantity", units)
                .put("current_quantity", units)
                .put("fulfillable_quantity", units)
                .put("fulfillment_service", "manual")
                .put("gift_card", !shipped)
                .put("grams", shipped ? item.weightGrams() : 0)
                .put("price", BigDecimal.valueOf(price, 2).toPlainString())
                .put("requires_shipping", shipped);
        return new Line(
                shipped ? Optional.of(sku) : Optional.empty(),
                item.title(),
                shipped ? units : 0,
                item.weightGrams());
    }

    private ObjectNode address(int index) {
        String[] cell =
                buyers.get((index * 5 + random.nextInt(3)) % buyers.size()).split("\\|", -1);
        ObjectNode address = JSON.objectNode();
        address.put("name", cell[0]);
        address.put("company", cell[1].isEmpty() ? null : cell[1]);
        address.put("address1", cell[2]);
        address.put("address2", cell[3].isEmpty() ? null : cell[3]);
        address.put("city", cell[4]);
        address.put("province_code", cell[5].isEmpty() ? null : cell[5]);
        address.put("zip", cell[6]);
        address.put("country_code", cell[7]);
        address.put("phone", "+15035550" + (100 + index));
        return address;
    }

    private static void twist(ObjectNode order, ObjectNode address, Kind kind) {
        switch (kind) {
            case PLAIN, GIFT_CARD, UNKNOWN_SKU -> {}
            case UNPAID -> order.put("financial_status", "pending");
            case NO_POSTCODE -> {
                address.put("country_code", "US");
                address.put("province_code", "OR");
                address.put("zip", "");
            }
            case CANCELLED -> {
                order.put("cancelled_at", MORNING.plusHours(2).toString());
                order.put("cancel_reason", "customer");
            }
        }
    }
}
