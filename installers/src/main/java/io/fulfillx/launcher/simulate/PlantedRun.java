package io.fulfillx.launcher.simulate;

import io.fulfillx.launcher.simulate.Simulation.Outcome;

import java.util.Optional;

/** Looks for the first seed that catches a planted bug. */
final class PlantedRun {
    /** A bug that hides longer than that counts as missed. */
    private static final int SEEDS = 1_000;

    private PlantedRun() {}

    static Optional<Outcome> catching(Simulation simulation, PlantedBug bug, long first) {
        for (long seed = first; seed < first + SEEDS; seed++) {
            Outcome outcome = simulation.play(seed, bug.parts().get());
            if (outcome.broken().isPresent()) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }
}
