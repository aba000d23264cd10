package io.fulfillx.backend.channels;

import java.net.URI;

/**
 * How to reach one merchant's shop.
 *
 * @param baseUrl scheme, host and port without a path
 */
public record ShopConnection(URI baseUrl, String accessToken) {

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "ShopConnection[" + baseUrl + "]";
    }
}
