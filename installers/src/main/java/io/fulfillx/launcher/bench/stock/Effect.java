package io.fulfillx.launcher.bench.stock;

import java.util.Arrays;

/** What operations do to an item as a whole, counted by the one who asked for them. */
final class Effect {
    static final int HAND = 0;
    static final int RESERVED = 1;
    static final int ALLOCATED = 2;
    static final int QUARANTINE = 3;
    static final int DAMAGED = 4;
    static final int INSPECTION = 5;
    static final int TRANSIT = 6;

    private final long[] units = new long[7];

    Effect add(int bucket, long count) {
        units[bucket] += count;
        return this;
    }

    void add(Effect other) {
        for (int i = 0; i < units.length; i++) {
            units[i] += other.units[i];
        }
    }

    long of(int bucket) {
        return units[bucket];
    }

    /** How many units another count differs. */
    long distance(long[] other) {
        long apart = 0;
        for (int i = 0; i < units.length; i++) {
            apart += Math.abs(units[i] - other[i]);
        }
        return apart;
    }

    @Override
    public String toString() {
        return Arrays.toString(units);
    }
}
