package io.fulfillx.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Real programs, a network that loses, delays, tears and repeats, and power cuts at random. */
class RoughShiftTest {
    private static final int ORDERS_EACH = 6;
    private static final int MOODS = 3;
    private static final int FEW_LABELS = 3;
    private static final int LONGEST_PAUSE_MILLIS = 500;
    private static final Duration LOOK = Duration.ofMillis(20);

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void theShiftEndsExactWhateverNetworkAndPowerDo(@TempDir Path folder) throws IOException {
        long seed = System.nanoTime();
        System.err.println("rough shift with seed " + seed);
        RandomGenerator random = new SplittableRandom(seed);
        RoughNetwork network = new RoughNetwork(new SplittableRandom(random.nextLong()));
        ShiftReport report =
                DemoRun.work(
                        DemoRun.settings(folder, ORDERS_EACH, false),
                        folder.resolve("out"),
                        (demo, shift) -> {
                            shift.roughen(network);
                            long printed = 0;
                            for (Runnable kill : kills(demo, shift, random)) {
                                // In the middle of work: a station that just starts has nothing
                                // that it could lose.
                                printed += 1 + random.nextInt(FEW_LABELS);
                                while (shift.printed() < printed) {
                                    Patience.sleep(LOOK);
                                }
                                Patience.sleep(
                                        Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS)));
                                kill.run();
                            }
                        });
        DemoRun.assertEverythingHeld(report);
        DemoRun.assertShipped(report, 2 * ORDERS_EACH);
        assertTrue(network.counts().size() >= MOODS, () -> "too calm: " + network.counts());
    }

    /** Each station and the server at least once, in any order. */
    private static List<Runnable> kills(Demo demo, Shift shift, RandomGenerator random) {
        List<Runnable> all = new ArrayList<>();
        for (House house : demo.busyHouses()) {
            all.add(
                    () -> {
                        shift.killStation(house);
                        shift.clockIn(house);
                    });
        }
        all.add(
                () -> {
                    demo.backstage().killServer();
                    demo.restartServer();
                });
        all.add(all.get(random.nextInt(all.size())));
        Collections.shuffle(all, random);
        return all;
    }
}
