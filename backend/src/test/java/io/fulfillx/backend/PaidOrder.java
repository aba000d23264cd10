package io.fulfillx.backend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A paid order with a good address, as the shop writes it. */
public final class PaidOrder {
    private PaidOrder() {}

    /**
     * @param units by SKU, a line each
     */
    public static Map<String, Object> of(int number, Map<String, Integer> units) {
        return of(number, units, number + " Mill Lane");
    }

    public static Map<String, Object> of(int number, Map<String, Integer> units, String street) {
        List<Map<String, Object>> lines = new ArrayList<>();
        units.forEach(
                (sku, quantity) -> {
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("id", number * 100L + lines.size() + 1);
                    line.put("sku", sku);
                    line.put("title", "Item " + sku);
                    line.put("quantity", quantity);
                    line.put("current_quantity", quantity);
                    line.put("fulfillable_quantity", quantity);
                    line.put("grams", 200);
                    line.put("price", "12.50");
                    line.put("requires_shipping", true);
                    lines.add(line);
                });
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("name", "Ada Brook");
        address.put("address1", street);
        address.put("city", "Portland");
        address.put("province_code", "OR");
        address.put("zip", "97205");
        address.put("country_code", "US");
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("id", 5_000L + number);
        order.put("name", "#" + (1_000 + number));
        order.put("created_at", "2026-03-02T09:15:00-05:00");
        order.put("currency", "USD");
        order.put("total_price", "25.00");
        order.put("financial_status", "paid");
        order.put("line_items", lines);
        order.put("shipping_address", address);
        order.put("shipping_lines", List.of(Map.of("title", "Standard", "code", "Standard")));
        return order;
    }
}
