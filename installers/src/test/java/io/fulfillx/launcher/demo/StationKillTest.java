package io.fulfillx.launcher.demo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class StationKillTest {
    private static final int ORDERS_EACH = 4;

    @Test
    void killedStationsLoseNothingAndRepeatNothing(@TempDir Path folder) throws IOException {
        ShiftReport report =
                DemoRun.work(
                        DemoRun.settings(folder, ORDERS_EACH, false),
                        folder.resolve("out"),
                        (demo, shift) -> {
                            demo.busyHouses().forEach(shift::killStation);
                            demo.busyHouses().forEach(shift::clockIn);
                        });
        DemoRun.assertEverythingHeld(report, ORDERS_EACH);
    }
}
