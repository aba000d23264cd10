package io.fulfillx.launcher.simulate;

import io.fulfillx.launcher.simulate.Simulation.Outcome;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Plays many seeds, as many at once as the machine has processors; each run is one thread's. */
final class SeedRange {
    private SeedRange() {}

    /** Those in which a promise did not hold, by seed. */
    static List<Outcome> broken(Simulation simulation, long first, int seeds) {
        AtomicLong next = new AtomicLong(first);
        int workers = Math.min(seeds, Runtime.getRuntime().availableProcessors());
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, workers))) {
            List<Future<List<Outcome>>> parts = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                parts.add(threads.submit(() -> part(simulation, next, first + seeds)));
            }
            List<Outcome> broken = new ArrayList<>();
            for (Future<List<Outcome>> part : parts) {
                broken.addAll(part.get());
            }
            broken.sort(Comparator.comparingLong(Outcome::seed));
            return broken;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static List<Outcome> part(Simulation simulation, AtomicLong next, long end) {
        List<Outcome> broken = new ArrayList<>();
        for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
            Outcome outcome = simulation.play(seed, new Parts());
            if (outcome.broken().isPresent()) {
                broken.add(outcome);
            }
        }
        return broken;
    }
}
