package io.fulfillx.backend.platform.event;

import java.time.Duration;
import java.util.Optional;

/** What came of one delivery. */
public sealed interface Delivery {
    record Done() implements Delivery {}

    /**
     * Try again later.
     *
     * @param after how long the other side asked to wait, if it did
     */
    record Retry(String reason, Optional<Duration> after) implements Delivery {}

    /**
     * The other side is known to be away or not done yet: ask again after that time, for as long as
     * it takes. It does not count as an attempt.
     */
    record Wait(String reason, Duration after) implements Delivery {}

    /** Trying again cannot help: to the dead letters, where a person decides. */
    record Dead(String reason) implements Delivery {}

    static Delivery done() {
        return new Done();
    }

    static Delivery retry(String reason) {
        return new Retry(reason, Optional.empty());
    }
}
