package io.fulfillx.backend.channels;

import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;

/** How many units of an item a channel is to show as available. */
public record StockFigure(Sku sku, Quantity units) {}
