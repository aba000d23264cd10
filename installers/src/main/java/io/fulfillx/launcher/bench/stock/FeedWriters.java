package io.fulfillx.launcher.bench.stock;

import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.launcher.process.ProgramFailed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Commits changes after random pauses, so that numbers and commits come in different orders. */
final class FeedWriters {
    private static final int MAX_CHANGES = 4;
    private static final int MAX_PAUSE_MILLIS = 4;
    private static final int LONG_PAUSE_MILLIS = 60;
    private static final Duration SETTLE = Duration.ofSeconds(2);

    private final FeedHouse house;
    private final int events;
    private final Feed feed = new Feed();
    private final Map<UUID, Long> committed = new ConcurrentHashMap<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicLong rolledBack = new AtomicLong();
    private volatile long finishedAt = Long.MAX_VALUE;
    private double seconds;

    FeedWriters(FeedHouse house, int events) {
        this.house = house;
        this.events = events;
    }

    /** Ends a transaction without a commit. */
    private static final class Withdrawn extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    void run(int writers) throws InterruptedException {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                Random random = new Random(i);
                all.add(threads.submit(() -> write(random)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new ProgramFailed("a writer failed: " + e.getCause(), e);
        } finally {
            finishedAt = System.nanoTime();
            seconds = (finishedAt - start) / 1e9;
        }
    }

    private void write(Random random) {
        while (begun.get() < events) {
            List<UUID> subjects = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(MAX_CHANGES); i++) {
                subjects.add(new UUID(random.nextLong(), random.nextLong()));
            }
            begun.addAndGet(subjects.size());
            boolean withdraw = random.nextInt(50) == 0;
            try {
                var _ = house.in(tx -> add(tx, subjects, random, withdraw));
                long now = System.nanoTime();
                subjects.forEach(subject -> committed.put(subject, now));
            } catch (Withdrawn withdrawn) {
                rolledBack.addAndGet(subjects.size());
            }
        }
    }

    private boolean add(Tx tx, List<UUID> subjects, Random random, boolean withdraw) {
        for (UUID subject : subjects) {
            feed.add(tx, "thing", subject, null);
        }
        pause(random);
        if (withdraw) {
            throw new Withdrawn();
        }
        return true;
    }

    /** Between taking the numbers and the commit; now and then much longer than others need. */
    private static void pause(Random random) {
        boolean isLong = random.nextInt(200) == 0;
        try {
            Thread.sleep(random.nextInt(isLong ? LONG_PAUSE_MILLIS : MAX_PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** When each committed change was known to be committed, by the clock of {@code nanoTime}. */
    Map<UUID, Long> committed() {
        return committed;
    }

    long rolledBack() {
        return rolledBack.get();
    }

    double perSecond() {
        return committed.size() / seconds;
    }

    /** All is committed, and readers had time to see it. */
    boolean isLongOver() {
        return finishedAt != Long.MAX_VALUE && System.nanoTime() - finishedAt > SETTLE.toNanos();
    }
}
