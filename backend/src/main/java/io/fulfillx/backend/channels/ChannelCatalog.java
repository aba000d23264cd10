package io.fulfillx.backend.channels;

import io.fulfillx.backend.channels.shopify.ShopifyChannel;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;

/** Every kind of channel, one line each. */
public final class ChannelCatalog {
    private final List<Channel> channels;

    /** Over an HTTP client that speaks HTTP/1.1 and has a connect timeout. */
    public ChannelCatalog(HttpClient http) {
        channels = List.of(ShopifyChannel.over(http));
    }

    public Optional<Channel> find(String kind) {
        return channels.stream().filter(channel -> channel.kind().equals(kind)).findFirst();
    }

    public List<Channel> all() {
        return channels;
    }
}
