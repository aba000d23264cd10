package io.fulfillx.launcher.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.model.station.JobState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** News of the server on their way to a station. */
class PokesTest {

    private final TestHouse house = new TestHouse();
    @TempDir Path folder;

    @Test
    void whatIsCommittedAtTheServerShowsAtTheStationWithoutAPoll() {
        try (TestBench bench = TestBench.enrolled(house, folder.resolve("a"), "Bench 1")) {
            bench.connect();
            TestHouse.await(bench::isPoked);
            house.orderFor(bench.store(), 1);
            long committed = System.nanoTime();
            TestHouse.await(() -> !bench.store().jobs().isEmpty());
            // A poll alone would come only after five seconds.
            long millis = (System.nanoTime() - committed) / 1_000_000;
            assertTrue(millis < 2_500, millis + " ms");
        }
    }

    @Test
    void whereNoPokePassesPollingBringsEverythingAndTakesItUp() throws Exception {
        try (LineWithoutPokes line = LineWithoutPokes.to(TestHouse.url());
                TestBench bench = TestBench.enrolled(house, folder.resolve("a"), "Bench 1")) {
            bench.through(line.url());
            bench.connect();
            TestHouse.await(() -> line.refused() > 0);
            house.orderFor(bench.store(), 1);
            TestHouse.await(() -> !bench.store().jobs().isEmpty());
            bench.pick(1);
            bench.pack();
            bench.settle();
            TestHouse.await(() -> bench.job().job().state() == JobState.SHIPPED);
            assertFalse(bench.isPoked());
            assertEquals(499, house.onHand());
        }
    }
}
