package io.fulfillx.launcher.bench.stock;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one client knows for certain: which of its numbered operations the server said it booked,
 * what they all do to each item, and how many there were of each kind.
 */
final class KillRecord {
    private final BitSet booked = new BitSet();
    private final Map<String, Effect> effects = new TreeMap<>();
    private final Map<String, Long> kinds = new TreeMap<>();
    private long refused;
    private long surprises;

    /** An operation with a number was booked. */
    void book(int number, String kind) {
        booked.set(number);
        count(kind);
    }

    /** An operation of that kind was booked. */
    void count(String kind) {
        kinds.merge(kind, 1L, Long::sum);
    }

    void refuse() {
        refused++;
    }

    /** An answer that no client should ever get. */
    void surprise() {
        surprises++;
    }

    Effect effect(String sku) {
        return effects.computeIfAbsent(sku, _ -> new Effect());
    }

    BitSet booked() {
        return booked;
    }

    Map<String, Effect> effects() {
        return effects;
    }

    Map<String, Long> kinds() {
        return kinds;
    }

    long refused() {
        return refused;
    }

    long surprises() {
        return surprises;
    }
}
