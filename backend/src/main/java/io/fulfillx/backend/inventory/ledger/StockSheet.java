package io.fulfillx.backend.inventory.ledger;

import io.fulfillx.backend.inventory.ledger.Posted.Fate;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Levels, numbered units and streams of some items, as they are while events are worked on one
 * after the other. An event that does not fit changes nothing. Pure: what it begins with is read
 * before, and what has changed is written afterwards.
 */
final class StockSheet {
    private final Map<StockKey, Buckets> before;
    private final Map<StockKey, Buckets> levels = new HashMap<>();
    private final Map<Numbered, Where> unitsBefore;
    private final Map<Numbered, Where> units = new HashMap<>();
    private final Map<ItemId, Long> streamsBefore;
    private final Map<ItemId, Long> streams = new HashMap<>();

    /** A numbered unit. */
    record Numbered(ItemId item, String serial) {}

    /**
     * Where a numbered unit is.
     *
     * @param location null when it is under way or gone
     */
    record Where(@Nullable LocationId location, String lot) {}

    /** A level that changed. */
    record LevelChange(StockKey key, Buckets before, Buckets after, boolean isNew) {
        Buckets delta() {
            return after.plus(before.negated());
        }
    }

    /**
     * A unit that moved.
     *
     * @param before null when it was never seen
     */
    record UnitChange(Numbered unit, @Nullable Where before, Where after) {}

    /** A stream that grew. */
    record StreamChange(ItemId item, long before, long after) {}

    /** What a sheet begins with; what is not in it does not exist yet. */
    record Start(
            Map<StockKey, Buckets> levels, Map<Numbered, Where> units, Map<ItemId, Long> streams) {}

    StockSheet(Start start) {
        this.before = start.levels();
        this.unitsBefore = start.units();
        this.streamsBefore = start.streams();
    }

    /** Works on an event; BOOKED when it fits. */
    Fate apply(List<StockLeg> legs) {
        Map<StockKey, Buckets> changed = new HashMap<>();
        boolean opens = legs.stream().anyMatch(StockSheet::mayBeFirst);
        for (StockLeg leg : legs) {
            Buckets was = changed.getOrDefault(leg.key(), level(leg.key()));
            if (was == null && !opens) {
                return Fate.REFUSED;
            }
            Buckets now = (was == null ? Buckets.ZERO : was).plus(leg.delta());
            if (!now.areSound()) {
                return Fate.REFUSED;
            }
            changed.put(leg.key(), now);
        }
        Map<Numbered, Where> moved = new HashMap<>();
        if (!take(legs, moved) || !put(legs, moved)) {
            return Fate.MISNUMBERED;
        }
        levels.putAll(changed);
        units.putAll(moved);
        return Fate.BOOKED;
    }

    private @Nullable Buckets level(StockKey key) {
        Buckets now = levels.get(key);
        return now == null ? before.get(key) : now;
    }

    /** Promises are never the first that happens at a place; a count of nothing may be. */
    private static boolean mayBeFirst(StockLeg leg) {
        Buckets delta = leg.delta();
        return delta.onHand() > 0 || delta.inTransit() > 0 || delta.equals(Buckets.ZERO);
    }

    /** Takes all that leave a place first, so that a move within one event finds them free. */
    private boolean take(List<StockLeg> legs, Map<Numbered, Where> moved) {
        for (StockLeg leg : legs) {
            if (leg.delta().onHand() < 0) {
                Where here = new Where(leg.key().location(), leg.key().lot());
                for (String serial : leg.serials()) {
                    Numbered unit = new Numbered(leg.key().item(), serial);
                    if (!here.equals(where(unit, moved))) {
                        return false;
                    }
                    moved.put(unit, new Where(null, leg.key().lot()));
                }
            }
        }
        return true;
    }

    private boolean put(List<StockLeg> legs, Map<Numbered, Where> moved) {
        for (StockLeg leg : legs) {
            if (leg.delta().onHand() > 0) {
                for (String serial : leg.serials()) {
                    Numbered unit = new Numbered(leg.key().item(), serial);
                    Where was = where(unit, moved);
                    if (was != null && was.location() != null) {
                        return false;
                    }
                    moved.put(unit, new Where(leg.key().location(), leg.key().lot()));
                }
            }
        }
        return true;
    }

    private @Nullable Where where(Numbered unit, Map<Numbered, Where> moved) {
        Where now = moved.get(unit);
        if (now == null) {
            now = units.get(unit);
        }
        return now == null ? unitsBefore.get(unit) : now;
    }

    /** The next number of an item's stream. */
    long number(ItemId item) {
        long next = 1 + Objects.requireNonNull(streams.getOrDefault(item, streamBefore(item)));
        streams.put(item, next);
        return next;
    }

    private long streamBefore(ItemId item) {
        return Objects.requireNonNull(streamsBefore.get(item), "the item is not locked");
    }

    /** In the order in which they are written. */
    List<LevelChange> levelChanges() {
        List<LevelChange> changes = new ArrayList<>();
        new TreeMap<>(levels)
                .forEach(
                        (key, after) -> {
                            Buckets was = before.get(key);
                            if (was == null) {
                                changes.add(new LevelChange(key, Buckets.ZERO, after, true));
                            } else if (!was.equals(after)) {
                                changes.add(new LevelChange(key, was, after, false));
                            }
                        });
        return changes;
    }

    List<UnitChange> unitChanges() {
        List<UnitChange> changes = new ArrayList<>();
        units.forEach(
                (unit, after) -> changes.add(new UnitChange(unit, unitsBefore.get(unit), after)));
        return changes;
    }

    List<StreamChange> streamChanges() {
        List<StreamChange> changes = new ArrayList<>();
        streams.forEach(
                (item, after) -> changes.add(new StreamChange(item, streamBefore(item), after)));
        return changes;
    }
}
