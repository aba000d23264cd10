package io.fulfillx.backend.orders;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.channels.ChannelCatalog;
import io.fulfillx.backend.orders.ChannelStore.ConnectedChannel;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.OrgId;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Connects a shop; its secrets are sealed before they are stored and never given out. */
final class ConnectChannel {
    private final Transactions transactions;
    private final ChannelCatalog catalog;
    private final ChannelStore store;
    private final ChannelAccess access;
    private final Supplier<UUID> ids;

    ConnectChannel(
            Transactions transactions,
            ChannelCatalog catalog,
            ChannelStore store,
            ChannelAccess access,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.catalog = catalog;
        this.store = store;
        this.access = access;
        this.ids = ids;
    }

    /** What the shop's owner gives us. */
    record NewShop(
            String kind, String shopDomain, URI baseUrl, String accessToken, String webhookSecret) {
        /** Keeps the secrets out of logs. */
        @Override
        public String toString() {
            return "NewShop[" + shopDomain + "]";
        }
    }

    /** The path to give to the shop as the address of its webhooks. */
    record Connected(ChannelId channelId, String webhookPath) {}

    /**
     * @throws Fault INVALID for a kind we do not speak, CONFLICT when the shop is connected
     */
    Connected connect(OrgId org, NewShop shop) {
        if (catalog.find(shop.kind()).isEmpty()) {
            throw Fault.invalid("/kind", "There is no channel of that kind.");
        }
        ChannelId id = new ChannelId(ids.get());
        ConnectedChannel channel =
                new ConnectedChannel(
                        id,
                        shop.kind(),
                        shop.shopDomain(),
                        shop.baseUrl().toString(),
                        access.sealToken(id, shop.accessToken()),
                        access.sealSecret(id, shop.webhookSecret()));
        boolean made = transactions.inOrg(org, tx -> store.insert(tx, channel));
        if (!made) {
            throw new Fault(Fault.Code.CONFLICT, "This shop is connected already.", "/shopDomain");
        }
        return new Connected(id, webhookPath(org, shop.kind(), id));
    }

    /**
     * A connected shop, without its secrets.
     *
     * @param webhookPath null when nobody calls: orders of the API
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shop(
            ChannelId channelId, String kind, String shopDomain, @Nullable String webhookPath) {}

    List<Shop> shops(OrgId org) {
        return transactions.inOrg(org, store::all).stream()
                .map(
                        found ->
                                new Shop(
                                        found.channelId(),
                                        found.kind(),
                                        found.shopDomain(),
                                        found.kind().equals(ApiChannel.KIND)
                                                ? null
                                                : webhookPath(
                                                        org, found.kind(), found.channelId())))
                .toList();
    }

    private static String webhookPath(OrgId org, String kind, ChannelId id) {
        return "/webhooks/" + kind + "/" + org + "/" + id;
    }
}
