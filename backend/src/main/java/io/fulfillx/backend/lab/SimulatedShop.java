package io.fulfillx.backend.lab;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the shop knows: its orders, what of them is to be fulfilled, and what was. */
final class SimulatedShop {
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final List<Fulfillment> fulfillments = new ArrayList<>();
    private long nextId = 9_000_000_001L;

    private static final class Order {
        private final String fulfillmentOrderId;
        private final Map<String, Line> lines = new LinkedHashMap<>();

        Order(String fulfillmentOrderId) {
            this.fulfillmentOrderId = fulfillmentOrderId;
        }
    }

    private static final class Line {
        private final String lineItemId;
        private final int total;
        private int remaining;

        Line(String lineItemId, int total) {
            this.lineItemId = lineItemId;
            this.total = total;
            this.remaining = total;
        }
    }

    /** One shipment the shop was told of. */
    record Fulfillment(
            String id,
            String orderId,
            String trackingNumber,
            List<String> trackingNumbers,
            String company,
            Map<String, Integer> units) {}

    /** A line of a fulfillment that is asked for: the fulfillment order line and the units. */
    record Wish(String fulfillmentOrderId, String lineId, int units) {}

    /** A user error as Shopify words it. */
    record Complaint(List<String> field, String message) {}

    /** Keeps an order the first time; a repeated one changes nothing. */
    synchronized void keep(JsonNode order) {
        String id = order.path("id").asText();
        if (orders.containsKey(id)) {
            return;
        }
        Order kept = new Order("gid://shopify/FulfillmentOrder/" + nextId++);
        for (JsonNode line : order.path("line_items")) {
            int units = units(line);
            if (units > 0 && line.path("requires_shipping").asBoolean(true)) {
                String lineItem = "gid://shopify/LineItem/" + line.path("id").asText();
                kept.lines.put(
                        "gid://shopify/FulfillmentOrderLineItem/" + nextId++,
                        new Line(lineItem, units));
            }
        }
        orders.put(id, kept);
    }

    private static int units(JsonNode line) {
        for (String field : List.of("fulfillable_quantity", "current_quantity", "quantity")) {
            if (line.path(field).isInt()) {
                return line.path(field).intValue();
            }
        }
        return 0;
    }

    /** The order as the Admin API shows it, or null when there is none. */
    synchronized Optional<Map<String, Object>> view(String orderId) {
        Order order = orders.get(orderId);
        if (order == null) {
            return Optional.empty();
        }
        List<Map<String, Object>> made =
                fulfillments.stream()
                        .filter(fulfillment -> fulfillment.orderId.equals(orderId))
                        .map(SimulatedShop::view)
                        .toList();
        boolean open = order.lines.values().stream().anyMatch(line -> line.remaining > 0);
        Map<String, Object> fulfillmentOrder =
                Map.of(
                        "id",
                        order.fulfillmentOrderId,
                        "status",
                        open ? "OPEN" : "CLOSED",
                        "lineItems",
                        connection(lines(order)));
        return Optional.of(
                Map.of(
                        "id",
                        "gid://shopify/Order/" + orderId,
                        "fulfillments",
                        made,
                        "fulfillmentOrders",
                        connection(List.of(fulfillmentOrder))));
    }

    private static List<Map<String, Object>> lines(Order order) {
        List<Map<String, Object>> lines = new ArrayList<>();
        order.lines.forEach(
                (id, line) ->
                        lines.add(
                                Map.of(
                                        "id",
                                        id,
                                        "totalQuantity",
                                        line.total,
                                        "remainingQuantity",
                                        line.remaining,
                                        "lineItem",
                                        Map.of("id", line.lineItemId))));
        return lines;
    }

    private static Map<String, Object> view(Fulfillment fulfillment) {
        return Map.of(
                "id",
                fulfillment.id,
                "status",
                "SUCCESS",
                "trackingInfo",
                fulfillment.trackingNumbers.stream()
                        .map(number -> Map.of("number", number, "company", fulfillment.company))
                        .toList());
    }

    private static Map<String, Object> connection(List<Map<String, Object>> nodes) {
        return Map.of("nodes", nodes, "pageInfo", Map.of("hasNextPage", false));
    }

    /** Books a shipment, unless something is wrong with it. */
    synchronized List<Complaint> fulfill(
            List<Wish> wishes,
            List<String> trackingNumbers,
            String company,
            List<Fulfillment> made) {
        List<Complaint> complaints = new ArrayList<>();
        Map<Line, Integer> taken = new HashMap<>();
        Map<String, Integer> units = new TreeMap<>();
        String orderId = "";
        for (int i = 0; i < wishes.size(); i++) {
            Wish wish = wishes.get(i);
            Optional<Map.Entry<String, Order>> owner = owner(wish.fulfillmentOrderId);
            Line line = owner.map(found -> found.getValue().lines.get(wish.lineId)).orElse(null);
            if (owner.isEmpty() || line == null) {
                complaints.add(complaint(i, "id", "Fulfillment order line item does not exist."));
                continue;
            }
            orderId = owner.get().getKey();
            if (wish.units <= 0) {
                complaints.add(complaint(i, "quantity", "Quantity must be greater than 0"));
            } else if (taken.merge(line, wish.units, Integer::sum) > line.remaining) {
                complaints.add(
                        complaint(i, "quantity", "Invalid fulfillment order line item quantity"));
            }
            units.merge(line.lineItemId, wish.units, Integer::sum);
        }
        if (complaints.isEmpty() && taken.isEmpty()) {
            complaints.add(
                    new Complaint(List.of("fulfillment"), "There is nothing to be fulfilled."));
        }
        if (complaints.isEmpty()) {
            taken.forEach((line, count) -> line.remaining -= count);
            String id = "gid://shopify/Fulfillment/" + nextId++;
            String first = trackingNumbers.isEmpty() ? "" : trackingNumbers.getFirst();
            made.add(new Fulfillment(id, orderId, first, trackingNumbers, company, units));
            fulfillments.addAll(made);
        }
        return complaints;
    }

    private Optional<Map.Entry<String, Order>> owner(String fulfillmentOrderId) {
        return orders.entrySet().stream()
                .filter(entry -> entry.getValue().fulfillmentOrderId.equals(fulfillmentOrderId))
                .findFirst();
    }

    private static Complaint complaint(int index, String field, String message) {
        return new Complaint(
                List.of(
                        "fulfillment",
                        "lineItemsByFulfillmentOrder",
                        Integer.toString(index),
                        "fulfillmentOrderLineItems",
                        field),
                message);
    }

    synchronized List<Fulfillment> fulfillments() {
        return List.copyOf(fulfillments);
    }

    /** How many shipments carry a tracking number that an earlier one of the same order has. */
    synchronized long duplicateFulfillments() {
        return fulfillments.size()
                - fulfillments.stream()
                        .map(each -> each.orderId + " " + each.trackingNumber)
                        .distinct()
                        .count();
    }

    synchronized int orderCount() {
        return orders.size();
    }
}
