package io.fulfillx.desktop.app;

import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long a packer waits from the moment a scan's last character arrived until the answer is
 * painted, the durable write included. The end is the layout pulse that carries the change. Two
 * moments on the way tell where a long wait came from.
 */
public final class ScanTimings {
    private static final int KEPT = 100_000;
    private static final double NANOS_PER_MILLI = 1_000_000.0;
    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.99;

    private final List<Passage> awaitingPulse = new ArrayList<>();
    private final Series stored = new Series();
    private final Series changed = new Series();
    private final Series painted = new Series();

    /**
     * All in milliseconds since the scan arrived.
     *
     * @param storedP99Millis until its answer was durable
     * @param changedP99Millis until the screen was changed, not yet laid out
     */
    public record Summary(
            int count,
            double p50Millis,
            double p99Millis,
            double maxMillis,
            double storedP50Millis,
            double storedP99Millis,
            double changedP50Millis,
            double changedP99Millis) {}

    /** One scan on its way, by System.nanoTime. */
    private record Passage(long arrivedAt, long storedAt, long changedAt) {}

    /** The change that answers a scan was made; the next pulse paints it. FX thread. */
    void changed(long arrivedAt, long storedAt) {
        awaitingPulse.add(new Passage(arrivedAt, storedAt, System.nanoTime()));
    }

    /** A pulse laid out everything that changed. FX thread. */
    void pulse() {
        if (awaitingPulse.isEmpty()) {
            return;
        }
        long now = System.nanoTime();
        awaitingPulse.forEach(passage -> record(passage, now));
        awaitingPulse.clear();
    }

    private synchronized void record(Passage passage, long now) {
        stored.add(passage.storedAt() - passage.arrivedAt());
        changed.add(passage.changedAt() - passage.arrivedAt());
        painted.add(now - passage.arrivedAt());
    }

    /** Scans answered on the screen so far. */
    public synchronized int painted() {
        return painted.count;
    }

    public synchronized Summary summary() {
        return new Summary(
                painted.count,
                painted.millis(MEDIAN),
                painted.millis(TAIL),
                painted.millis(1),
                stored.millis(MEDIAN),
                stored.millis(TAIL),
                changed.millis(MEDIAN),
                changed.millis(TAIL));
    }

    public void write(Path file) throws IOException {
        Files.write(file, Json.bytes(summary()));
    }

    /** The newest durations, as many as are kept. */
    private static final class Series {
        private long[] nanos = new long[1_024];
        private int count;

        void add(long taken) {
            if (count == nanos.length && count < KEPT) {
                nanos = Arrays.copyOf(nanos, Math.min(KEPT, 2 * count));
            }
            nanos[count % nanos.length] = taken;
            count++;
        }

        double millis(double share) {
            long[] sorted = Arrays.copyOf(nanos, Math.min(count, nanos.length));
            if (sorted.length == 0) {
                return 0;
            }
            Arrays.sort(sorted);
            int index = (int) Math.ceil(share * sorted.length) - 1;
            return sorted[Math.max(0, index)] / NANOS_PER_MILLI;
        }
    }
}
