package io.fulfillx.launcher.bench;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;

/**
 * Sends at a steady rate whether or not answers come, and measures each from the moment it should
 * have been sent. A client that waits for answers hides every stall (coordinated omission).
 */
public final class OpenLoop {
    private static final long HIGHEST_MICROS = 60_000_000;

    private OpenLoop() {}

    /**
     * What came of it.
     *
     * @param micros latencies in microseconds
     */
    public record Result(Histogram micros, long failures) {
        public double millisAt(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1_000.0;
        }
    }

    /**
     * @param request sends the n-th request and says whether it was answered well
     */
    public static Result run(int perSecond, Duration time, LongPredicate request)
            throws InterruptedException {
        long total = perSecond * time.toSeconds();
        return during(perSecond, n -> n < total, request);
    }

    /**
     * @param goesOn asked before each request, with its number
     * @param request sends the n-th request and says whether it was answered well
     */
    public static Result during(int perSecond, LongPredicate goesOn, LongPredicate request)
            throws InterruptedException {
        long gap = Duration.ofSeconds(1).toNanos() / perSecond;
        Histogram histogram = new ConcurrentHistogram(HIGHEST_MICROS, 3);
        AtomicLong failures = new AtomicLong();
        Phaser open = new Phaser(1);
        long start = System.nanoTime();
        for (long n = 0; goesOn.test(n); n++) {
            long due = start + n * gap;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            long number = n;
            var _ = open.register();
            Thread.ofVirtual()
                    .start(
                            () -> {
                                if (!request.test(number)) {
                                    failures.incrementAndGet();
                                }
                                long micros = (System.nanoTime() - due) / 1_000;
                                histogram.recordValue(Math.min(HIGHEST_MICROS, micros));
                                var _ = open.arriveAndDeregister();
                            });
        }
        var _ = open.awaitAdvanceInterruptibly(open.arrive());
        return new Result(histogram, failures.get());
    }
}
