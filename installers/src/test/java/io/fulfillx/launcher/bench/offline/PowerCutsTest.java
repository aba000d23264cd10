package io.fulfillx.launcher.bench.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

@EnabledOnOs(OS.LINUX)
class PowerCutsTest {
    private static final int IMAGES = 40;
    private static final long SEED = 42;

    @TempDir Path folder;

    @Test
    void everyAcknowledgedActSurvivesAPowerCut() throws IOException {
        PowerCuts.Outcome outcome = PowerCuts.play(folder.resolve("a"), true, IMAGES, SEED);

        assertEquals(List.of(), outcome.examples());
        assertEquals(IMAGES, outcome.kept());
    }

    @Test
    void withoutSyncsSomethingIsLost() throws IOException {
        PowerCuts.Outcome outcome = PowerCuts.play(folder.resolve("b"), false, IMAGES, SEED);

        assertTrue(outcome.kept() < IMAGES);
    }
}
