package io.fulfillx.launcher.bench.stock;

import org.HdrHistogram.Histogram;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** One reader of the feed, and what it saw of what was committed. */
final class FeedReading implements Runnable {
    private static final long IDLE_NANOS = 1_000_000;
    private static final long HIGHEST_MICROS = 60_000_000;

    private final FeedWriters writers;
    private final Source source;
    private final Map<UUID, Long> seen = new HashMap<>();
    private long twice;

    FeedReading(FeedWriters writers, Source source) {
        this.writers = writers;
        this.source = source;
    }

    /** Gives the next changes, none when there are none yet. */
    interface Source {
        List<UUID> next();
    }

    @Override
    public void run() {
        while (true) {
            boolean last = writers.isLongOver();
            List<UUID> page = source.next();
            long now = System.nanoTime();
            for (UUID subject : page) {
                if (seen.putIfAbsent(subject, now) != null) {
                    twice++;
                }
            }
            if (page.isEmpty()) {
                if (last) {
                    return;
                }
                LockSupport.parkNanos(IDLE_NANOS);
            }
        }
    }

    long twice() {
        return twice;
    }

    /** Committed and never seen. */
    long missed() {
        return writers.committed().keySet().stream().filter(id -> !seen.containsKey(id)).count();
    }

    /** Seen and never committed. */
    long neverCommitted() {
        Set<UUID> committed = writers.committed().keySet();
        return seen.keySet().stream().filter(id -> !committed.contains(id)).count();
    }

    /** From the commit to being seen, of what was seen. */
    Histogram lagMicros() {
        Histogram micros = new Histogram(HIGHEST_MICROS, 3);
        writers.committed()
                .forEach(
                        (id, at) -> {
                            Long when = seen.get(id);
                            if (when != null) {
                                long lag = Math.max(0, (when - at) / 1_000);
                                micros.recordValue(Math.min(HIGHEST_MICROS, lag));
                            }
                        });
        return micros;
    }
}
