package io.fulfillx.backend.inventory.api;

import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

/**
 * Reserved units that are not there, or not fit to be sent.
 *
 * @param key unique per finding, such as the station's command id; a repeat changes nothing
 */
public record MissingUnits(
        OrderId orderId,
        OrderLineId lineId,
        LocationId locationId,
        Quantity quantity,
        Cause cause,
        String key) {
    /** Why they cannot be sent. */
    public enum Cause {
        SHORT,
        DAMAGED
    }
}
