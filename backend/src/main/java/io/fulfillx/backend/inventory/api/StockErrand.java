package io.fulfillx.backend.inventory.api;

import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a channel is to be told now, by whoever holds the lease.
 *
 * @param lease another sender has taken over when it is not the newest
 * @param place the shop's id of the location, empty when it has only one
 * @param attempt how often the channel failed as a whole before, and one more
 */
public record StockErrand(
        UUID channelId, long lease, Optional<String> place, int attempt, List<News> news) {
    public StockErrand {
        news = List.copyOf(news);
    }

    /**
     * The newest figure of an item.
     *
     * @param attempt how often just this figure failed before, and one more
     */
    public record News(ItemId itemId, Sku sku, Quantity shown, long version, int attempt) {}
}
