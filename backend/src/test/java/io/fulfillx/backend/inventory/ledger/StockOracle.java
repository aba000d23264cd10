package io.fulfillx.backend.inventory.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says in its own words what each event must do, so that a wrong effect contradicts it. It keeps a
 * second account beside: units that came in and went out.
 */
final class StockOracle {
    private final Map<StockKey, Cell> cells = new TreeMap<>();
    private final Map<String, Map<StockKey, Buckets>> done = new HashMap<>();
    private long owned;

    private static final class Cell {
        private int hand;
        private int promised;
        private int pinned;
        private int apart;
        private int broken;
        private int looked;
        private int coming;

        Buckets buckets() {
            return new Buckets(hand, promised, pinned, apart, broken, looked, coming);
        }

        void set(Buckets b) {
            hand = b.onHand();
            promised = b.reserved();
            pinned = b.allocated();
            apart = b.quarantine();
            broken = b.damaged();
            looked = b.inspection();
            coming = b.inTransit();
        }

        void judge(Condition condition, int units) {
            switch (condition) {
                case SELLABLE -> {}
                case QUARANTINE -> apart += units;
                case DAMAGED -> broken += units;
                case INSPECTION -> looked += units;
            }
        }
    }

    Map<StockKey, Buckets> levels() {
        Map<StockKey, Buckets> levels = new TreeMap<>();
        cells.forEach((key, cell) -> levels.put(key, cell.buckets()));
        return levels;
    }

    Buckets at(StockKey key) {
        return cell(key).buckets();
    }

    /** Units on hand and under way, by what came in and went out. */
    long owned() {
        return owned;
    }

    private Cell cell(StockKey key) {
        return cells.computeIfAbsent(key, _ -> new Cell());
    }

    /** False, and nothing done, when the event must be refused. */
    boolean happens(String name, StockEvent event) {
        Map<StockKey, Buckets> before = levels();
        long ownedBefore = owned;
        apply(event);
        boolean sound = levels().values().stream().allMatch(Buckets::areSound);
        if (sound) {
            Map<StockKey, Buckets> changed = new HashMap<>();
            levels().forEach(
                            (key, now) -> {
                                Buckets was = before.getOrDefault(key, Buckets.ZERO);
                                if (now.distance(was) > 0) {
                                    changed.put(key, now.plus(was.negated()));
                                }
                            });
            done.put(name, changed);
        } else {
            cells.clear();
            before.forEach((key, was) -> cell(key).set(was));
            owned = ownedBefore;
        }
        return sound;
    }

    /** The opposite of an event that happened. */
    boolean undo(String name) {
        Map<StockKey, Buckets> changes = done.getOrDefault(name, Map.of());
        boolean sound =
                changes.entrySet().stream()
                        .allMatch(
                                change ->
                                        at(change.getKey())
                                                .plus(change.getValue().negated())
                                                .areSound());
        if (sound) {
            changes.forEach(
                    (key, change) -> {
                        cell(key).set(at(key).plus(change.negated()));
                        owned -= change.onHand() + change.inTransit();
                    });
        }
        return sound;
    }

    private void apply(StockEvent event) {
        switch (event) {
            case StockEvent.Receive e -> come(e.key(), e.units());
            case StockEvent.PutAway e -> {
                Cell from = cell(e.from());
                from.hand -= e.units();
                from.judge(e.condition(), -e.units());
                Cell to = cell(e.from().at(e.to()));
                to.hand += e.units();
                to.judge(e.condition(), e.units());
            }
            case StockEvent.Reserve _,
                    StockEvent.Release _,
                    StockEvent.Pin _,
                    StockEvent.Unpin _,
                    StockEvent.Pick _,
                    StockEvent.CommitShip _,
                    StockEvent.WriteOff _ ->
                    promised(event);
            case StockEvent.Adjust e -> come(e.key(), e.delta());
            case StockEvent.Count e -> come(e.key(), e.counted() - e.expected());
            case StockEvent.TransferOut e -> {
                cell(e.from()).hand -= e.units();
                cell(e.from().at(e.to())).coming += e.units();
            }
            case StockEvent.TransferIn e -> {
                cell(e.to()).coming -= e.units();
                cell(e.to()).hand += e.units();
            }
            case StockEvent.TransferLoss e -> {
                cell(e.to()).coming -= e.units();
                owned -= e.units();
            }
            case StockEvent.KitAssemble e -> {
                e.components().forEach(p -> come(p.key(), -p.units()));
                come(e.kit(), e.kits());
            }
            case StockEvent.KitBreak e -> {
                come(e.kit(), -e.kits());
                e.components().forEach(p -> come(p.key(), p.units()));
            }
            case StockEvent.Quarantine e -> judge(e.key(), e.units(), e.from(), "apart");
            case StockEvent.ReleaseQuarantine e -> judge(e.key(), e.units(), e.from(), "fine");
            case StockEvent.Damage e -> judge(e.key(), e.units(), e.from(), "broken");
            case StockEvent.Scrap e -> {
                come(e.key(), -e.units());
                cell(e.key()).judge(e.from(), -e.units());
            }
            case StockEvent.ReturnReceive e -> {
                come(e.key(), e.units());
                cell(e.key()).judge(e.disposition(), e.units());
            }
            case StockEvent.Reverse _ -> throw new IllegalArgumentException("undo it instead");
        }
    }

    private void promised(StockEvent event) {
        switch (event) {
            case StockEvent.Reserve e -> e.portions().forEach(p -> promise(p, 1));
            case StockEvent.Release e -> e.portions().forEach(p -> promise(p, -1));
            case StockEvent.Pin e -> {
                cell(e.from()).promised -= e.units();
                cell(e.to()).promised += e.units();
                cell(e.to()).pinned += e.units();
            }
            case StockEvent.Unpin e -> cell(e.key()).pinned -= e.units();
            case StockEvent.Pick e -> {
                for (Portion p : e.portions()) {
                    promise(p, -1);
                    cell(p.key()).hand -= p.units();
                    Cell tote = cell(p.key().at(e.tote()));
                    tote.hand += p.units();
                    tote.promised += p.units();
                    tote.pinned += p.units();
                }
            }
            case StockEvent.CommitShip e -> leave(e.portions());
            case StockEvent.WriteOff e -> leave(e.portions());
            default -> throw new IllegalArgumentException("no promise: " + event);
        }
    }

    private void come(StockKey key, int units) {
        cell(key).hand += units;
        owned += units;
    }

    private void promise(Portion portion, int sign) {
        cell(portion.key()).promised += sign * portion.units();
        cell(portion.key()).pinned += sign * portion.pinned();
    }

    private void leave(List<Portion> portions) {
        for (Portion portion : portions) {
            promise(portion, -1);
            come(portion.key(), -portion.units());
        }
    }

    private void judge(StockKey key, int units, Condition from, String to) {
        cell(key).judge(from, -units);
        switch (to) {
            case "apart" -> cell(key).apart += units;
            case "broken" -> cell(key).broken += units;
            default -> {}
        }
    }
}
