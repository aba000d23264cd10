package io.fulfillx.launcher.bench.stock;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** Draws numbers of which the first are wanted most, as shops see it: rank r by 1 / r^s. */
final class Zipf {
    private final double[] cumulated;

    Zipf(int size, double exponent) {
        cumulated = new double[size];
        double sum = 0;
        for (int rank = 1; rank <= size; rank++) {
            sum += 1 / Math.pow(rank, exponent);
            cumulated[rank - 1] = sum;
        }
    }

    /** From 1 to the size. */
    int draw() {
        double at = ThreadLocalRandom.current().nextDouble() * cumulated[cumulated.length - 1];
        int found = Arrays.binarySearch(cumulated, at);
        return (found >= 0 ? found : -found - 1) + 1;
    }
}
