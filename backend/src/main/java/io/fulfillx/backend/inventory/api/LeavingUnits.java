package io.fulfillx.backend.inventory.api;

import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.util.List;

/**
 * Units that leave in a parcel.
 *
 * @param partId of the parcel; two of them may leave from one tote
 * @param serials numbers of the units, as far as they are known
 */
public record LeavingUnits(
        OrderLineId partId, LineStock at, Quantity quantity, List<String> serials) {
    public LeavingUnits {
        serials = List.copyOf(serials);
    }
}
