package io.fulfillx.backend.catalog.api;

import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

/**
 * Something that is sold and stocked.
 *
 * @param weight of one unit; zero when nobody has weighed it
 * @param size of one unit; null when nobody has measured it
 * @param needs what it asks of its parcel
 */
public record Item(
        ItemId itemId,
        Sku sku,
        String title,
        Weight weight,
        @Nullable Dimensions size,
        ParcelNeeds needs) {}
