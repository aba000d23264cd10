package io.fulfillx.launcher.bench;

import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param target the promised figure in the same unit; null when nothing is promised
 * @param met whether the promise holds; null when nothing is promised
 */
public record BenchRow(
        String name, double value, String unit, @Nullable Double target, @Nullable Boolean met) {

    /** A figure that should not be larger than the target. */
    public static BenchRow atMost(String name, double value, String unit, double target) {
        return new BenchRow(name, rounded(value), unit, target, value <= target);
    }

    /** A figure that should not be smaller than the target. */
    public static BenchRow atLeast(String name, double value, String unit, double target) {
        return new BenchRow(name, rounded(value), unit, target, value >= target);
    }

    /** A figure that is only told. */
    public static BenchRow told(String name, double value, String unit) {
        return new BenchRow(name, rounded(value), unit, null, null);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
