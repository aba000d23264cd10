package io.fulfillx.backend.channels;

import io.fulfillx.model.address.Address;
import io.fulfillx.model.quantity.Money;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * An order as a channel tells it, in our words. Texts are free of control characters.
 *
 * @param channelOrderId the channel's id, as text, exact
 * @param name what people call it, such as {@code #1001}
 * @param shipTo null when the channel gave no address; a missing part of it is an empty text
 * @param cancelledAt when the buyer or the merchant cancelled it on the channel
 * @param test placed by a developer; no money moved
 * @param total in the currency {@code XXX} (none) when the channel did not say or not readably
 * @param unreadable values that were there but made no sense; each is a reason to look first
 * @param paymentMethod tells the card or account from others, as far as the channel says; kept only
 *     as a keyed hash
 * @param requestedService the delivery the buyer chose, in the channel's words
 */
public record ChannelOrder(
        String channelOrderId,
        String name,
        Instant placedAt,
        Money total,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Address shipTo,
        @Nullable String note,
        List<String> tags,
        PaymentState paymentState,
        @Nullable String paymentMethod,
        @Nullable Instant cancelledAt,
        boolean test,
        @Nullable String requestedService,
        List<ChannelLine> lines,
        List<IntakeProblem.Unreadable> unreadable) {
    public ChannelOrder {
        tags = List.copyOf(tags);
        lines = List.copyOf(lines);
        unreadable = List.copyOf(unreadable);
    }

    /** How many units are still to be shipped by us. */
    public long unitsToShip() {
        return lines.stream().mapToLong(line -> line.toShip().units()).sum();
    }
}
