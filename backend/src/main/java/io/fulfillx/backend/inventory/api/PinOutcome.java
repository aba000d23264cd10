package io.fulfillx.backend.inventory.api;

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
     *
     * @param over what is not promised any more
     */
    record Lacking(List<LineUnits> over) implements PinOutcome {
        public Lacking {
            over = List.copyOf(over);
        }
    }
}
