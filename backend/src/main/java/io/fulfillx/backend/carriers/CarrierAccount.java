package io.fulfillx.backend.carriers;

import java.net.URI;

/**
 * How to reach a carrier with a merchant's contract.
 *
 * @param baseUrl scheme, host and port without a path
 */
public record CarrierAccount(URI baseUrl, String apiKey) {

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "CarrierAccount[" + baseUrl + "]";
    }
}
