package io.fulfillx.scanner.tracking;

import java.util.Optional;

/**
 * What a bar code of a carrier says.
 *
 * @param service what was bought, where the number tells; in English, or the carrier's code
 * @param number as the carrier writes it: no spaces, no routing in front
 * @param checked whether a check digit was there, and fits; a number without one is only of the
 *     right form
 * @param destination postal code of the addressee, with the country's number in front where given
 */
public record CarrierNumber(
        Carrier carrier,
        Kind kind,
        Optional<String> service,
        String number,
        boolean checked,
        Optional<String> destination) {
    /** What the number names. */
    public enum Kind {
        /** One parcel. */
        PARCEL,
        /** A shipping unit of the sender, by its SSCC. */
        SHIPPING_UNIT,
        /** Only where it goes: the second bar code of many labels. */
        ROUTING
    }

    static CarrierNumber checked(Carrier carrier, String number) {
        return new CarrierNumber(
                carrier, Kind.PARCEL, Optional.empty(), number, true, Optional.empty());
    }

    static CarrierNumber unchecked(Carrier carrier, String number) {
        return new CarrierNumber(
                carrier, Kind.PARCEL, Optional.empty(), number, false, Optional.empty());
    }

    CarrierNumber by(Optional<String> boughtService) {
        return new CarrierNumber(carrier, kind, boughtService, number, checked, destination);
    }

    CarrierNumber by(String boughtService) {
        return by(Optional.of(boughtService));
    }

    CarrierNumber of(Kind other) {
        return new CarrierNumber(carrier, other, service, number, checked, destination);
    }

    CarrierNumber to(Optional<String> postalCode) {
        return new CarrierNumber(carrier, kind, service, number, checked, postalCode);
    }
}
