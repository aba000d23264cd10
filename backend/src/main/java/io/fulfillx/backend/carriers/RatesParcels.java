package io.fulfillx.backend.carriers;

import java.time.Duration;

/** A carrier that quotes prices. Free of effects: may be repeated and hedged. */
public interface RatesParcels {
    RateOutcome rates(CarrierAccount account, ShipmentSpec spec, Duration deadline);
}
