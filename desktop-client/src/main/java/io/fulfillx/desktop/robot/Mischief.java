package io.fulfillx.desktop.robot;

import java.util.random.RandomGenerator;

/** Mistakes on purpose, the same for the same seed. */
final class Mischief {
    /** A product nobody here sells: a GTIN of GS1's range for shop-internal use. */
    static final String STRANGER = "2990000000017";

    private final RandomGenerator random;
    private final int wrongEvery;

    Mischief(RandomGenerator random, int wrongEvery) {
        this.random = random;
        this.wrongEvery = wrongEvery;
    }

    boolean wrongItemNow() {
        return wrongEvery > 0 && random.nextInt(wrongEvery) == 0;
    }

    boolean typesTheWeight() {
        return random.nextInt(3) == 0;
    }
}
