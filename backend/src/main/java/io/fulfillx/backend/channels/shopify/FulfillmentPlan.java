package io.fulfillx.backend.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.channels.ShipmentConfirmation.ConfirmedLine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Spreads the lines of a parcel over the fulfillment orders that still want them. */
final class FulfillmentPlan {
    private static final Set<String> READY = Set.of("OPEN", "IN_PROGRESS");

    /** Units still to be placed, by Shopify's global id of the order line. */
    private final Map<String, Integer> open = new LinkedHashMap<>();

    private final List<Map<String, Object>> groups = new ArrayList<>();
    private final List<String> blocked = new ArrayList<>();

    FulfillmentPlan(List<ConfirmedLine> lines) {
        for (ConfirmedLine line : lines) {
            if (!line.quantity().isZero()) {
                String id = "gid://shopify/LineItem/" + line.channelLineId();
                open.merge(id, line.quantity().units(), Integer::sum);
            }
        }
    }

    /** Takes from one fulfillment order what the parcel holds of it. */
    void offer(JsonNode fulfillmentOrder) {
        String status = fulfillmentOrder.path("status").asText();
        if (!READY.contains(status)) {
            blocked.add(fulfillmentOrder.path("id").asText() + " is " + status);
            return;
        }
        if (fulfillmentOrder.at("/lineItems/pageInfo/hasNextPage").asBoolean()) {
            blocked.add(fulfillmentOrder.path("id").asText() + " has more than 250 lines");
        }
        List<Map<String, Object>> taken = new ArrayList<>();
        for (JsonNode line : fulfillmentOrder.at("/lineItems/nodes")) {
            String lineId = line.at("/lineItem/id").asText();
            int wanted = open.getOrDefault(lineId, 0);
            int units = Math.min(wanted, line.path("remainingQuantity").asInt());
            if (units > 0) {
                taken.add(Map.of("id", line.path("id").asText(), "quantity", units));
                open.put(lineId, wanted - units);
            }
        }
        if (!taken.isEmpty()) {
            groups.add(
                    Map.of(
                            "fulfillmentOrderId",
                            fulfillmentOrder.path("id").asText(),
                            "fulfillmentOrderLineItems",
                            taken));
        }
    }

    boolean isComplete() {
        return !groups.isEmpty() && open.values().stream().allMatch(units -> units == 0);
    }

    /** For people: what the shop does not want any more, and why that may be. */
    String shortage() {
        StringBuilder text = new StringBuilder("the shop does not expect");
        open.forEach((id, units) -> text.append(units > 0 ? " " + units + " of " + id : ""));
        return blocked.isEmpty() ? text.toString() : text + " (" + String.join(", ", blocked) + ")";
    }

    List<Map<String, Object>> lineItemsByFulfillmentOrder() {
        return List.copyOf(groups);
    }
}
