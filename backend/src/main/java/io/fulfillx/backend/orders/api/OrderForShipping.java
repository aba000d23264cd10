package io.fulfillx.backend.orders.api;

import io.fulfillx.backend.catalog.api.ParcelNeeds;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Money;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * All that packing, rating and labelling need to know of an order.
 *
 * @param name what the shop calls it, such as {@code #1001}
 * @param number ours, unique in the organisation; the body of its OrderCode
 * @param channel kind of channel it came from, such as {@code shopify}
 * @param poBox whether the address is a post office box or a military post
 * @param shipTo null when the channel gave no address
 * @param requestedService the delivery the buyer chose, in the channel's words
 * @param chosenService set by a rule
 * @param chosenCarton code of the carton set by a rule
 */
public record OrderForShipping(
        OrderId orderId,
        String name,
        String number,
        OrderStatus status,
        String channel,
        @Nullable Address shipTo,
        boolean poBox,
        @Nullable String email,
        Money total,
        Instant placedAt,
        @Nullable String requestedService,
        @Nullable String chosenService,
        @Nullable String chosenCarton,
        List<String> tags,
        @Nullable String note,
        List<Line> lines,
        List<ActiveHold> activeHolds) {
    public OrderForShipping {
        tags = List.copyOf(tags);
        lines = List.copyOf(lines);
        activeHolds = List.copyOf(activeHolds);
    }

    /**
     * A line.
     *
     * @param itemId null while the catalog does not know the SKU
     * @param quantityToShip in total; what is left is this less {@code quantityShipped}
     * @param unitWeight the catalog's, or the channel's when nobody weighed it; may be zero
     * @param size of one unit; null when nobody measured it
     * @param needs what it asks of its parcel
     */
    public record Line(
            OrderLineId lineId,
            @Nullable ItemId itemId,
            @Nullable Sku sku,
            String title,
            Quantity quantityToShip,
            Quantity quantityShipped,
            Money unitPrice,
            Weight unitWeight,
            @Nullable Dimensions size,
            ParcelNeeds needs) {
        public Quantity quantityLeft() {
            return quantityToShip.minus(quantityShipped);
        }
    }
}
