package io.fulfillx.backend.lab;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** What goes wrong and how often, repeatable by its seed. Safe for many threads. */
public final class FaultPlan {
    private final Map<String, Double> chances;
    private final Random random;

    private FaultPlan(Map<String, Double> chances, long seed) {
        this.chances = Map.copyOf(chances);
        this.random = new Random(seed);
    }

    public static FaultPlan none() {
        return new FaultPlan(Map.of(), 0);
    }

    /**
     * Reads {@code name=chance} pairs, such as {@code drop=0.05,slow=0.1}; empty for no faults.
     *
     * @throws IllegalArgumentException naming the pair that is none
     */
    public static FaultPlan parse(String text, long seed) {
        Map<String, Double> chances = new HashMap<>();
        Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(pair -> !pair.isEmpty())
                .forEach(
                        pair -> {
                            String[] parts = pair.split("=", 2);
                            if (parts.length < 2 || !parts[1].matches("0(\\.[0-9]+)?|1(\\.0+)?")) {
                                throw new IllegalArgumentException(
                                        "a fault is name=chance with a chance of 0 to 1: " + pair);
                            }
                            chances.put(parts[0], Double.valueOf(parts[1]));
                        });
        return new FaultPlan(chances, seed);
    }

    /** Throws the dice for one fault. */
    public boolean strikes(String fault) {
        double chance = chances.getOrDefault(fault, 0.0);
        return chance > 0 && random.nextDouble() < chance;
    }

    /** A waiting time with a long tail around the median, at most ten times as long. */
    public long latencyMillis(long medianMillis) {
        double factor = Math.exp(random.nextGaussian() * 0.5);
        return Math.round(medianMillis * Math.min(10, factor));
    }
}
