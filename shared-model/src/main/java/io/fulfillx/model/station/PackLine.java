package io.fulfillx.model.station;

import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;

import java.util.List;

/**
 * What of one order line goes into one parcel.
 *
 * @param barcodes everything that may be scanned for one unit; the SKU itself counts too
 * @param location the name of the location to pick from, in walking order
 */
public record PackLine(
        OrderLineId lineId,
        Sku sku,
        String title,
        List<String> barcodes,
        Quantity quantity,
        Weight unitWeight,
        String location) {
    public PackLine {
        barcodes = List.copyOf(barcodes);
    }
}
