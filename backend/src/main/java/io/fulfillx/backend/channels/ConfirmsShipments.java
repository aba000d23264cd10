package io.fulfillx.backend.channels;

import java.time.Duration;

/** A channel that wants to hear the tracking number. */
public interface ConfirmsShipments {

    /**
     * Tells the channel that a parcel left. Safe to repeat: a tracking number the channel already
     * has is not sent again.
     *
     * @param deadline the most time the whole conversation may take
     */
    ConfirmOutcome confirm(
            ShopConnection shop, ShipmentConfirmation confirmation, Duration deadline);
}
