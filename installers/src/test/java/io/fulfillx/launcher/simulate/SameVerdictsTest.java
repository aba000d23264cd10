package io.fulfillx.launcher.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.launcher.station.RealHouse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

/** What the simulated server says the real one says as well, with PostgreSQL behind it. */
class SameVerdictsTest {
    @TempDir static Path folder;
    private static MemoryHouse memory;
    private static RealHouse real;

    @BeforeAll
    static void open() {
        memory = new MemoryHouse(folder);
        real = new RealHouse(folder);
    }

    @AfterAll
    static void close() {
        memory.close();
        real.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aHistoryIsJudgedAlike(long seed) throws Exception {
        List<String> simulated = History.play(seed, memory);
        assertTrue(simulated.size() > 1, simulated.toString());
        assertEquals(String.join("\n", simulated), String.join("\n", History.play(seed, real)));
    }
}
