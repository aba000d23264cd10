package io.fulfillx.backend.shipping;

import io.fulfillx.backend.carriers.Carrier;
import io.fulfillx.backend.carriers.CarrierAccount;
import io.fulfillx.backend.carriers.ShipmentSpec;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.model.address.Address;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The carriers this house has accounts with, and what they are told about a parcel. */
final class CarrierDesk {
    private final List<Carrier> carriers;
    private final ShippingConfig config;

    CarrierDesk(List<Carrier> carriers, ShippingConfig config) {
        this.carriers =
                carriers.stream()
                        .filter(carrier -> config.accounts().containsKey(carrier.code()))
                        .toList();
        this.config = config;
    }

    /** A carrier and our account with it. */
    record Contract(Carrier carrier, CarrierAccount account) {}

    List<Contract> all() {
        return carriers.stream().flatMap(carrier -> find(carrier.code()).stream()).toList();
    }

    Optional<Contract> find(String code) {
        CarrierAccount account = config.accounts().get(code);
        return account == null
                ? Optional.empty()
                : carriers.stream()
                        .filter(carrier -> carrier.code().equals(code))
                        .findFirst()
                        .map(carrier -> new Contract(carrier, account));
    }

    /**
     * @throws IllegalStateException when there is no account with the carrier any more
     */
    Contract get(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalStateException("no account with carrier " + code));
    }

    /** What the carrier is told; empty when the order has no address. */
    Optional<ShipmentSpec> spec(Parcel parcel, OrderForShipping order, String reference) {
        @Nullable Address to = order.shipTo();
        return to == null
                ? Optional.empty()
                : Optional.of(
                        new ShipmentSpec(
                                config.from(),
                                to,
                                parcel.shippedWeight(),
                                parcel.size(),
                                reference));
    }

    /** Where parcels start. */
    Address from() {
        return config.from();
    }

    /** How long numbers of stations are gathered before their carrier is told of them. */
    Duration gathering() {
        return config.gathering();
    }

    Duration deadline() {
        return config.deadline();
    }

    /** How long a parcel waits for the carrier before its station gets it without a label. */
    Duration patience() {
        return config.patience();
    }

    /** How long each carrier takes unused labels back, by its code. */
    Map<String, Duration> voidLimits() {
        return config.voidLimits();
    }

    Duration settle() {
        return config.settle();
    }
}
