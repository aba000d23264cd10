package io.fulfillx.backend.orders.search;

import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.quantity.Money;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What followers of changed orders are told.
 *
 * @param phone the buyer's, where it is another than the address'
 * @param payment what the channel says of the card or account that paid
 * @param notes the buyer's and ours
 */
public record OrderFacts(
        OrderId orderId,
        ChannelId channelId,
        long number,
        String name,
        Instant placedAt,
        Money total,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String payment,
        @Nullable Address shipTo,
        List<Line> lines,
        List<String> tags,
        List<String> notes,
        List<String> tracking) {
    public OrderFacts {
        lines = List.copyOf(lines);
        tags = List.copyOf(tags);
        notes = List.copyOf(notes);
        tracking = List.copyOf(tracking);
    }

    /** A line. */
    public record Line(@Nullable String sku, int units) {}
}
