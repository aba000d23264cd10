package io.fulfillx.backend.orders.duplicates;

import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.quantity.Money;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What two orders are compared by. Hashes are keyed; null where the order does not say.
 *
 * @param units by SKU; a line without a SKU does not count
 * @param tags in lower case, as they are now
 */
record Fingerprint(
        OrderId orderId,
        ChannelId channelId,
        long number,
        Instant placedAt,
        Money total,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String payment,
        Map<String, Integer> units,
        Set<String> tags) {
    Fingerprint {
        units = Map.copyOf(units);
        tags = Set.copyOf(tags);
    }

    /** Whether this one was placed after the other; the number decides when both are equal. */
    boolean isNewerThan(Fingerprint other) {
        int time = placedAt.compareTo(other.placedAt);
        return time == 0 ? number > other.number : time > 0;
    }
}
