package io.fulfillx.backend.carriers;

import io.fulfillx.model.label.TrackingNumber;

import java.util.List;

/** What a carrier says to a manifest. */
public sealed interface ManifestOutcome {
    /** All of it is taken, but for these. */
    record Taken(List<Refusal> refusals) implements ManifestOutcome {
        public Taken {
            refusals = List.copyOf(refusals);
        }
    }

    /** A parcel that the carrier will not take under its number. */
    record Refusal(TrackingNumber number, String reason) {}

    /** Nothing of it is taken, and sending it again is pointless. */
    record Declined(String reason) implements ManifestOutcome {}

    /** Perhaps taken. Send the same again. */
    record Unknown(String reason) implements ManifestOutcome {}
}
