package io.fulfillx.desktop.robot;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** Mistakes on purpose, the same for the same seed. */
final class Mischief {
    /** A product nobody here sells: a GTIN of GS1's range for shop-internal use. */
    static final String STRANGER = "2990000000017";

    private final RandomGenerator random;
    private final int wrongEvery;
    private boolean strangerNext;
    private boolean shortOne;
    private boolean damageOne;

    /**
     * @param exceptions whether one unit shall be missing and one damaged
     */
    Mischief(RandomGenerator random, int wrongEvery, boolean exceptions) {
        this.random = random;
        this.wrongEvery = wrongEvery;
        this.shortOne = exceptions;
        this.damageOne = exceptions;
    }

    /** An item that other orders want, and every second time one that nobody knows. */
    String wrongItem(Optional<String> ofOthers) {
        boolean stranger = strangerNext || ofOthers.isEmpty();
        strangerNext = !strangerNext;
        return stranger ? STRANGER : ofOthers.get();
    }

    /** True once. */
    boolean missOneNow() {
        boolean now = shortOne;
        shortOne = false;
        return now;
    }

    /** True once. */
    boolean damageOneNow() {
        boolean now = damageOne;
        damageOne = false;
        return now;
    }

    boolean wrongItemNow() {
        return wrongEvery > 0 && random.nextInt(wrongEvery) == 0;
    }

    boolean typesTheWeight() {
        return random.nextInt(3) == 0;
    }
}
