package io.fulfillx.launcher.simulate;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A table in memory whose changes can be taken back. Rows are values and keep their order. */
final class Table<K, V> {
    private final Map<K, V> rows = new LinkedHashMap<>();
    private final Deque<Runnable> undo;

    /**
     * @param undo takes back each change, the newest first
     */
    Table(Deque<Runnable> undo) {
        this.undo = undo;
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    V get(K key) {
        V row = rows.get(key);
        if (row == null) {
            throw new IllegalStateException("no row " + key);
        }
        return row;
    }

    boolean has(K key) {
        return rows.containsKey(key);
    }

    void put(K key, V row) {
        V before = rows.put(key, row);
        undo.push(() -> restore(key, before));
    }

    void remove(K key) {
        V before = rows.remove(key);
        undo.push(() -> restore(key, before));
    }

    private void restore(K key, @Nullable V before) {
        if (before == null) {
            rows.remove(key);
        } else {
            rows.put(key, before);
        }
    }

    Collection<V> rows() {
        return rows.values();
    }

    List<V> where(Predicate<V> wanted) {
        return rows.values().stream().filter(wanted).toList();
    }

    Map<K, V> all() {
        return rows;
    }

    /** Puts back what a copy held. */
    void become(Map<K, V> copy) {
        rows.clear();
        rows.putAll(copy);
    }
}
