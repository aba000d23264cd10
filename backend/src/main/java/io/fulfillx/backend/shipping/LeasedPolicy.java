package io.fulfillx.backend.shipping;

import io.fulfillx.backend.shipping.api.LeasedNumbers;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.label.NumberSeries.Kind;

import java.util.Optional;

/**
 * Which service a parcel goes by when its station makes the number: the first of the agreement that
 * keeps the promise. Unlike with rates a slower one is no way out: the parcel waits for its label.
 * Pure.
 */
final class LeasedPolicy {
    private static final String US = "US";

    private LeasedPolicy() {}

    /** Empty when none may be used. */
    static Optional<LeasedNumbers.Service> choose(
            LeasedNumbers numbers, ShippingPromise promise, Address from, Address to) {
        if (!from.countryCode().equals(to.countryCode()) || !isPrintable(numbers.kind(), to)) {
            return Optional.empty();
        }
        return numbers.services().stream().filter(service -> keeps(service, promise)).findFirst();
    }

    /** The number of a US post parcel is printed behind its ZIP code. */
    private static boolean isPrintable(Kind kind, Address to) {
        String code = to.postalCode();
        return kind != Kind.USPS_IMPB
                || to.countryCode().equals(US)
                        && code != null
                        && code.matches("[0-9]{5}(-?[0-9]{4})?");
    }

    private static boolean keeps(LeasedNumbers.Service service, ShippingPromise promise) {
        Integer days = promise.maxTransitDays();
        String asked = promise.service();
        return (asked == null || asked.equals(service.service()))
                && (days == null || service.transitDays() <= days)
                && (!promise.poBox() || service.poBox());
    }
}
