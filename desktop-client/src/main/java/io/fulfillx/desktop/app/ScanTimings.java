package io.fulfillx.desktop.app;

import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * How long a packer waits from the end of a scan until the answer is painted, the durable write
 * included. The end is the layout pulse that carries the change.
 */
public final class ScanTimings {
    private static final int KEPT = 100_000;
    private static final double NANOS_PER_MILLI = 1_000_000.0;
    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.99;

    private final Queue<Stamp> onTheWay = new ConcurrentLinkedQueue<>();
    private final List<Long> awaitingPulse = new ArrayList<>();
    private final long[] nanos = new long[KEPT];
    private int count;

    private record Stamp(String text, long at) {}

    /** In milliseconds. */
    public record Summary(int count, double p50Millis, double p99Millis, double maxMillis) {}

    /** A scanner on the keyboard sent its last key at this moment. */
    void keyed(String text, long nanoTime) {
        onTheWay.add(new Stamp(text, nanoTime));
    }

    /** The moment this scan was received; on the station thread, in the order of arrival. */
    long received(String text) {
        Stamp first = onTheWay.peek();
        if (first != null && first.text().equals(text)) {
            onTheWay.remove();
            return first.at();
        }
        return System.nanoTime();
    }

    /** The change that answers this scan was made; the next pulse paints it. FX thread. */
    void changed(long receivedAt) {
        awaitingPulse.add(receivedAt);
    }

    /** A pulse laid out everything that changed. FX thread. */
    void pulse() {
        if (awaitingPulse.isEmpty()) {
            return;
        }
        long now = System.nanoTime();
        for (long at : awaitingPulse) {
            record(now - at);
        }
        awaitingPulse.clear();
    }

    private synchronized void record(long taken) {
        nanos[count % KEPT] = taken;
        count++;
    }

    /** Scans answered on the screen so far. */
    public synchronized int painted() {
        return count;
    }

    public synchronized Summary summary() {
        long[] sorted = Arrays.copyOf(nanos, Math.min(count, KEPT));
        Arrays.sort(sorted);
        return new Summary(count, at(sorted, MEDIAN), at(sorted, TAIL), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, index)] / NANOS_PER_MILLI;
    }

    public void write(Path file) throws IOException {
        Files.write(file, Json.bytes(summary()));
    }
}
