package io.fulfillx.backend.fulfillment;

import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Weight;

/**
 * What may leave as one parcel.
 *
 * @param maxWeight the carrier's limit, carton included
 * @param maxSideMm the carrier's longest side
 * @param fillPercent how much of a carton's volume items can fill; the rest is air and padding
 * @param unknownSize the parcel size assumed when the item and the carton say nothing
 */
public record ParcelLimits(
        Weight maxWeight, int maxSideMm, int fillPercent, Dimensions unknownSize) {

    public ParcelLimits {
        if (fillPercent < 1 || fillPercent > 100) {
            throw new IllegalArgumentException("a fill is 1 to 100 percent");
        }
    }

    /** 30 kg, 2.7 m (108 in), 80 percent full. */
    public static ParcelLimits ordinary() {
        return new ParcelLimits(new Weight(30_000), 2_743, 80, new Dimensions(200, 150, 100));
    }
}
