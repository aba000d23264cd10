package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.quantity.Money;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * An order as it is kept, without its lines.
 *
 * @param number ours, unique in the organisation
 * @param payment the channel's word for the state of the money
 * @param decidedAt when the rules had their say
 * @param mergedInto the order that its lines went into
 */
record OrderRecord(
        OrderId orderId,
        ChannelId channelId,
        String channelOrderId,
        String name,
        long number,
        OrderStatus status,
        Instant placedAt,
        Instant receivedAt,
        Money total,
        @Nullable String email,
        String payment,
        @Nullable Address shipTo,
        @Nullable String requestedService,
        @Nullable String chosenService,
        @Nullable String chosenCarton,
        @Nullable String note,
        List<String> tags,
        @Nullable Instant decidedAt,
        @Nullable OrderId mergedInto) {
    OrderRecord {
        tags = List.copyOf(tags);
    }
}
