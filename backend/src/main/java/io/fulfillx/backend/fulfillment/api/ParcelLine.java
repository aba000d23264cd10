package io.fulfillx.backend.fulfillment.api;

import io.fulfillx.backend.inventory.api.LineStock;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

/**
 * A part of a parcel: units of one item for one order line, from one place and lot.
 *
 * @param partId what stations call it; the line's own id for the part that the line begins with
 * @param stock where they are promised
 * @param location the place's name
 * @param planned what the wave asked for
 * @param picked confirmed into the tote
 * @param missing found short or damaged, and written off
 */
public record ParcelLine(
        OrderLineId partId,
        LineStock stock,
        String location,
        Quantity planned,
        Quantity picked,
        Quantity missing) {
    public OrderLineId lineId() {
        return stock.lineId();
    }

    public ItemId itemId() {
        return stock.itemId();
    }

    public LocationId locationId() {
        return stock.locationId();
    }

    /** The same part when so many more units lie in the tote. */
    public ParcelLine picking(Quantity units) {
        return new ParcelLine(partId, stock, location, planned, picked.plus(units), missing);
    }

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
