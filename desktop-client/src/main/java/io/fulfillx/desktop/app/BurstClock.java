package io.fulfillx.desktop.app;

import java.time.Duration;

/**
 * Time as the keyboard saw it. Key events carry no time of their own, so a busy window would see
 * long pauses inside a scan and cut it in two. The window ticks this clock at every frame; what a
 * tick comes too late is taken off as the window's own delay.
 */
final class BurstClock {
    /** Two frames and some: nobody notices, and no pause between a typist's keys is that short. */
    private static final long PUNCTUAL = Duration.ofMillis(40).toNanos();

    private long lastTick;
    private long delays;

    /** Begins to watch, after a time without ticks. */
    void start(long nanoTime) {
        lastTick = nanoTime;
    }

    /**
     * @param nanoTime by System.nanoTime
     * @return the same time less all delays
     */
    long tick(long nanoTime) {
        long since = nanoTime - lastTick;
        if (since > PUNCTUAL) {
            delays += since - PUNCTUAL;
        }
        lastTick = nanoTime;
        return nanoTime - delays;
    }
}
