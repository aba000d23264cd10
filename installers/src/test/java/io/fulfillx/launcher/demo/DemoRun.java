package io.fulfillx.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A small shift that can be disturbed when a third of it is done. */
final class DemoRun {
    private static final Duration FIRST_THIRD = Duration.ofMinutes(3);

    private DemoRun() {}

    /** Both houses get so many made orders that can ship. */
    static DemoSettings settings(Path folder, int ordersEach, boolean cutNetwork) {
        return settings(folder, Optional.empty(), ordersEach, cutNetwork);
    }

    /** The first house gets the orders of these files. */
    static DemoSettings settings(Path folder, Path orders, boolean cutNetwork) {
        return settings(folder, Optional.of(orders), 0, cutNetwork);
    }

    private static DemoSettings settings(
            Path folder, Optional<Path> orders, int ordersEach, boolean cutNetwork) {
        return new DemoSettings(
                DemoFolder.fresh(folder.resolve("data")),
                0,
                ordersEach,
                orders,
                ordersEach,
                new Upsets(cutNetwork, Upsets.ORDINARY_PRINTER),
                Optional.of(folder.resolve("screens")));
    }

    /** Works the whole shift; the disturbance comes once, in its middle. */
    static ShiftReport work(DemoSettings settings, Path out, BiConsumer<Demo, Shift> disturb)
            throws IOException {
        Progress progress = new Progress(System.err);
        try (Demo demo = Demo.start(settings, progress)) {
            demo.sendOrders();
            int parcels = demo.releaseEverything();
            Shift.Result result;
            try (Shift shift = demo.shift()) {
                demo.busyHouses().forEach(shift::clockIn);
                assertTrue(
                        Patience.until(FIRST_THIRD, () -> shift.printed() * 3 >= parcels),
                        "a third of the labels is printed in time");
                disturb.accept(demo, shift);
                result = shift.untilTheEnd(parcels);
            }
            return demo.report(result, out);
        }
    }

    static void assertEverythingHeld(ShiftReport report) {
        assertEquals(List.of(), report.problems());
        assertEquals(report.parcels(), report.labelsPrinted());
        assertEquals(report.parcels(), report.trackingSent());
    }

    static void assertShipped(ShiftReport report, int orders) {
        assertEquals(orders, report.ordersShipped(), () -> report.orders().toString());
    }
}
