package io.fulfillx.backend.fulfillment;

import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One parcel to be packed.
 *
 * @param carton null when the item ships in its own container
 * @param size what the carrier will measure, as far as we know it
 * @param expectedWeight carton and content, at least 1 g
 */
public record PlannedParcel(
        @Nullable Carton carton, Dimensions size, List<Content> contents, Weight expectedWeight) {
    public PlannedParcel {
        contents = List.copyOf(contents);
    }

    /** Units of one line in this parcel. */
    public record Content(String lineId, Quantity quantity) {}
}
