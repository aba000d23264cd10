package io.fulfillx.backend.fulfillment.api;

import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

/**
 * Units of one order line that go from one location into one parcel.
 *
 * @param planned what the wave asked for
 * @param picked confirmed into the tote
 * @param missing found short or damaged, and written off
 */
public record ParcelLine(
        OrderLineId lineId,
        LocationId locationId,
        String location,
        Quantity planned,
        Quantity picked,
        Quantity missing) {
    /** What the parcel can still hold of it. */
    public Quantity toShip() {
        return planned.minus(missing);
    }

    /** What still has to be confirmed. */
    public Quantity toPick() {
        int left = planned.units() - missing.units() - picked.units();
        return new Quantity(Math.max(0, left));
    }
}
