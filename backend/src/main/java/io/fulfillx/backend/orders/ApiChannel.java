package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.ChannelStore.ConnectedChannel;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.OrgId;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * The channel of orders that come over the API, one for each organization, made when it is first
 * needed. Nobody is behind it who could be told a tracking number or send a webhook.
 */
final class ApiChannel {
    static final String KIND = "api";

    private final Transactions transactions;
    private final ChannelStore store;
    private final Supplier<UUID> ids;

    /** A channel is never removed, so one that was committed is known for good. */
    private final ConcurrentMap<OrgId, ChannelId> known = new ConcurrentHashMap<>();

    ApiChannel(Transactions transactions, ChannelStore store, Supplier<UUID> ids) {
        this.transactions = transactions;
        this.store = store;
        this.ids = ids;
    }

    /** Call it outside of any transaction: what it makes is committed when it returns. */
    ChannelId of(OrgId org) {
        ChannelId channel = known.get(org);
        if (channel == null) {
            channel = transactions.inOrg(org, this::ensure);
            known.put(org, channel);
        }
        return channel;
    }

    private ChannelId ensure(Tx tx) {
        return store.findShopless(tx, KIND)
                .orElseGet(
                        () -> {
                            byte[] none = new byte[0];
                            ChannelId made = new ChannelId(ids.get());
                            boolean inserted =
                                    store.insert(
                                            tx,
                                            new ConnectedChannel(made, KIND, "", "", none, none));
                            return inserted ? made : store.findShopless(tx, KIND).orElseThrow();
                        });
    }

    /** For those who are in a transaction already. */
    ChannelId in(Tx tx) {
        return ensure(tx);
    }

    /**
     * @throws Fault NOT_FOUND
     */
    ChannelId existing(Tx tx, ChannelId channel) {
        return store.find(tx, channel)
                .map(ConnectedChannel::channelId)
                .orElseThrow(() -> Fault.notFound("channel"));
    }
}
