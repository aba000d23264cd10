package io.fulfillx.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One order as a shop sends it.
 *
 * @param channelOrderId the shop's id
 * @param body exactly what is sent
 * @param lines what it asks for, as far as it can be read
 */
public record DemoOrder(String channelOrderId, String name, byte[] body, List<Line> lines) {
    public DemoOrder {
        body = body.clone();
        lines = List.copyOf(lines);
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /**
     * One line of an order.
     *
     * @param sku empty when the shop names none
     */
    public record Line(Optional<String> sku, String title, int units, int grams) {}

    static DemoOrder of(String id, String name, String json, List<Line> lines) {
        return new DemoOrder(id, name, json.getBytes(StandardCharsets.UTF_8), lines);
    }

    /**
     * What was found in files or made.
     *
     * @param skipped files that hold no order, and why
     */
    public record Bundle(List<DemoOrder> orders, Map<String, String> skipped) {
        public Bundle {
            orders = List.copyOf(orders);
            skipped = Map.copyOf(skipped);
        }
    }
}
