package io.fulfillx.launcher.bench.stock;

import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.launcher.process.ProgramFailed;

import org.HdrHistogram.Histogram;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Whether a reader of the change feed sees every committed change, while writers take their numbers
 * in one order and commit in another. A reader that follows the numbers alone reads along.
 */
final class FeedCompleteness implements Measure {
    private static final int WRITERS = 32;
    private static final int EVENTS = 100_000;
    private static final int QUICK_EVENTS = 10_000;
    private static final int PAGE = 500;
    private static final UUID NO_STATION = new UUID(0, 0);
    private static final String AFTER_NUMBER =
            """
            select seq, subject_id from event
            where org_id = :org and seq > :after order by seq limit :limit
            """;

    @Override
    public String part() {
        return "feed";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) {
        int events = run.quick() ? QUICK_EVENTS : EVENTS;
        try (FeedHouse house = FeedHouse.open(run.folder().resolve("feed"), WRITERS + 4);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            FeedWriters writers = new FeedWriters(house, events);
            FeedReading byCursor = new FeedReading(writers, cursorReader(house));
            FeedReading byNumber = new FeedReading(writers, numberReader(house));
            Future<?> one = threads.submit(byCursor);
            Future<?> other = threads.submit(byNumber);
            writers.run(WRITERS);
            one.get();
            other.get();
            return rows(writers, byCursor, byNumber);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted", e);
        } catch (ExecutionException e) {
            throw new ProgramFailed("a reader failed: " + e.getCause(), e);
        }
    }

    private static List<BenchRow> rows(
            FeedWriters writers, FeedReading byCursor, FeedReading byNumber) {
        Histogram lag = byCursor.lagMicros();
        return List.of(
                BenchRow.told(
                        "feed: committed events", (double) writers.committed().size(), "events"),
                BenchRow.told("feed: events rolled back", (double) writers.rolledBack(), "events"),
                BenchRow.told("feed: 32 writers", writers.perSecond(), "events/s"),
                BenchRow.atMost(
                        "feed: missed by our cursor", (double) byCursor.missed(), "events", 0),
                BenchRow.atMost(
                        "feed: seen twice by our cursor", (double) byCursor.twice(), "events", 0),
                BenchRow.atMost(
                        "feed: seen though rolled back",
                        (double) byCursor.neverCommitted(),
                        "events",
                        0),
                BenchRow.told("feed: commit to seen p50", lag.getValueAtPercentile(50) / 1e3, "ms"),
                BenchRow.told("feed: commit to seen p99", lag.getValueAtPercentile(99) / 1e3, "ms"),
                BenchRow.atLeast(
                        "feed: lost by a plain sequence cursor",
                        (double) byNumber.missed(),
                        "events",
                        1));
    }

    private static FeedReading.Source cursorReader(FeedHouse house) {
        Feed feed = new Feed();
        return new FeedReading.Source() {
            private Feed.Cursor cursor = house.in(feed::start);

            @Override
            public List<UUID> next() {
                List<Feed.Change> page = house.in(tx -> feed.read(tx, cursor, NO_STATION, PAGE));
                if (!page.isEmpty()) {
                    cursor = page.getLast().cursor();
                }
                return page.stream().map(Feed.Change::subject).toList();
            }
        };
    }

    private static FeedReading.Source numberReader(FeedHouse house) {
        return new FeedReading.Source() {
            private long after;

            @Override
            public List<UUID> next() {
                return house.in(this::page);
            }

            private List<UUID> page(Tx tx) {
                List<UUID> subjects = new ArrayList<>();
                tx.sql(AFTER_NUMBER)
                        .with("after", after)
                        .with("limit", PAGE)
                        .list(
                                row -> {
                                    after = row.bigint("seq");
                                    return row.uuid("subject_id");
                                })
                        .forEach(subjects::add);
                return subjects;
            }
        };
    }
}
