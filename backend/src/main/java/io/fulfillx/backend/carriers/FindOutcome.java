package io.fulfillx.backend.carriers;

import java.util.List;

/** What the carrier knows under a reference. */
public sealed interface FindOutcome {

    /**
     * @param label the first live label bought with the reference
     * @param surplus live labels bought with it later; each was paid and should be voided
     */
    record Found(PurchasedLabel label, List<PurchasedLabel> surplus) implements FindOutcome {
        public Found {
            surplus = List.copyOf(surplus);
        }
    }

    /**
     * Nothing yet. A purchase that is still under way at the carrier can turn up later, so wait
     * longer than a purchase may take before believing it.
     */
    record NotFound() implements FindOutcome {}

    /** The question was not answered. */
    record Unavailable(String reason) implements FindOutcome {}
}
