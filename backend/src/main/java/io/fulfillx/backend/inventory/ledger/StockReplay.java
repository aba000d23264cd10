package io.fulfillx.backend.inventory.ledger;

import io.fulfillx.backend.inventory.ledger.JournalStore.Line;
import io.fulfillx.model.id.ItemId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Plays the ledger from its beginning, item by item, and compares the end with the levels. It
 * remembers one item at a time, however long the ledger is. Pure: it is fed line by line.
 */
final class StockReplay {
    private static final int LEVEL = 0;
    private static final int MOVEMENT = 1;
    private static final int MAX_FINDINGS = 100;

    private final Map<StockKey, Buckets> kept = new TreeMap<>();
    private final Map<StockKey, Buckets> played = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();
    private @Nullable ItemId item;
    private long lastSeq;
    private long events;
    private long rows;
    private long levels;
    private long drift;

    /** Takes the next line; the lines of an item come together, levels first, its end last. */
    void take(Line line) {
        if (!line.key().item().equals(item)) {
            settle();
            item = line.key().item();
        }
        switch (line.side()) {
            case LEVEL -> {
                levels++;
                kept.put(line.key(), line.units());
            }
            case MOVEMENT -> play(line);
            default -> end(line);
        }
    }

    private void play(Line line) {
        rows++;
        if (line.leg() == 0) {
            events++;
        }
        if (line.seq() != lastSeq + 1) {
            find("item " + item + ": number " + (lastSeq + 1) + " is followed by " + line.seq());
        }
        lastSeq = line.seq();
        Buckets now = played.merge(line.key(), line.units(), Buckets::plus);
        if (!now.areSound()) {
            find("item " + item + ": after number " + lastSeq + " a level is below zero");
        }
    }

    private void end(Line line) {
        if (line.seq() != lastSeq) {
            find(
                    "item %s: the last number is %d and the stream says %d"
                            .formatted(item, lastSeq, line.seq()));
        }
    }

    private void settle() {
        Map<StockKey, Buckets> all = new TreeMap<>(kept);
        played.forEach((key, _) -> all.putIfAbsent(key, Buckets.ZERO));
        all.forEach(
                (key, level) -> {
                    Buckets replayed = played.getOrDefault(key, Buckets.ZERO);
                    long apart = level.distance(replayed);
                    if (apart > 0) {
                        drift += apart;
                        find("%s: level %s, replayed %s".formatted(key, level, replayed));
                    }
                });
        kept.clear();
        played.clear();
        lastSeq = 0;
    }

    private void find(String sentence) {
        if (findings.size() < MAX_FINDINGS) {
            findings.add(sentence);
        }
    }

    /** What the whole ledger amounts to; nothing can be taken afterwards. */
    Result finish() {
        settle();
        return new Result(events, rows, levels, drift, List.copyOf(findings));
    }

    /** Sums of the replay and what was wrong, the first hundred findings. */
    record Result(long events, long rows, long levels, long drift, List<String> findings) {}
}
