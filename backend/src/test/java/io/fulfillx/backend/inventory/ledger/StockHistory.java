package io.fulfillx.backend.inventory.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A random life of a world from a seed, compared step by step with what must happen. */
final class StockHistory {
    private static final Condition[] CONDITIONS = Condition.values();
    private static final Set<String> PROMISES =
            Set.of("Reserve", "Release", "Pin", "Unpin", "Pick", "CommitShip", "WriteOff");

    private final StockWorld world;
    private final StockOracle oracle = new StockOracle();
    private final Random random;
    private final List<String> reversible = new ArrayList<>();
    private int booked;
    private int refused;

    StockHistory(StockWorld world, long seed) {
        this.world = world;
        this.random = new Random(seed);
    }

    int booked() {
        return booked;
    }

    int refused() {
        return refused;
    }

    /** Every kind of event once, each of them possible; empty when nothing was wrong. */
    Optional<String> tour() {
        StockKey a = world.key(0, 0, true);
        StockKey b = world.key(1, 0, false);
        StockKey away = a.at(world.place(1));
        StockKey far = a.at(world.far());
        StockKey inTote = a.at(world.tote());
        List<Portion> parts = List.of(Portion.of(b, 2), Portion.of(a, 1));
        List<StockEvent> events =
                List.of(
                        new StockEvent.Receive(a, 90, List.of()),
                        new StockEvent.Receive(b, 80, List.of()),
                        new StockEvent.PutAway(
                                a, world.place(1), 20, Condition.SELLABLE, List.of()),
                        new StockEvent.Reserve(List.of(Portion.of(a, 12), Portion.of(b, 5))),
                        new StockEvent.Pin(a, away, 6),
                        new StockEvent.Pin(a, a, 2),
                        new StockEvent.Unpin(away, 1),
                        new StockEvent.Release(List.of(new Portion(a, 2, 1, List.of()))),
                        new StockEvent.Pick(
                                List.of(new Portion(away, 4, 3, List.of())), world.tote()),
                        new StockEvent.CommitShip(
                                List.of(new Portion(inTote, 3, 3, List.of()), Portion.of(b, 2))),
                        new StockEvent.WriteOff(
                                List.of(new Portion(inTote, 1, 1, List.of())), false),
                        new StockEvent.Adjust(a, -3, List.of()),
                        new StockEvent.Count(a, 31, 33, List.of()),
                        new StockEvent.TransferOut(a, world.far(), 9, List.of()),
                        new StockEvent.TransferIn(far, 6, List.of()),
                        new StockEvent.TransferLoss(far, 2),
                        new StockEvent.KitAssemble(world.kit(), 4, parts),
                        new StockEvent.KitBreak(world.kit(), 3, parts),
                        new StockEvent.Quarantine(a, 5, Condition.SELLABLE),
                        new StockEvent.ReleaseQuarantine(a, 2, Condition.QUARANTINE),
                        new StockEvent.Damage(a, 2, Condition.QUARANTINE),
                        new StockEvent.Scrap(a, 1, Condition.DAMAGED, List.of()),
                        new StockEvent.ReturnReceive(a, 3, Condition.INSPECTION, List.of()));
        for (int i = 0; i < events.size(); i++) {
            Optional<String> wrong = step("tour-" + i, events.get(i));
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return undo("tour-undo", "tour-22");
    }

    /** That many random events, some of them impossible; empty when nothing was wrong. */
    Optional<String> live(int steps) {
        for (int i = 0; i < steps; i++) {
            String name = "live-" + i;
            Optional<String> wrong =
                    !reversible.isEmpty() && random.nextInt(20) == 0
                            ? undo(name, reversible.remove(random.nextInt(reversible.size())))
                            : step(name, next());
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return world.objections();
    }

    /**
     * That many transactions of several events each, one of them twice; empty when each event had
     * the fate that it has alone.
     */
    Optional<String> liveTogether(int times) {
        for (int i = 0; i < times; i++) {
            List<String> names = new ArrayList<>();
            List<StockEvent> events = new ArrayList<>();
            List<Posted.Fate> expected = new ArrayList<>();
            for (int n = 0; n < 1 + random.nextInt(12); n++) {
                names.add("together-" + i + "-" + n);
                events.add(next());
                boolean fits = oracle.happens(names.getLast(), events.getLast());
                expected.add(fits ? Posted.Fate.BOOKED : Posted.Fate.REFUSED);
            }
            int twice = expected.indexOf(Posted.Fate.BOOKED);
            if (twice >= 0) {
                names.add(names.get(twice));
                events.add(events.get(twice));
                expected.add(Posted.Fate.REPEATED);
            }
            List<Posted.Fate> fates = world.postAll(names, events);
            fates.forEach(this::count);
            if (!fates.equals(expected)) {
                return Optional.of(events + " became " + fates + ", not " + expected);
            }
            Optional<String> wrong = levelsAgree("the transaction " + i);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return world.objections();
    }

    Optional<String> step(String name, StockEvent event) {
        boolean expected = oracle.happens(name, event);
        Posted.Fate posted = world.post(name, event);
        count(posted);
        if (expected && !PROMISES.contains(event.getClass().getSimpleName())) {
            reversible.add(name);
        }
        return compared(event, expected, posted);
    }

    private Optional<String> undo(String name, String of) {
        boolean expected = oracle.undo(of);
        Posted.Fate posted = world.reverse(name, of);
        count(posted);
        return compared("reverse " + of, expected, posted);
    }

    private void count(Posted.Fate posted) {
        if (posted == Posted.Fate.BOOKED) {
            booked++;
        } else {
            refused++;
        }
    }

    private Optional<String> compared(Object what, boolean expected, Posted.Fate posted) {
        if (expected != (posted == Posted.Fate.BOOKED)) {
            return Optional.of(what + " was " + posted);
        }
        return levelsAgree(what);
    }

    private Optional<String> levelsAgree(Object what) {
        Map<StockKey, Buckets> levels = world.levels();
        long owned = 0;
        for (Buckets level : levels.values()) {
            owned += level.onHand() + level.inTransit();
            if (!level.areSound()) {
                return Optional.of(what + " made " + level);
            }
        }
        for (StockKey key : levels.keySet()) {
            if (levels.get(key).distance(oracle.at(key)) > 0) {
                return Optional.of(what + " left " + levels.get(key) + " at " + key);
            }
        }
        return owned == oracle.owned()
                ? Optional.empty()
                : Optional.of(what + ": " + owned + " units are there, not " + oracle.owned());
    }

    /** Any event; of the possible size mostly, else somewhat larger. */
    StockEvent next() {
        StockKey key = anyKey();
        StockKey other = key.at(world.place(key.location().equals(world.place(0)) ? 1 : 0));
        StockKey far = key.at(world.far());
        Buckets at = oracle.at(key);
        Condition condition = CONDITIONS[random.nextInt(CONDITIONS.length)];
        List<Portion> free = List.of(Portion.of(key, some(at.available())));
        List<Portion> held = List.of(held(key, at));
        int few = 1 + random.nextInt(3);
        List<Portion> parts =
                List.of(
                        Portion.of(world.key(0, 0, false), few),
                        Portion.of(world.key(1, 0, false), 2 * few));
        return switch (random.nextInt(21)) {
            case 0, 1 -> new StockEvent.Receive(key, 1 + random.nextInt(20), List.of());
            case 2 ->
                    new StockEvent.PutAway(
                            key, other.location(), some(at.available()), condition, List.of());
            case 3, 4 -> new StockEvent.Reserve(free);
            case 5 -> new StockEvent.Release(held);
            case 6 ->
                    new StockEvent.Pin(
                            key, random.nextBoolean() ? key : other, some(at.reserved()));
            case 7 -> new StockEvent.Unpin(key, some(at.allocated()));
            case 8 ->
                    key.location().equals(world.tote())
                            ? new StockEvent.CommitShip(held)
                            : new StockEvent.Pick(held, world.tote());
            case 9 -> new StockEvent.CommitShip(held);
            case 10 -> new StockEvent.WriteOff(held, random.nextBoolean());
            case 11 -> new StockEvent.Adjust(key, signed(), List.of());
            case 12 -> new StockEvent.Count(key, random.nextInt(30), at.onHand(), List.of());
            case 13 ->
                    new StockEvent.TransferOut(key, world.far(), some(at.available()), List.of());
            case 14 -> new StockEvent.TransferIn(far, some(oracle.at(far).inTransit()), List.of());
            case 15 -> new StockEvent.TransferLoss(far, some(oracle.at(far).inTransit()));
            case 16 -> new StockEvent.KitAssemble(world.kit(), few, parts);
            case 17 -> new StockEvent.KitBreak(world.kit(), few, parts);
            case 18 -> judged(key, at, condition);
            case 19 -> new StockEvent.Scrap(key, some(at.available()), condition, List.of());
            default -> new StockEvent.ReturnReceive(key, few, condition, List.of());
        };
    }

    private StockEvent judged(StockKey key, Buckets at, Condition condition) {
        return switch (condition) {
            case SELLABLE -> new StockEvent.Quarantine(key, some(at.available()), condition);
            case QUARANTINE ->
                    new StockEvent.ReleaseQuarantine(key, some(at.quarantine()), condition);
            case INSPECTION -> new StockEvent.Damage(key, some(at.inspection()), condition);
            case DAMAGED -> new StockEvent.Scrap(key, some(at.damaged()), condition, List.of());
        };
    }

    private StockKey anyKey() {
        StockKey key = world.key(random.nextInt(2), random.nextInt(2), random.nextBoolean());
        return random.nextInt(6) == 0 ? key.at(world.tote()) : key;
    }

    private Portion held(StockKey key, Buckets at) {
        int units = some(at.reserved());
        int loose = at.reserved() - at.allocated();
        return new Portion(key, units, Math.max(0, Math.min(units, units - loose)), List.of());
    }

    private int signed() {
        int units = 1 + random.nextInt(8);
        return random.nextBoolean() ? units : -units;
    }

    /** Up to what is there, at times a little more. */
    private int some(int there) {
        int most = random.nextInt(8) == 0 ? there + 3 : there;
        return most < 1 ? 1 : 1 + random.nextInt(most);
    }
}
