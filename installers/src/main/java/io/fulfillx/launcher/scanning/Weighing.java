package io.fulfillx.launcher.scanning;

import io.fulfillx.scanner.scale.Scale;
import io.fulfillx.scanner.scale.ScaleReading;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Waits for one weight that rests. */
final class Weighing {
    private static final Duration REST = Duration.ofMillis(250);

    /** What is wrong that long will not pass by itself. */
    private static final Duration PERSISTENT = Duration.ofSeconds(2);

    private final Scale scale;
    private final BlockingQueue<ScaleReading> readings = new LinkedBlockingQueue<>();

    Weighing(Scale scale) {
        this.scale = scale;
        scale.start(readings::add);
    }

    /** The next thing the scale says; null when it says nothing in time. */
    @Nullable ScaleReading next(Duration limit) throws InterruptedException {
        return readings.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    void forget() {
        readings.clear();
    }

    /**
     * The weight that rests, or what kept it from resting.
     *
     * @param limit what moves is waited for that long
     */
    ScaleReading await(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        ScaleReading last = new ScaleReading.Stale(ScaleReading.Reason.SILENT);
        long since = System.nanoTime();
        while (System.nanoTime() - end < 0) {
            ScaleReading reading = next(Duration.ofNanos(end - System.nanoTime()));
            if (reading == null) {
                break;
            }
            if (!reading.equals(last)) {
                last = reading;
                since = System.nanoTime();
            }
            if (decided(reading, Duration.ofNanos(System.nanoTime() - since))) {
                return reading;
            }
        }
        return last instanceof ScaleReading.Stable ? new ScaleReading.Moving() : last;
    }

    private static boolean decided(ScaleReading reading, Duration lasted) {
        return switch (reading) {
            case ScaleReading.Stable _ -> lasted.compareTo(REST) >= 0;
            case ScaleReading.Stale _ -> true;
            case ScaleReading.Moving _, ScaleReading.NotReady _ -> false;
            case ScaleReading.BelowZero _,
                    ScaleReading.Overload _,
                    ScaleReading.NeedsZero _,
                    ScaleReading.Fault _ ->
                    lasted.compareTo(PERSISTENT) >= 0;
        };
    }

    /** Why there is no weight, in one sentence. */
    String sentence(ScaleReading reading) {
        return reading instanceof ScaleReading.Stale
                ? scale.problem().orElseGet(() -> ReadingWords.sentence(reading))
                : ReadingWords.sentence(reading);
    }
}
