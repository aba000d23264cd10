package io.fulfillx.launcher.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.LongStream;

/** A sample of what {@code ./fulfillx simulate} plays. */
class SimulationTest {
    private static final Simulation SIMULATION = new Simulation();

    @AfterAll
    static void close() {
        SIMULATION.close();
    }

    @Test
    void everyPromiseHoldsInEverySeed() {
        assertEquals(List.of(), SeedRange.broken(SIMULATION, 1, 150));
    }

    @Test
    void aSeedTellsTheSameStoryEachTime() {
        for (long seed = 1; seed <= 12; seed++) {
            assertEquals(SIMULATION.play(seed, new Parts()), SIMULATION.play(seed, new Parts()));
        }
    }

    @Test
    void parcelsAreClosedUnderPlatesAndLabelledFromTheLane() {
        List<String> told =
                LongStream.rangeClosed(1, 40)
                        .mapToObj(seed -> SIMULATION.play(seed, new Parts()))
                        .flatMap(outcome -> outcome.story().stream())
                        .toList();
        assertTrue(told.stream().anyMatch(it -> it.contains("under the plate")));
        assertTrue(told.stream().anyMatch(it -> it.contains("before the plate is out")));
        assertTrue(told.stream().anyMatch(it -> it.contains("from the lane")));
    }

    static List<PlantedBug> bugs() {
        return PlantedBug.all();
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void aPlantedBugIsCaught(PlantedBug bug) {
        assertTrue(PlantedRun.catching(SIMULATION, bug).isPresent());
    }
}
