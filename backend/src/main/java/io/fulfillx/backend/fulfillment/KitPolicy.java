package io.fulfillx.backend.fulfillment;

import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.quantity.Quantity;

import java.util.Map;

/** How many kits are complete. Pure. */
final class KitPolicy {
    private KitPolicy() {}

    /**
     * @param units of each component in one kit
     * @param sent units of each component
     */
    static int complete(Map<ItemId, Integer> units, Map<ItemId, Integer> sent) {
        return units.entrySet().stream()
                .mapToInt(part -> sent.getOrDefault(part.getKey(), 0) / part.getValue())
                .min()
                .orElse(0);
    }

    /** Kits that are complete only with what is sent now. */
    static Quantity completed(
            Map<ItemId, Integer> units, Map<ItemId, Integer> before, Map<ItemId, Integer> after) {
        return new Quantity(complete(units, after) - complete(units, before));
    }
}
