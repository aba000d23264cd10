package io.fulfillx.backend.carriers;

import java.time.Duration;

/** A carrier that takes a label back. */
public interface VoidsLabels {
    VoidOutcome voidLabel(CarrierAccount account, String carrierShipmentId, Duration deadline);
}
