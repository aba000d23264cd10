package io.fulfillx.backend.carriers;

import java.time.Duration;

/** A carrier that is told of parcels under numbers that it did not give out itself. */
public interface ClosesManifests {
    /** The same manifest may be sent again: its id makes it the same one. */
    ManifestOutcome close(CarrierAccount account, CarrierManifest manifest, Duration deadline);
}
