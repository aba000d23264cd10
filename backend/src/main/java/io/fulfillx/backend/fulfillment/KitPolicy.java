package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.SiblingStore.Left;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.quantity.Quantity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many kits of a line are complete, and what their components left in. Pure. */
final class KitPolicy {
    private KitPolicy() {}

    /**
     * @param one units of each component in one kit
     * @param sent units of each component
     */
    static int complete(Map<ItemId, Integer> one, Map<ItemId, Integer> sent) {
        return one.entrySet().stream()
                .mapToInt(part -> sent.getOrDefault(part.getKey(), 0) / part.getValue())
                .min()
                .orElse(0);
    }

    /** Kits that are complete only with what is sent now. */
    static Quantity completed(
            Map<ItemId, Integer> one, Map<ItemId, Integer> before, Map<ItemId, Integer> after) {
        return new Quantity(complete(one, after) - complete(one, before));
    }

    /**
     * The parcels that hold components of kits that are complete only now, when what left first is
     * counted to the kits that were complete first.
     *
     * @param left before, the last parcel first
     */
    static Set<ParcelId> together(
            Map<ItemId, Integer> one,
            Map<ItemId, Integer> before,
            Map<ItemId, Integer> after,
            List<Left> left) {
        int from = complete(one, before);
        int to = complete(one, after);
        Set<ParcelId> parcels = new LinkedHashSet<>();
        for (Map.Entry<ItemId, Integer> part : one.entrySet()) {
            int end = before.getOrDefault(part.getKey(), 0);
            for (Left each : left) {
                if (each.item().equals(part.getKey())) {
                    int begin = end - each.units();
                    if (begin < to * part.getValue() && end > from * part.getValue()) {
                        parcels.add(each.parcel());
                    }
                    end = begin;
                }
            }
        }
        return parcels;
    }
}
