package io.fulfillx.desktop.store;

import java.time.Instant;

/** Wrong PINs in a row of one operator, and until when no further one is looked at. */
public record PinAttempts(int failures, Instant lockedUntil) {
    public static final PinAttempts NONE = new PinAttempts(0, Instant.EPOCH);
}
