package io.fulfillx.backend.channels.shopify;

import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How many units of each line are still to be shipped. */
final class ShopifyRemaining {
    /** Fulfillments that came to nothing. */
    private static final Set<String> FAILED = Set.of("failure", "cancelled", "error");

    private final boolean nothingLeft;
    private final Map<String, Integer> fulfilled = new HashMap<>();

    /** Refunded before they were shipped. */
    private final Map<String, Integer> canceled = new HashMap<>();

    /** Shipped, and sent back by the buyer. */
    private final Map<String, Integer> returned = new HashMap<>();

    /** Refunded, and Shopify does not say whether they had been shipped. */
    private final Map<String, Integer> kept = new HashMap<>();

    private ShopifyRemaining(boolean nothingLeft) {
        this.nothingLeft = nothingLeft;
    }

    static ShopifyRemaining of(JsonSpot order) {
        String status = lower(order.at("fulfillment_status"));
        ShopifyRemaining remaining =
                new ShopifyRemaining(status.equals("fulfilled") || status.equals("restocked"));
        for (JsonSpot fulfillment : order.at("fulfillments").objectsIfAny()) {
            if (!FAILED.contains(lower(fulfillment.at("status")))) {
                for (JsonSpot line : fulfillment.at("line_items").objectsIfAny()) {
                    add(remaining.fulfilled, line.at("id"), line.at("quantity"));
                }
            }
        }
        for (JsonSpot refund : order.at("refunds").objectsIfAny()) {
            for (JsonSpot line : refund.at("refund_line_items").objectsIfAny()) {
                remaining.addRefund(line);
            }
        }
        return remaining;
    }

    private void addRefund(JsonSpot line) {
        Map<String, Integer> kind =
                switch (lower(line.at("restock_type"))) {
                    case "return" -> returned;
                    case "no_restock" -> kept;
                    default -> canceled;
                };
        add(kind, line.at("line_item_id"), line.at("quantity"));
    }

    private static void add(Map<String, Integer> sums, JsonSpot id, JsonSpot quantity) {
        int units = quantity.isAbsent() ? 0 : quantity.count(Quantity.MAX_UNITS);
        sums.merge(id.id(), units, (a, b) -> Math.min(a + b, Quantity.MAX_UNITS));
    }

    private static String lower(JsonSpot spot) {
        String text = spot.textIfAny();
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /** Never negative, never more than the line holds today. */
    int unitsToShip(JsonSpot line) {
        String status = lower(line.at("fulfillment_status"));
        if (nothingLeft || status.equals("fulfilled") || status.equals("not_eligible")) {
            return 0;
        }
        int quantity = line.at("quantity").count(Quantity.MAX_UNITS);
        Integer current = countIfAny(line.at("current_quantity"));
        Integer fulfillable = countIfAny(line.at("fulfillable_quantity"));
        int held = current == null ? quantity : Math.min(current, quantity);
        return fulfillable != null
                ? Math.min(fulfillable, held)
                : Math.max(0, worked(line.at("id").id(), quantity, current));
    }

    /**
     * Shopify takes a returned unit off current_quantity although its fulfillment stays, so it is
     * added back before the fulfillments are taken off.
     */
    private int worked(String id, int quantity, @Nullable Integer current) {
        int shipped = fulfilled.getOrDefault(id, 0);
        if (current != null) {
            int back = Math.min(current + returned.getOrDefault(id, 0), quantity);
            return back - shipped;
        }
        int keptUnshipped = Math.max(0, kept.getOrDefault(id, 0) - shipped);
        return quantity - shipped - canceled.getOrDefault(id, 0) - keptUnshipped;
    }

    private static @Nullable Integer countIfAny(JsonSpot spot) {
        return spot.isAbsent() ? null : (Integer) spot.count(Quantity.MAX_UNITS);
    }
}
