package io.fulfillx.backend.shipping;

import io.fulfillx.backend.carriers.CarrierAccount;
import io.fulfillx.model.address.Address;

import java.time.Duration;
import java.util.Map;

/**
 * How labels are bought.
 *
 * @param accounts by the carrier's code; a carrier without an account is not asked
 * @param from where parcels start
 * @param deadline how long one purchase may take
 * @param settle how long a purchase whose answer was lost may still turn up at the carrier; longer
 *     than the deadline
 */
public record ShippingConfig(
        Map<String, CarrierAccount> accounts, Address from, Duration deadline, Duration settle) {
    public ShippingConfig {
        accounts = Map.copyOf(accounts);
        if (settle.compareTo(deadline) <= 0) {
            throw new IllegalArgumentException("the settling time is longer than the deadline");
        }
    }
}
