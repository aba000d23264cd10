package io.fulfillx.backend.platform.event;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waiting times with full jitter: a random part of an exponentially growing limit. */
public final class Backoff {
    private final Duration base;
    private final Duration cap;
    private final RandomGenerator random;

    public Backoff(Duration base, Duration cap, RandomGenerator random) {
        this.base = base;
        this.cap = cap;
        this.random = random;
    }

    /**
     * @param attempt 1 for the wait after the first failure
     */
    public Duration after(int attempt) {
        long doubled = base.toMillis() << Math.min(attempt - 1, 30);
        long limit = Math.clamp(doubled, 1, cap.toMillis());
        return Duration.ofMillis(random.nextLong(limit + 1));
    }
}
