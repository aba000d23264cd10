package io.fulfillx.desktop.pick;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.station.PackLine;

import org.jspecify.annotations.Nullable;

/**
 * Units of one line to take from one location into one tote.
 *
 * @param order as shown, such as {@code #1001 (2/3)}
 * @param missing units given up as short
 */
public record PickTask(
        ParcelId parcelId,
        String order,
        @Nullable String tote,
        PackLine line,
        int picked,
        int missing) {
    public int left() {
        return Math.max(0, line.quantity().units() - picked - missing);
    }
}
