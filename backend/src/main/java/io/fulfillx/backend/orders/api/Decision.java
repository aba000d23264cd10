package io.fulfillx.backend.orders.api;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What the rules decided about an order.
 *
 * @param service null leaves it to rate shopping
 * @param carton code of a carton; null leaves it to cartonization
 * @param tags added to those of the channel
 */
public record Decision(
        @Nullable String service, @Nullable String carton, List<String> tags, List<Hold> holds) {
    public Decision {
        tags = List.copyOf(tags);
        holds = List.copyOf(holds);
    }

    /** A hold to place. */
    public record Hold(HoldType type, String reason) {}
}
