package io.fulfillx.backend.carriers;

import java.time.Duration;

/** A carrier that finds a label by the reference it was bought with. */
public interface FindsLabels {
    FindOutcome find(CarrierAccount account, String reference, Duration deadline);
}
