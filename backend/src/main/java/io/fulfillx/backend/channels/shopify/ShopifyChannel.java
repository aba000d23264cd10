package io.fulfillx.backend.channels.shopify;

import io.fulfillx.backend.channels.Channel;

import java.net.http.HttpClient;

/** Shopify, with everything it can do. */
public final class ShopifyChannel {
    public static final String KIND = "shopify";

    private ShopifyChannel() {}

    public static Channel over(HttpClient http) {
        ShopifyGraphql graphql = new ShopifyGraphql(http);
        return new Channel(
                KIND,
                "Shopify",
                new ShopifyOrders(),
                new ShopifySignature(),
                new ShopifyFulfillments(graphql),
                new ShopifyStock(graphql));
    }
}
