package io.fulfillx.desktop.store;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * What a store is handed from outside.
 *
 * @param random of ids and epochs
 */
public record StoreSurroundings(Clock clock, RandomGenerator random, StoreDisk disk) {
    /** Those of a station that is used. */
    public static StoreSurroundings of(Clock clock) {
        return new StoreSurroundings(clock, new SecureRandom(), StoreDisk.DURABLE);
    }
}
