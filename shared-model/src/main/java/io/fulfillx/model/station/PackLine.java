package io.fulfillx.model.station;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What of one order line goes into one parcel, from one place.
 *
 * @param lineId names it in the station's commands: the order line, or a part of it when the line
 *     comes from several places or is a kit that is packed by its components
 * @param barcodes everything that may be scanned for one unit; the SKU itself counts too
 * @param location the name of the location to pick from, in walking order
 * @param lot the lot to take; null when any unit will do
 * @param kit what the buyer ordered, when this is a component of it; null when it is the item
 * @param packs what may be scanned for several units at once; left out when there is nothing, as a
 *     server of an earlier release does
 */
public record PackLine(
        OrderLineId lineId,
        Sku sku,
        String title,
        List<String> barcodes,
        Quantity quantity,
        Weight unitWeight,
        String location,
        @Nullable String lot,
        @Nullable String kit,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<PackCode> packs) {
    public PackLine {
        barcodes = List.copyOf(barcodes);
        packs = packs == null ? List.of() : List.copyOf(packs);
    }

    /** Never null. */
    @Override
    public List<PackCode> packs() {
        return packs == null ? List.of() : packs;
    }

    /** An item that was ordered as it is, in no lot. */
    public PackLine(
            OrderLineId lineId,
            Sku sku,
            String title,
            List<String> barcodes,
            Quantity quantity,
            Weight unitWeight,
            String location) {
        this(lineId, sku, title, barcodes, quantity, unitWeight, location, null, null, List.of());
    }
}
