package io.fulfillx.backend.orders;

import io.fulfillx.backend.channels.PublishOutcome;
import io.fulfillx.backend.channels.PublishOutcome.Figure;
import io.fulfillx.backend.channels.StockFigure;
import io.fulfillx.backend.channels.StockFigures;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.inventory.api.StockAnswer;
import io.fulfillx.backend.inventory.api.StockErrand;
import io.fulfillx.backend.inventory.api.StockErrand.News;
import io.fulfillx.backend.orders.ChannelAccess.Shop;
import io.fulfillx.backend.platform.event.Backoff;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrgId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Tells shops how much can be sold: for each item the newest figure, one sender for each shop, and
 * all shops at the same time. The call stands between two transactions and never inside one.
 */
final class SendStockWorker implements Worker {
    private static final Duration PACE = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(SendStockWorker.class);
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int MAX_ATTEMPTS = 12;
    private static final int MAX_SHOPS = 32;
    private static final int TOGETHER = 8;

    private final Transactions transactions;
    private final InventoryModule inventory;
    private final ChannelAccess channels;
    private final Backoff backoff;
    private final Clock clock;

    SendStockWorker(
            Transactions transactions,
            InventoryModule inventory,
            ChannelAccess channels,
            Backoff backoff,
            Clock clock) {
        this.transactions = transactions;
        this.inventory = inventory;
        this.channels = channels;
        this.backoff = backoff;
        this.clock = clock;
    }

    private record Errand(OrgId org, StockErrand stock, Optional<Shop> shop) {}

    @Override
    public String name() {
        return "send-stock";
    }

    @Override
    public Set<String> wokenBy() {
        return Set.of(InventoryModule.STOCK_ERRANDS);
    }

    /** A slow shop must not hold up other organisations. */
    @Override
    public int together() {
        return TOGETHER;
    }

    @Override
    public Duration pace() {
        return PACE;
    }

    @Override
    public Next runOnce(OrgId org) {
        List<Future<?>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Optional<Errand> errand = lease(org);
            while (errand.isPresent()) {
                Errand mine = errand.get();
                sent.add(threads.submit(() -> send(mine)));
                errand = sent.size() < MAX_SHOPS ? lease(org) : Optional.empty();
            }
        }
        if (!sent.isEmpty()) {
            return Next.AT_ONCE;
        }
        return transactions.inOrg(org, inventory::anyStockErrand) ? Next.SOON : Next.WHEN_WOKEN;
    }

    private Optional<Errand> lease(OrgId org) {
        Instant now = clock.instant();
        return transactions.inOrg(
                org,
                tx ->
                        inventory
                                .leaseStockErrand(tx, now, now.plus(LEASE))
                                .map(
                                        stock ->
                                                new Errand(
                                                        org,
                                                        stock,
                                                        channels.find(
                                                                tx,
                                                                new ChannelId(
                                                                        stock.channelId())))));
    }

    /** A failure is logged, and the shop is tried again when its lease has run out. */
    private void send(Errand errand) {
        try {
            PublishOutcome outcome =
                    errand.shop()
                            .map(shop -> publish(errand.stock(), shop))
                            .orElse(new PublishOutcome.Rejected("NO_CHANNEL", "No such channel."));
            settle(errand, outcome);
        } catch (RuntimeException e) {
            LOG.warn("stock of channel {} was not sent", errand.stock().channelId(), e);
        }
    }

    private PublishOutcome publish(StockErrand errand, Shop shop) {
        StringBuilder key = new StringBuilder(errand.channelId().toString());
        errand.news().forEach(news -> key.append('/').append(news.version()));
        List<StockFigure> figures =
                errand.news().stream()
                        .map(news -> new StockFigure(news.sku(), news.shown()))
                        .toList();
        return shop.kind()
                .stock()
                .publish(
                        channels.connection(shop),
                        new StockFigures(key.toString(), errand.place(), figures),
                        DEADLINE);
    }

    private void settle(Errand errand, PublishOutcome outcome) {
        StockErrand stock = errand.stock();
        Instant now = clock.instant();
        Map<ItemId, StockAnswer> answers = new HashMap<>();
        Instant next = now;
        int attempts = 0;
        String error = "";
        switch (outcome) {
            case PublishOutcome.Told(var figures) -> {
                for (News news : stock.news()) {
                    Figure figure = figures.get(news.sku());
                    answers.put(
                            news.itemId(),
                            figure == null
                                    ? again(news, "No answer for it.", now)
                                    : answer(news, figure, now));
                }
            }
            case PublishOutcome.Retry(String reason, Optional<Duration> after) -> {
                next = now.plus(after.orElseGet(() -> backoff.after(stock.attempt())));
                attempts = stock.attempt();
                error = reason;
            }
            case PublishOutcome.Rejected(String code, String detail) -> {
                error = code + ": " + detail;
                StockAnswer dead = new StockAnswer.Dead(error);
                stock.news().forEach(news -> answers.put(news.itemId(), dead));
                LOG.warn("stock of channel {} is refused: {}", stock.channelId(), error);
            }
        }
        write(errand, answers, now, next, attempts, error);
    }

    private void write(
            Errand errand,
            Map<ItemId, StockAnswer> answers,
            Instant now,
            Instant next,
            int attempts,
            String error) {
        var _ =
                transactions.inOrg(
                        errand.org(),
                        tx -> {
                            inventory.settleStockErrand(
                                    tx, errand.stock(), answers, now, next, attempts, error);
                            return true;
                        });
    }

    private StockAnswer answer(News news, Figure figure, Instant now) {
        return switch (figure) {
            case Figure.Shown() -> new StockAnswer.Shown();
            case Figure.NotListed() -> new StockAnswer.Unlisted();
            case Figure.Again(String reason) -> again(news, reason, now);
            case Figure.Refused(String code, String detail) ->
                    new StockAnswer.Dead(code + ": " + detail);
        };
    }

    private StockAnswer again(News news, String reason, Instant now) {
        return news.attempt() >= MAX_ATTEMPTS
                ? new StockAnswer.Dead(reason)
                : new StockAnswer.Again(reason, now.plus(backoff.after(news.attempt())));
    }
}
