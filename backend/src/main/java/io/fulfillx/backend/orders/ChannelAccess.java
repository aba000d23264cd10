package io.fulfillx.backend.orders;

import io.fulfillx.backend.channels.Channel;
import io.fulfillx.backend.channels.ChannelCatalog;
import io.fulfillx.backend.channels.ShopConnection;
import io.fulfillx.backend.orders.ChannelStore.ConnectedChannel;
import io.fulfillx.backend.platform.crypto.Sealer;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ChannelId;

import java.net.URI;
import java.util.Optional;

/** Brings a connected shop together with the program that speaks to its kind. */
final class ChannelAccess {
    private final ChannelCatalog catalog;
    private final ChannelStore store;
    private final Sealer sealer;

    ChannelAccess(ChannelCatalog catalog, ChannelStore store, Sealer sealer) {
        this.catalog = catalog;
        this.store = store;
        this.sealer = sealer;
    }

    /** A shop of this organisation, ready to be spoken to. */
    record Shop(ConnectedChannel channel, Channel kind) {}

    Optional<Shop> find(Tx tx, ChannelId id) {
        return store.find(tx, id)
                .flatMap(
                        channel ->
                                catalog.find(channel.kind()).map(kind -> new Shop(channel, kind)));
    }

    ShopConnection connection(Shop shop) {
        ConnectedChannel channel = shop.channel();
        return new ShopConnection(
                URI.create(channel.baseUrl()),
                sealer.open(channel.accessToken(), tokenPlace(channel.channelId())));
    }

    String webhookSecret(Shop shop) {
        ConnectedChannel channel = shop.channel();
        return sealer.open(channel.webhookSecret(), secretPlace(channel.channelId()));
    }

    byte[] sealToken(ChannelId id, String token) {
        return sealer.seal(token, tokenPlace(id));
    }

    byte[] sealSecret(ChannelId id, String secret) {
        return sealer.seal(secret, secretPlace(id));
    }

    private static String tokenPlace(ChannelId id) {
        return "channel/" + id + "/access-token";
    }

    private static String secretPlace(ChannelId id) {
        return "channel/" + id + "/webhook-secret";
    }
}
