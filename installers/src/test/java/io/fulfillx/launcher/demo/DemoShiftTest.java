package io.fulfillx.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class DemoShiftTest {
    private static final int ORDERS_EACH = 5;

    @Test
    void ordersBecomeShippedParcelsThoughTheNetworkIsCutInTheMiddle(@TempDir Path folder)
            throws IOException {
        Path out = folder.resolve("out");
        ShiftReport report =
                DemoRun.work(DemoRun.settings(folder, ORDERS_EACH, true), out, (demo, shift) -> {});
        DemoRun.assertEverythingHeld(report, ORDERS_EACH);
        assertTrue(report.packedOffline() * 3 >= report.parcels());
        assertTrue(Files.exists(out.resolve("report.json")));
    }
}
