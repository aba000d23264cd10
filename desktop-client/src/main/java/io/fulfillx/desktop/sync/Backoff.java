package io.fulfillx.desktop.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Full jitter: a random time up to a bound that doubles with every failure. */
final class Backoff {
    private static final long FIRST_MILLIS = 200;
    private static final long LONGEST_MILLIS = 5_000;

    private final RandomGenerator random;
    private int failures;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        long bound = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures, 10));
        failures++;
        return Duration.ofMillis(random.nextLong(FIRST_MILLIS / 4, bound + 1));
    }

    void reset() {
        failures = 0;
    }
}
