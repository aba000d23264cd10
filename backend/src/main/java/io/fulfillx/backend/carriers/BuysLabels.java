package io.fulfillx.backend.carriers;

import java.time.Duration;

/** A carrier that sells labels. */
public interface BuysLabels {

    /**
     * Buys one label. Never repeats the request by itself.
     *
     * @param service a service code of {@link CarrierRate}
     */
    BuyOutcome buy(CarrierAccount account, ShipmentSpec spec, String service, Duration deadline);
}
