package io.fulfillx.backend.fulfillment;

import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

/**
 * Units of one line that want a carton.
 *
 * @param lineId the caller's name of the line
 * @param unitSize null when nobody measured the item; it then counts by weight alone
 */
public record CartonLine(
        String lineId, @Nullable Dimensions unitSize, Weight unitWeight, Quantity quantity) {
    CartonLine some(Quantity units) {
        return new CartonLine(lineId, unitSize, unitWeight, units);
    }
}
