package io.fulfillx.backend.inventory.api;

import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.quantity.Quantity;

import java.util.List;

/**
 * Reserved units that are not there, or not fit to be sent.
 *
 * @param serials numbers of the units, as far as they are known
 * @param key unique per finding, such as the station's command id; a repeat changes nothing
 */
public record MissingUnits(
        OrderId orderId,
        LineStock at,
        Quantity quantity,
        List<String> serials,
        Cause cause,
        String key) {
    public MissingUnits {
        serials = List.copyOf(serials);
    }

    /** Why they cannot be sent. */
    public enum Cause {
        SHORT,
        DAMAGED
    }
}
