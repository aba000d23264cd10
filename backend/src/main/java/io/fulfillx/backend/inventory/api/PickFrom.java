package io.fulfillx.backend.inventory.api;

import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

/** Units of a line that are reserved at a location. */
public record PickFrom(
        OrderLineId lineId, LocationId locationId, String locationName, Quantity quantity) {}
