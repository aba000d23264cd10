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
 * @param patience how long a parcel waits for the carrier before its station gets it without a
 *     label
 * @param voidLimits how long each carrier takes unused labels back, by its code
 * @param gathering how long numbers of stations are gathered before their carrier is told of them
 */
public record ShippingConfig(
        Map<String, CarrierAccount> accounts,
        Address from,
        Duration deadline,
        Duration settle,
        Duration patience,
        Map<String, Duration> voidLimits,
        Duration gathering) {
    public ShippingConfig {
        accounts = Map.copyOf(accounts);
        voidLimits = Map.copyOf(voidLimits);
        if (settle.compareTo(deadline) <= 0) {
            throw new IllegalArgumentException("the settling time is longer than the deadline");
        }
    }
}
