package io.fulfillx.printing.symbol;

import io.fulfillx.model.label.TrackingNumber;

import java.util.Set;

/**
 * What a label must carry in its symbols: tracking numbers, SSCCs, routing codes. No promise at all
 * is an empty set, and every label keeps it.
 *
 * @param payloads as people write them, without symbology or application identifiers
 */
public record Promise(Set<String> payloads) {
    public Promise {
        if (payloads.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a promised payload is not blank");
        }
        payloads = Set.copyOf(payloads);
    }

    /** The number of one parcel. */
    public static Promise of(TrackingNumber number) {
        return new Promise(Set.of(number.value()));
    }
}
