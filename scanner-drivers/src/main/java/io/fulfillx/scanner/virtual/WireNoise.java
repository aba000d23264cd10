package io.fulfillx.scanner.virtual;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** Sends scans as bad wires do: in pieces, with pauses. The same seed makes the same pieces. */
public final class WireNoise {
    private final RandomGenerator random;
    private final int longestPauseMillis;

    /**
     * @param longestPauseMillis between two pieces; 0 for none
     */
    public WireNoise(RandomGenerator random, int longestPauseMillis) {
        this.random = random;
        this.longestPauseMillis = longestPauseMillis;
    }

    /** Sends one scan in pieces of any size. */
    public void scan(VirtualScanner scanner, String text) throws IOException {
        byte[] bytes = scanner.encoded(text);
        int at = 0;
        while (at < bytes.length) {
            int count = 1 + random.nextInt(bytes.length - at);
            scanner.send(Arrays.copyOfRange(bytes, at, at + count));
            at += count;
            pause();
        }
    }

    private void pause() {
        if (longestPauseMillis > 0) {
            LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(random.nextInt(longestPauseMillis + 1)));
        }
    }
}
