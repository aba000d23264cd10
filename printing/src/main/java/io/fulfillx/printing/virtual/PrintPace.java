package io.fulfillx.printing.virtual;

import java.util.concurrent.TimeUnit;

/**
 * How long labels take. Labels of a continuous run follow each other without a pause; before the
 * first one after a rest the paper is drawn back from the tear-off edge. Guarded by the engine.
 */
final class PrintPace {
    private static final double BACK_FEED_SECONDS = 0.4;

    private double secondsPerLabel;
    private long endOfLast;
    private boolean running;

    PrintPace(double secondsPerLabel) {
        this.secondsPerLabel = secondsPerLabel;
    }

    void secondsPerLabel(double seconds) {
        secondsPerLabel = seconds;
    }

    /** Nothing to print: the paper goes to the tear-off edge. */
    void idle() {
        running = false;
    }

    /** A label begins; the time by {@link System#nanoTime()} at which it will be out. */
    long begin() {
        double backFeed = running || secondsPerLabel < 0.3 ? 0 : BACK_FEED_SECONDS;
        long from = running ? endOfLast : System.nanoTime();
        long second = TimeUnit.SECONDS.toNanos(1);
        endOfLast = from + (long) ((secondsPerLabel + backFeed) * second);
        running = true;
        return endOfLast;
    }
}
