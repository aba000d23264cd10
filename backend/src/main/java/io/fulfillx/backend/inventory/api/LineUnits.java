package io.fulfillx.backend.inventory.api;

import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

/** Units of an item for a line, wherever they lie. */
public record LineUnits(OrderLineId lineId, ItemId itemId, Quantity quantity) {}
