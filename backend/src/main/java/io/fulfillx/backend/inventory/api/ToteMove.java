package io.fulfillx.backend.inventory.api;

import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.quantity.Quantity;

import java.util.List;

/**
 * Units between a bin and a tote.
 *
 * @param at the units by their bin
 * @param serials numbers of the units that are known; of the others those that lay there longest
 * @param key unique per act; a repeat changes nothing
 */
public record ToteMove(
        LineStock at, LocationId tote, Quantity quantity, List<String> serials, String key) {
    public ToteMove {
        serials = List.copyOf(serials);
    }
}
