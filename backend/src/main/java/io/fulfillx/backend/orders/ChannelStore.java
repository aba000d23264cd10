package io.fulfillx.backend.orders;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ChannelId;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

final class ChannelStore {
    private static final String INSERT =
            """
            insert into channel (org_id, channel_id, kind, shop_domain, base_url, access_token,
              webhook_secret)
            values (:org, :id, :kind, :domain, :url, :token, :secret)
            on conflict (org_id, shop_domain) do nothing
            """;
    private static final String FIND =
            """
            select channel_id, kind, shop_domain, base_url, access_token, webhook_secret
            from channel where org_id = :org and channel_id = :id
            """;
    private static final String ALL =
            """
            select channel_id, kind, shop_domain, base_url, access_token, webhook_secret
            from channel where org_id = :org order by shop_domain
            """;
    private static final String KINDS = "select channel_id, kind from channel where org_id = :org";
    private static final String BY_SHOP =
            """
            select channel_id from channel
            where org_id = :org and kind = :kind and shop_domain = ''
            """;
    private static final String REMEMBER =
            """
            insert into webhook_delivery (org_id, channel_id, webhook_id, topic)
            select :org, d.channel, d.id, d.topic
            from jsonb_to_recordset(cast(:deliveries as jsonb)) as d(channel uuid, id text,
              topic text)
            order by d.channel, d.id
            on conflict do nothing returning channel_id, webhook_id
            """;

    /** A connected shop; both secrets are sealed. */
    record ConnectedChannel(
            ChannelId channelId,
            String kind,
            String shopDomain,
            String baseUrl,
            byte[] accessToken,
            byte[] webhookSecret) {}

    /** False when the shop is connected already. */
    boolean insert(Tx tx, ConnectedChannel channel) {
        return tx.sql(INSERT)
                        .with("id", channel.channelId().value())
                        .with("kind", channel.kind())
                        .with("domain", channel.shopDomain())
                        .with("url", channel.baseUrl())
                        .with("token", channel.accessToken())
                        .with("secret", channel.webhookSecret())
                        .run()
                == 1;
    }

    Optional<ConnectedChannel> find(Tx tx, ChannelId id) {
        return tx.sql(FIND).with("id", id.value()).find(ChannelStore::channel);
    }

    /** What kind each channel is of. */
    Map<ChannelId, String> kinds(Tx tx) {
        Map<ChannelId, String> kinds = new HashMap<>();
        tx.sql(KINDS)
                .list(row -> kinds.put(new ChannelId(row.uuid("channel_id")), row.text("kind")));
        return kinds;
    }

    /** The channel of a kind that has no shop. */
    Optional<ChannelId> findShopless(Tx tx, String kind) {
        return tx.sql(BY_SHOP)
                .with("kind", kind)
                .find(row -> new ChannelId(row.uuid("channel_id")));
    }

    List<ConnectedChannel> all(Tx tx) {
        return tx.sql(ALL).list(ChannelStore::channel);
    }

    private static ConnectedChannel channel(Row row) {
        return new ConnectedChannel(
                new ChannelId(row.uuid("channel_id")),
                row.text("kind"),
                row.text("shop_domain"),
                row.text("base_url"),
                row.bytes("access_token"),
                row.bytes("webhook_secret"));
    }

    /**
     * One call of a channel.
     *
     * @param id the channel's, the same when it calls again
     */
    record Delivery(ChannelId channel, String id, String topic) {}

    /** Those that did not come before; of two alike there is one. */
    Set<Delivery> remember(Tx tx, Collection<Delivery> deliveries) {
        record Seen(ChannelId channel, String id) {}
        Set<Seen> fresh =
                Set.copyOf(
                        tx.sql(REMEMBER)
                                .withJson("deliveries", deliveries)
                                .list(
                                        row ->
                                                new Seen(
                                                        new ChannelId(row.uuid("channel_id")),
                                                        row.text("webhook_id"))));
        return deliveries.stream()
                .filter(each -> fresh.contains(new Seen(each.channel(), each.id())))
                .collect(Collectors.toSet());
    }
}
