package io.fulfillx.backend.inventory.api;

import io.fulfillx.model.id.ItemId;

import java.util.List;

/** What came of binding an order's units to places and lots. */
public sealed interface PinOutcome {
    /** All of them are bound. */
    record Pinned(List<PickFrom> places) implements PinOutcome {
        public Pinned {
            places = List.copyOf(places);
        }
    }

    /**
     * Lots came too near their end since they were promised, and nothing else is there. Their
     * promise is given up; nothing is bound.
     */
    record Lacking(List<ItemId> items) implements PinOutcome {
        public Lacking {
            items = List.copyOf(items);
        }
    }
}
