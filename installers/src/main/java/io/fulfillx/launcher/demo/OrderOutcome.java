package io.fulfillx.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/**
 * How one order ended.
 *
 * @param outcome shipped, partly-shipped, held, cancelled, nothing-to-ship or unfinished
 * @param reason why it did not ship; empty when it did
 */
public record OrderOutcome(
        String channelOrderId,
        String name,
        String outcome,
        String reason,
        List<String> trackingNumbers) {
    static final String UNFINISHED = "unfinished";

    public OrderOutcome {
        trackingNumbers = List.copyOf(trackingNumbers);
    }

    boolean isFinal() {
        return !outcome.equals(UNFINISHED);
    }

    boolean isShipped() {
        return outcome.equals("shipped") || outcome.equals("partly-shipped");
    }

    /** Whether something keeps the order from going on; from a list or a detail. */
    static boolean isHeld(JsonNode order) {
        return order.path("held").asBoolean(false) || !activeHolds(order).isEmpty();
    }

    /**
     * @param detail the order as the server shows it
     * @param obstacles what keeps parcels of it from being labelled
     */
    static OrderOutcome of(JsonNode detail, List<String> trackingNumbers, List<String> obstacles) {
        String status = detail.path("status").asText();
        List<String> holds = new ArrayList<>(activeHolds(detail));
        holds.addAll(obstacles);
        String reason = String.join("; ", holds);
        String outcome =
                switch (status) {
                    case "SHIPPED" -> "shipped";
                    case "PARTIALLY_SHIPPED" -> "partly-shipped";
                    case "CANCELLED" -> "cancelled";
                    case "NOTHING_TO_SHIP" -> "nothing-to-ship";
                    case "BACKORDERED" -> "held";
                    default -> holds.isEmpty() ? UNFINISHED : "held";
                };
        if (outcome.equals("held") && reason.isEmpty()) {
            reason = "not enough stock";
        }
        if (outcome.equals(UNFINISHED)) {
            reason = "the order stopped as " + status;
        }
        boolean shipped = outcome.equals("shipped");
        return new OrderOutcome(
                detail.path("channelOrderId").asText(),
                detail.path("name").asText(),
                outcome,
                shipped ? "" : reason,
                trackingNumbers);
    }

    private static List<String> activeHolds(JsonNode order) {
        List<String> active = new ArrayList<>();
        for (JsonNode hold : order.path("holds")) {
            if (hold.isTextual()) {
                active.add(hold.asText());
            } else if (hold.path("releasedAt").isNull()
                    || hold.path("releasedAt").isMissingNode()) {
                active.add(hold.path("type").asText() + ": " + hold.path("reason").asText());
            }
        }
        return active;
    }
}
