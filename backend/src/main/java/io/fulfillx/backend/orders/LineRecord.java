package io.fulfillx.backend.orders;

import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

/**
 * A line as it is kept.
 *
 * @param itemId null while the catalog does not know the SKU
 * @param unitWeight the channel's
 * @param priceMinor of one unit, in the order's currency
 * @param soldIn the order that it was sold in, when it was merged into this one
 */
record LineRecord(
        OrderLineId lineId,
        String channelLineId,
        @Nullable Sku sku,
        String title,
        @Nullable ItemId itemId,
        Quantity ordered,
        Quantity toShip,
        Quantity shipped,
        Weight unitWeight,
        long priceMinor,
        boolean requiresShipping,
        @Nullable OrderId soldIn) {
    /** The same line, now known to be of that item. */
    LineRecord of(ItemId item) {
        return new LineRecord(
                lineId,
                channelLineId,
                sku,
                title,
                item,
                ordered,
                toShip,
                shipped,
                unitWeight,
                priceMinor,
                requiresShipping,
                soldIn);
    }
}
