package io.fulfillx.backend.inventory.api;

import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

/** Units of a line that are reserved at a location. */
public record PickFrom(LineStock at, String locationName, Quantity quantity) {
    public OrderLineId lineId() {
        return at.lineId();
    }

    public ItemId itemId() {
        return at.itemId();
    }

    public LocationId locationId() {
        return at.locationId();
    }
}
