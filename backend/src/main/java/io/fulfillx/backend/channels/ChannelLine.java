package io.fulfillx.backend.channels;

import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Money;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

/**
 * One line of a channel's order.
 *
 * @param sku null when the channel has none, or none that can be a SKU
 * @param ordered what the buyer ordered first
 * @param toShip what is still to be shipped by us: edits, refunds and earlier fulfillments are
 *     taken off; zero for everything that is not a physical good
 * @param unitWeight as the channel knows it; zero when it does not
 */
public record ChannelLine(
        String channelLineId,
        @Nullable Sku sku,
        String title,
        Quantity ordered,
        Quantity toShip,
        boolean requiresShipping,
        Weight unitWeight,
        Money unitPrice) {}
