package io.fulfillx.launcher.bench.stock;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.launcher.process.ProgramFailed;

import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a change of the stock waits until the figure for the channel is queued. Twenty times a
 * second it asks how old the oldest change is that was not looked at yet: no change waits longer
 * than that.
 */
final class PublishLag implements Measure {
    private static final int ITEMS = 10_000;
    private static final int CLIENTS = 16;
    private static final Duration SAMPLE = Duration.ofMillis(50);
    private static final long HIGHEST_MILLIS = 600_000;
    private static final double TARGET_SECONDS = 5;

    private static final String OLDEST =
            """
            select coalesce(extract(epoch from clock_timestamp() - min(l.recorded_at)), 0)
            from stock_publish_mark m
            join stock_ledger l on l.org_id = m.org_id
              and (l.xid, l.entry_id) > (m.xid, m.entry_id)
            """;
    private static final String QUEUED = "select count(*), sum(version) from channel_stock_job";

    @Override
    public String part() {
        return "publish";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        try (StockServer server =
                StockServer.start(run.folder().resolve("publish"), "server", List.of())) {
            Shelves.fill(server, ITEMS, 900_000);
            var _ =
                    server.api()
                            .put(
                                    "/api/v1/stock/channels",
                                    Map.of("channelId", UUID.randomUUID().toString()));
            String token = server.api().accessToken();
            ClosedLoop.Clients clients = _ -> new Client(new WireClient(server.url(), token));
            var _ = ClosedLoop.run(CLIENTS, Duration.ofSeconds(10), clients);
            Histogram waiting = new Histogram(HIGHEST_MILLIS, 3);
            ClosedLoop.Result load;
            try (Connection database = server.database();
                    ExecutorService sampler = Executors.newVirtualThreadPerTaskExecutor()) {
                Duration time = Duration.ofSeconds(run.quick() ? 15 : 60);
                long end = System.nanoTime() + time.toNanos();
                Future<?> samples = sampler.submit(() -> sample(database, waiting, end));
                load = ClosedLoop.run(CLIENTS, time, clients);
                var _ = samples.get();
                double queued = queued(database);
                return List.of(
                        BenchRow.atMost(
                                "level change to queued figure, p99",
                                waiting.getValueAtPercentile(99) / 1_000.0,
                                "s",
                                TARGET_SECONDS),
                        BenchRow.atMost(
                                "level change to queued figure, longest",
                                waiting.getMaxValue() / 1_000.0,
                                "s",
                                TARGET_SECONDS),
                        BenchRow.told("changes meanwhile", load.perSecond(), "changes/s"),
                        BenchRow.told("figures queued", queued, "figures"));
            }
        } catch (SQLException | ExecutionException e) {
            throw new ProgramFailed("the queue cannot be watched: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted", e);
        }
    }

    private static Boolean sample(Connection database, Histogram waiting, long end)
            throws SQLException, InterruptedException {
        while (System.nanoTime() < end) {
            waiting.recordValue(
                    Math.min(HIGHEST_MILLIS, Math.round(number(database, OLDEST, 1) * 1_000)));
            Thread.sleep(SAMPLE);
        }
        return true;
    }

    private static double queued(Connection database) throws SQLException {
        return number(database, QUEUED, 2);
    }

    private static double number(Connection database, String sql, int column) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getDouble(column) : 0;
        }
    }

    /** Reserves one unit of any item. */
    private record Client(WireClient wire) implements ClosedLoop.Client {
        @Override
        public boolean once() throws IOException {
            int item = 1 + ThreadLocalRandom.current().nextInt(ITEMS);
            String body =
                    """
                    {"orderId":"%s","lines":[{"lineId":"%s","sku":"%s","quantity":1}]}
                    """
                            .formatted(UUID.randomUUID(), UUID.randomUUID(), Shelves.sku(item));
            return wire.post(
                            "/api/v1/reservations",
                            UUID.randomUUID().toString(),
                            body.getBytes(StandardCharsets.UTF_8))
                    .isGood();
        }

        @Override
        public void end() throws IOException {
            wire.close();
        }
    }
}
