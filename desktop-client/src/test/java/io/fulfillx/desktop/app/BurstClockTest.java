package io.fulfillx.desktop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BurstClockTest {
    private static final long MILLI = 1_000_000;

    @Test
    void runsWithTheRealTimeWhileTheWindowIsPunctual() {
        BurstClock clock = new BurstClock();
        clock.start(0);
        clock.tick(16 * MILLI);
        assertEquals(40 * MILLI, clock.tick(40 * MILLI));
    }

    @Test
    void aBusyWindowDoesNotStretchAScan() {
        BurstClock clock = new BurstClock();
        clock.start(0);
        long before = clock.tick(5 * MILLI);
        long after = clock.tick(500 * MILLI);
        assertTrue(after - before <= 40 * MILLI, "seen as " + (after - before));
    }

    @Test
    void aTypistsPauseStaysAPause() {
        BurstClock clock = new BurstClock();
        clock.start(0);
        long before = clock.tick(5 * MILLI);
        for (int frame = 1; frame <= 6; frame++) {
            clock.tick((5 + 16L * frame) * MILLI);
        }
        assertEquals(100 * MILLI, clock.tick(105 * MILLI) - before);
    }
}
