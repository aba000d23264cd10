package io.fulfillx.printing.virtual;

import java.util.concurrent.TimeUnit;

/** Reads no faster than a serial line brings bytes: ten bits each. Not for several threads. */
final class WirePace {
    private static final int BITS_PER_BYTE = 10;
    private static final long FORGIVEN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private long due = System.nanoTime();

    /**
     * Waits until so many bytes could have come.
     *
     * @param bitsPerSecond 0 for no limit
     */
    void bytes(int count, int bitsPerSecond) throws InterruptedException {
        if (bitsPerSecond <= 0) {
            return;
        }
        long now = System.nanoTime();
        due = Math.max(due, now - FORGIVEN_NANOS);
        due += TimeUnit.SECONDS.toNanos(1) * count * BITS_PER_BYTE / bitsPerSecond;
        if (due > now) {
            TimeUnit.NANOSECONDS.sleep(due - now);
        }
    }
}
