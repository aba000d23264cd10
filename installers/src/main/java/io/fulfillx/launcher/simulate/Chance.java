package io.fulfillx.launcher.simulate;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** All that is left to chance in one run: everything follows from its seed. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        // Neighboring seeds begin alike in this generator: they are spread first.
        this.random = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
    }

    RandomGenerator random() {
        return random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** True once in so many times. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
