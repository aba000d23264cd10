package io.fulfillx.launcher.demo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class KillTest {
    private static final int ORDERS_EACH = 5;

    @Test
    void killedStationsAndAKilledServerLoseNothingAndRepeatNothing(@TempDir Path folder)
            throws IOException {
        ShiftReport report =
                DemoRun.work(
                        DemoRun.settings(folder, ORDERS_EACH, false),
                        folder.resolve("out"),
                        (demo, shift) -> {
                            demo.busyHouses().forEach(shift::killStation);
                            demo.busyHouses().forEach(shift::clockIn);
                            demo.backstage().killServer();
                            demo.restartServer();
                        });
        DemoRun.assertEverythingHeld(report);
        DemoRun.assertShipped(report, 2 * ORDERS_EACH);
    }
}
