package io.fulfillx.backend.lab;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the shop shows of its items at its only location. A change names the number it starts from,
 * and all of a request's changes are made or none.
 */
final class SimulatedInventory {
    static final String LOCATION = "gid://shopify/Location/1";

    private static final Pattern SKU = Pattern.compile("sku:\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> answered = new HashMap<>();
    private final Map<String, JsonNode> asked = new HashMap<>();
    private long nextId = 5_000_000_001L;
    private int changes;
    private int repeated;
    private int stale;

    private static final class Item {
        private final String id;
        private final String sku;
        private boolean stocked = true;
        private int available;

        Item(String id, String sku) {
            this.id = id;
            this.sku = sku;
        }
    }

    /**
     * Lists an item, or changes one as somebody in the shop would.
     *
     * @param item {@code sku}, {@code available}, and {@code stocked} unless it is kept there
     */
    synchronized void put(JsonNode item) {
        Item kept =
                items.computeIfAbsent(
                        item.path("sku").asText(),
                        sku -> new Item("gid://shopify/InventoryItem/" + nextId++, sku));
        kept.available = item.path("available").asInt();
        kept.stocked = item.path("stocked").asBoolean(true);
    }

    synchronized Map<String, Object> state() {
        Map<String, Integer> shown = new LinkedHashMap<>();
        items.values().forEach(item -> shown.put(item.sku, item.available));
        return Map.of("available", shown, "changes", changes, "repeated", repeated, "stale", stale);
    }

    Map<String, Object> locations() {
        return Map.of("nodes", List.of(Map.of("id", LOCATION)));
    }

    synchronized Map<String, Object> find(JsonNode variables) {
        List<Object> nodes = new ArrayList<>();
        Matcher matcher = SKU.matcher(variables.path("query").asText());
        while (matcher.find()) {
            Item item = items.get(matcher.group(1).replaceAll("\\\\(.)", "$1"));
            if (item != null) {
                nodes.add(view(item, variables.path("location").asText()));
            }
        }
        return Map.of("pageInfo", Map.of("hasNextPage", false), "nodes", nodes);
    }

    private static Map<String, Object> view(Item item, String location) {
        Map<String, Object> node = new HashMap<>();
        node.put("id", item.id);
        node.put("sku", item.sku);
        node.put("tracked", true);
        boolean here = item.stocked && location.equals(LOCATION);
        node.put(
                "inventoryLevel",
                here
                        ? Map.of(
                                "quantities",
                                List.of(Map.of("name", "available", "quantity", item.available)))
                        : null);
        return node;
    }

    /**
     * @param soldMeanwhile whether somebody bought one of the first item since it was looked up
     */
    synchronized Map<String, Object> set(JsonNode variables, boolean soldMeanwhile) {
        String key = variables.path("key").asText();
        JsonNode input = variables.path("input");
        Map<String, Object> before = answered.get(key);
        if (before != null) {
            repeated++;
            return input.equals(asked.get(key))
                    ? before
                    : payload(List.of(error(List.of(), "IDEMPOTENCY_KEY_PARAMETER_MISMATCH")));
        }
        List<Object> errors = new ArrayList<>();
        Map<Item, Integer> wanted = new LinkedHashMap<>();
        for (JsonNode quantity : input.path("quantities")) {
            List<String> field =
                    List.of("input", "quantities", Integer.toString(wanted.size()), "quantity");
            Item item = byId(quantity.path("inventoryItemId").asText());
            if (item == null || !quantity.path("locationId").asText().equals(LOCATION)) {
                return payload(List.of(error(field, "INVALID_INVENTORY_ITEM")));
            }
            if (soldMeanwhile && wanted.isEmpty()) {
                item.available--;
            }
            JsonNode from = quantity.path("changeFromQuantity");
            if (from.isInt() && from.intValue() != item.available) {
                stale++;
                errors.add(error(field, "CHANGE_FROM_QUANTITY_STALE"));
            }
            wanted.put(item, quantity.path("quantity").asInt());
        }
        if (errors.isEmpty()) {
            wanted.forEach((item, units) -> item.available = units);
            changes++;
            answered.put(key, payload(errors));
            asked.put(key, input);
        }
        return payload(errors);
    }

    private @Nullable Item byId(String id) {
        return items.values().stream().filter(item -> item.id.equals(id)).findFirst().orElse(null);
    }

    private static Map<String, Object> error(List<String> field, String code) {
        return Map.of("field", field, "message", "The shop says " + code + ".", "code", code);
    }

    private Map<String, Object> payload(List<Object> errors) {
        Map<String, Object> payload = new HashMap<>();
        payload.put(
                "inventoryAdjustmentGroup",
                errors.isEmpty()
                        ? Map.of("id", "gid://shopify/InventoryAdjustmentGroup/" + changes)
                        : null);
        payload.put("userErrors", errors);
        return payload;
    }
}
