package io.fulfillx.launcher.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

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
        assertEquals(SIMULATION.play(5, new Parts()), SIMULATION.play(5, new Parts()));
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
