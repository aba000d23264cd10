package io.fulfillx.launcher.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoreException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Disks that were restored or copied: each act counts once, and none is lost. */
class StoreCopiesTest {
    private final TestHouse house = new TestHouse();
    @TempDir Path folder;

    private TestBench bench(int mugs) {
        TestBench bench = TestBench.enrolled(house, folder.resolve("a"), "Bench 1");
        house.orderFor(bench.store(), mugs);
        bench.sync();
        TestHouse.await(() -> !bench.store().jobs().isEmpty());
        bench.disconnect();
        return bench;
    }

    @Test
    void aRestoredDiskGoesOnInANewEpochAndLosesNoAct() {
        try (TestBench bench = bench(5)) {
            bench.pick(1);
            bench.sync();
            Path image = folder.resolve("image");
            bench.saveTo(image);
            bench.pick(1);
            bench.sync();
            bench.restoreFrom(image);
            String old = bench.store().epoch();
            // The restored store believes that it has seen nothing of the second act.
            bench.pick(1);
            bench.sync();
            assertNotEquals(old, bench.store().epoch());
            assertEquals(List.of(), house.discrepancies());
            bench.pick(1);
            bench.pick(1);
            bench.pack();
            bench.settle();
            assertEquals(495, house.onHand());
        }
    }

    @Test
    void twoCopiesOfOneDiskEachKeepTheirActs() {
        try (TestBench bench = bench(5)) {
            bench.pick(1);
            bench.sync();
            String epoch = bench.store().epoch();
            try (TestBench copy = bench.copyTo(folder.resolve("b"))) {
                copy.pick(1);
                copy.sync();
                copy.disconnect();
                bench.pick(1);
                bench.sync();
                assertNotEquals(epoch, bench.store().epoch());
                assertNotEquals(bench.store().epoch(), copy.store().epoch());
                bench.disconnect();
                copy.pick(1);
                copy.sync();
            }
            assertEquals(List.of(), house.discrepancies());
        }
    }

    @Test
    void aRestartIsNoCopy() {
        try (TestBench bench = bench(3)) {
            String epoch = bench.store().epoch();
            for (int i = 0; i < 3; i++) {
                bench.pick(1);
                bench.sync();
                bench.restart();
            }
            assertEquals(epoch, bench.store().epoch());
        }
    }

    @Test
    void oneProgramAtATimeOwnsAStore() {
        try (TestBench _ = bench(1)) {
            StoreException second =
                    assertThrows(
                            StoreException.class,
                            () -> StationStore.open(folder.resolve("a"), Clock.systemUTC()));
            assertEquals("store-in-use", second.code());
        }
    }
}
