package io.fulfillx.backend.inventory.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Whatever happens to stock: levels are the replay, nothing is below zero, no unit is lost. */
class StockPropertyTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 20260302, 77})
    void levelsAreTheReplayAndUnitsAreConserved(long seed) {
        StockHistory history = new StockHistory(new StockWorld(StockEffects::of), seed);
        assertEquals(Optional.empty(), history.tour());
        assertEquals(Optional.empty(), history.live(150));
        assertTrue(history.booked() > 70, "only " + history.booked() + " booked");
        assertTrue(history.refused() > 5, "only " + history.refused() + " refused");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20260302, 99})
    void eventsOfOneTransactionHaveTheFateThatEachHasAlone(long seed) {
        StockHistory history = new StockHistory(new StockWorld(StockEffects::of), seed);
        assertEquals(Optional.empty(), history.tour());
        assertEquals(Optional.empty(), history.liveTogether(40));
        assertTrue(history.booked() > 70, "only " + history.booked() + " booked");
        assertTrue(history.refused() > 20, "only " + history.refused() + " refused");
    }

    /** The effects with one unit too many in one bucket of one leg of one kind of event. */
    private record Mutant(String event, int leg, int bucket)
            implements Function<StockEvent, List<StockLeg>> {
        @Override
        public List<StockLeg> apply(StockEvent applied) {
            List<StockLeg> legs = new ArrayList<>(StockEffects.of(applied));
            if (applied.getClass().getSimpleName().equals(event) && leg < legs.size()) {
                StockLeg old = legs.get(leg);
                int[] extra = new int[7];
                extra[bucket] = 1;
                legs.set(leg, new StockLeg(old.key(), old.delta().plus(buckets(extra))));
            }
            return legs;
        }
    }

    private static Buckets buckets(int[] u) {
        return new Buckets(u[0], u[1], u[2], u[3], u[4], u[5], u[6]);
    }

    private static int[] units(Buckets b) {
        return new int[] {
            b.onHand(),
            b.reserved(),
            b.allocated(),
            b.quarantine(),
            b.damaged(),
            b.inspection(),
            b.inTransit()
        };
    }

    /** One mutant for every number that an event of the tour changes. */
    private static List<Mutant> mutants() {
        TreeSet<String> names = new TreeSet<>();
        List<Mutant> mutants = new ArrayList<>();
        StockWorld world =
                new StockWorld(
                        event -> {
                            List<StockLeg> legs = StockEffects.of(event);
                            String kind = event.getClass().getSimpleName();
                            for (int leg = 0; leg < legs.size(); leg++) {
                                int[] units = units(legs.get(leg).delta());
                                for (int i = 0; i < units.length; i++) {
                                    if (units[i] != 0 && names.add(kind + leg + "/" + i)) {
                                        mutants.add(new Mutant(kind, leg, i));
                                    }
                                }
                            }
                            return legs;
                        });
        assertEquals(Optional.empty(), new StockHistory(world, 1).tour());
        return mutants;
    }

    @Test
    void aBugInAnyEffectOfAnyEventIsFound() {
        List<Mutant> mutants = mutants();
        List<Mutant> survived =
                mutants.stream()
                        .filter(
                                mutant ->
                                        new StockHistory(new StockWorld(mutant), 1)
                                                .tour()
                                                .isEmpty())
                        .toList();
        assertEquals(List.of(), survived);
        long kinds = mutants.stream().map(Mutant::event).distinct().count();
        assertEquals(StockEvent.class.getPermittedSubclasses().length, kinds);
    }

    @Test
    void atTheSameTimeNothingIsLostAndNobodyWaitsInARing()
            throws InterruptedException, ExecutionException {
        StockWorld world = new StockWorld(StockEffects::of);
        List<StockEvent> happened = Collections.synchronizedList(new ArrayList<>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                tasks.add(worker(world, i, happened));
            }
            for (Future<Boolean> done : threads.invokeAll(tasks)) {
                assertTrue(done.get());
            }
        }
        Map<StockKey, Buckets> expected = new TreeMap<>();
        happened.forEach(
                event ->
                        StockEffects.of(event)
                                .forEach(
                                        leg ->
                                                expected.merge(
                                                        leg.key(), leg.delta(), Buckets::plus)));
        Map<StockKey, Buckets> levels = world.levels();
        expected.forEach((key, units) -> assertEquals(units, levels.get(key)));
        assertEquals(Optional.empty(), world.objections());
        assertTrue(happened.size() > 60, "only " + happened.size());
    }

    private static Callable<Boolean> worker(
            StockWorld world, int number, List<StockEvent> happened) {
        return () -> {
            Random random = new Random(number);
            StockHistory ideas = new StockHistory(world, number);
            for (int i = 0; i < 15; i++) {
                List<String> names = new ArrayList<>();
                List<StockEvent> events = new ArrayList<>();
                for (int n = 0; n < 1 + random.nextInt(4); n++) {
                    names.add("worker-" + number + "-" + i + "-" + n);
                    events.add(
                            random.nextInt(3) == 0
                                    ? new StockEvent.Receive(
                                            world.key(random.nextInt(2), 0, false), 9, List.of())
                                    : ideas.next());
                }
                List<Posted.Fate> fates = world.postAll(names, events);
                for (int n = 0; n < events.size(); n++) {
                    if (fates.get(n) == Posted.Fate.BOOKED) {
                        happened.add(events.get(n));
                    }
                }
            }
            return true;
        };
    }
}
