package io.fulfillx.launcher.simulate;

import io.fulfillx.launcher.simulate.Simulation.Outcome;

import java.util.Optional;
import java.util.stream.LongStream;

/** Looks for a seed that catches a planted bug: the one that did before, then any. */
final class PlantedRun {
    /** A bug that hides longer than that counts as missed. */
    private static final int SEEDS = 3_000;

    private PlantedRun() {}

    static Optional<Outcome> catching(Simulation simulation, PlantedBug bug) {
        return LongStream.concat(LongStream.of(bug.seed()), LongStream.rangeClosed(1, SEEDS))
                .mapToObj(seed -> simulation.play(seed, bug.parts().get()))
                .filter(outcome -> outcome.broken().isPresent())
                .findFirst();
    }
}
