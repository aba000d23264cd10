package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.api.StockAnswer;
import io.fulfillx.backend.inventory.api.StockErrand;
import io.fulfillx.backend.inventory.api.StockErrand.News;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who tells a channel its figures, and what became of each. */
final class StockSendStore {
    static final int BATCH = 50;

    private static final String LEASE =
            """
            update channel_stock_link set lease = lease + 1, leased_until = :until
            where org_id = :org and channel_id = (
              select l.channel_id from channel_stock_link l
              where l.org_id = :org and l.leased_until <= :now and l.next_at <= :now
                and exists (select 1 from channel_stock_job j where j.org_id = l.org_id
                  and j.channel_id = l.channel_id and j.state = 'WAITING' and j.next_at <= :now)
              order by l.next_at, l.channel_id limit 1 for update skip locked)
            returning channel_id, lease, place, attempts
            """;
    private static final String ANY =
            """
            select exists (select from channel_stock_job
              where org_id = :org and state = 'WAITING') as any_waiting
            """;
    private static final String NEWS =
            """
            select j.item_id, i.sku, j.shown, j.version, j.attempts
            from channel_stock_job j
            join item_name i on i.org_id = j.org_id and i.item_id = j.item_id
            where j.org_id = :org and j.channel_id = :channel and j.state = 'WAITING'
              and j.next_at <= :now
            order by j.queued_at, j.item_id limit :limit
            """;

    /** What is newer than what was sent goes on waiting. */
    private static final String SENT =
            """
            update channel_stock_job set sent_version = greatest(sent_version, :version),
              sent_at = now(), attempts = 0, last_error = '', next_at = now(),
              state = case when version = :version then :state else 'WAITING' end
            where org_id = :org and channel_id = :channel and item_id = :item
            """;

    private static final String FAILED =
            """
            update channel_stock_job set state = :state, attempts = attempts + 1, next_at = :next,
              last_error = :error
            where org_id = :org and channel_id = :channel and item_id = :item
              and version = :version
            """;
    private static final String GIVE_BACK =
            """
            update channel_stock_link set leased_until = :now, next_at = :next,
              attempts = :attempts, last_error = :error
            where org_id = :org and channel_id = :channel and lease = :lease
            """;
    private static final String REPLAY =
            """
            update channel_stock_job j set state = 'WAITING', attempts = 0, next_at = now()
            where j.org_id = :org and j.channel_id = :channel and j.state = 'DEAD'
              and (cast(:item as uuid) is null or j.item_id = :item)
            """;
    private static final String PUT_PLACE =
            """
            insert into channel_stock_link (org_id, channel_id, place)
            values (:org, :channel, cast(:place as text))
            on conflict (org_id, channel_id) do update
            set place = coalesce(excluded.place, channel_stock_link.place), next_at = now()
            """;

    private record Leased(UUID channel, long lease, @Nullable String place, int attempts) {}

    /** The next channel that has to be told something, for this sender alone. */
    Optional<StockErrand> lease(Tx tx, Instant now, Instant until) {
        Optional<Leased> leased =
                tx.sql(LEASE)
                        .with("now", now)
                        .with("until", until)
                        .find(
                                row ->
                                        new Leased(
                                                row.uuid("channel_id"),
                                                row.bigint("lease"),
                                                row.textOrNull("place"),
                                                row.integer("attempts")));
        return leased.map(
                it ->
                        new StockErrand(
                                it.channel(),
                                it.lease(),
                                Optional.ofNullable(it.place()),
                                it.attempts() + 1,
                                news(tx, it.channel(), now)));
    }

    /** Whether any channel has to be told something, now or later. */
    boolean any(Tx tx) {
        return tx.sql(ANY).get(row -> row.flag("any_waiting"));
    }

    private static List<News> news(Tx tx, UUID channel, Instant now) {
        return tx.sql(NEWS)
                .with("channel", channel)
                .with("now", now)
                .with("limit", BATCH)
                .list(StockSendStore::news);
    }

    private static News news(Row row) {
        return new News(
                new ItemId(row.uuid("item_id")),
                new Sku(row.text("sku")),
                new Quantity(row.integer("shown")),
                row.bigint("version"),
                row.integer("attempts") + 1);
    }

    /** Figures without an answer are sent again. */
    void settle(Tx tx, StockErrand errand, Map<ItemId, StockAnswer> answers) {
        for (News news : errand.news()) {
            StockAnswer answer = answers.get(news.itemId());
            if (answer != null) {
                settle(tx, errand.channelId(), news, answer);
            }
        }
    }

    private static void settle(Tx tx, UUID channel, News news, StockAnswer answer) {
        switch (answer) {
            case StockAnswer.Shown() -> sent(tx, channel, news, "SENT");
            case StockAnswer.Unlisted() -> sent(tx, channel, news, "UNLISTED");
            case StockAnswer.Again(String reason, Instant next) ->
                    failed(tx, channel, news, "WAITING", reason, next);
            case StockAnswer.Dead(String reason) ->
                    failed(tx, channel, news, "DEAD", reason, Instant.EPOCH);
        }
    }

    private static void sent(Tx tx, UUID channel, News news, String state) {
        of(tx.sql(SENT), channel, news).with("state", state).run();
    }

    private static void failed(
            Tx tx, UUID channel, News news, String state, String reason, Instant next) {
        of(tx.sql(FAILED), channel, news)
                .with("state", state)
                .with("error", reason)
                .with("next", next)
                .run();
    }

    private static Tx.Statement of(Tx.Statement statement, UUID channel, News news) {
        return statement
                .with("channel", channel)
                .with("item", news.itemId().value())
                .with("version", news.version());
    }

    /**
     * Lets the next one speak to the channel.
     *
     * @param next not before then
     * @param attempts failures of the channel as a whole in a row
     * @return false when another sender has taken over
     */
    boolean giveBack(
            Tx tx, StockErrand errand, Instant now, Instant next, int attempts, String error) {
        return tx.sql(GIVE_BACK)
                        .with("channel", errand.channelId())
                        .with("lease", errand.lease())
                        .with("now", now)
                        .with("next", next)
                        .with("attempts", attempts)
                        .with("error", error)
                        .run()
                == 1;
    }

    /**
     * Sends dead letters once more.
     *
     * @param item all of the channel when it is null
     */
    int replay(Tx tx, UUID channel, @Nullable UUID item) {
        return Math.toIntExact(tx.sql(REPLAY).with("channel", channel).with("item", item).run());
    }

    /**
     * @param place stays as it is when it is null
     */
    void putPlace(Tx tx, UUID channel, @Nullable String place) {
        tx.sql(PUT_PLACE).with("channel", channel).with("place", place).run();
    }
}
