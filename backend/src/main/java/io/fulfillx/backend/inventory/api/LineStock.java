package io.fulfillx.backend.inventory.api;

import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderLineId;

/**
 * Units that are promised to a line, by where they lie.
 *
 * @param itemId the line's item, or a component of the kit that the line asks for
 * @param lot empty for units that are in no lot
 */
public record LineStock(OrderLineId lineId, ItemId itemId, LocationId locationId, String lot) {
    /** The same line's units at another place or of another lot. */
    public LineStock at(LocationId location, String otherLot) {
        return new LineStock(lineId, itemId, location, otherLot);
    }
}
