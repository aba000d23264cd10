package io.fulfillx.scanner.virtual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * What lies on a virtual scale and what the scale makes of it: a new load swings until it rests,
 * the zero may drift, the display may freeze. Safe from any thread.
 */
public final class VirtualScaleLoad {
    private static final int USUAL_CAPACITY = 30_000;
    private static final long SEED = 8;
    private static final double NANOS_PER_MINUTE = 60e9;

    private final RandomGenerator random = RandomGeneratorFactory.getDefault().create(SEED);
    private int capacityGrams = USUAL_CAPACITY;
    private Duration settling = Duration.ofMillis(150);
    private double driftGramsPerMinute;
    private long driftSince = System.nanoTime();
    private double before;
    private double target;
    private long putAt = System.nanoTime() - settling.toNanos();
    private double zeroAt;
    private double tare;
    private boolean frozen;
    private Display last = new Display(BigDecimal.ZERO, false, false);

    /**
     * What it shows.
     *
     * @param grams net
     */
    public record Display(BigDecimal grams, boolean moving, boolean overload) {}

    /** Puts exactly this much on the plate, whatever lay there. */
    public synchronized void put(double grams) {
        before = now(System.nanoTime());
        target = grams;
        putAt = System.nanoTime();
    }

    /** How long a new load swings. */
    public synchronized void settling(Duration time) {
        settling = time;
    }

    /** The most it can weigh. */
    public synchronized void capacity(int grams) {
        capacityGrams = grams;
    }

    /** Lets the zero wander off, slowly enough to look stable. */
    public synchronized void drift(double gramsPerMinute) {
        driftSince = System.nanoTime();
        driftGramsPerMinute = gramsPerMinute;
    }

    /** While frozen it shows for ever what it showed last. */
    public synchronized void freeze(boolean now) {
        show();
        frozen = now;
    }

    /** Presses the zero key: false while the load moves or is too much for that. */
    public synchronized boolean zero() {
        Display shown = show();
        if (frozen || shown.moving() || shown.overload()) {
            return false;
        }
        zeroAt += raw() - tare;
        tare = 0;
        return true;
    }

    /** Presses the tare key: false while the load moves or is too much. */
    public synchronized boolean tare() {
        Display shown = show();
        if (frozen || shown.moving() || shown.overload()) {
            return false;
        }
        tare = raw();
        return true;
    }

    private double raw() {
        return target + drifted(System.nanoTime()) - zeroAt;
    }

    private double drifted(long nanoTime) {
        return driftGramsPerMinute * (nanoTime - driftSince) / NANOS_PER_MINUTE;
    }

    private double now(long nanoTime) {
        long since = nanoTime - putAt;
        if (since >= settling.toNanos()) {
            return target;
        }
        double way = (double) since / settling.toNanos();
        double swing = (target - before) * (1 - way) * random.nextDouble(-0.3, 0.3);
        return before + (target - before) * way + swing;
    }

    /** What stands on the display now. */
    public synchronized Display show() {
        if (!frozen) {
            long nanoTime = System.nanoTime();
            boolean moving = nanoTime - putAt < settling.toNanos();
            double gross = now(nanoTime) + drifted(nanoTime) - zeroAt;
            last = new Display(grams(gross - tare), moving, gross > capacityGrams);
        }
        return last;
    }

    private static BigDecimal grams(double amount) {
        final int decimals = 3;
        return BigDecimal.valueOf(amount).setScale(decimals, RoundingMode.HALF_UP);
    }
}
