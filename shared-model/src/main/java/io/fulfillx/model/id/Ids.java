package io.fulfillx.model.id;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes UUIDv7 (RFC 9562, 5.7): time-ordered, so that indexes stay compact. */
public final class Ids implements Supplier<UUID> {
    private final Clock clock;
    private final RandomGenerator random;

    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Ids from the system clock and a cryptographic source. */
    public static Ids system() {
        return new Ids(Clock.systemUTC(), new SecureRandom());
    }

    @Override
    public UUID get() {
        long randomA = random.nextInt(1 << 12);
        long high = (clock.millis() << 16) | 0x7000L | randomA;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
