package io.fulfillx.launcher.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoreException;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.sync.ServerClient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
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
    void aDatabaseThatWasRestoredGetsAgainWhatItLost() throws SQLException {
        try (TestBench bench = bench(2)) {
            bench.closeShift();
            bench.closeShift();
            bench.closeShift();
            bench.sync();
            bench.disconnect();
            assertEquals(2, lose(bench, 1));
            bench.pick(1);
            bench.restart();
            bench.sync();
            assertEquals(4, rows(bench));
            assertEquals(List.of(), house.discrepancies());
        }
    }

    @Test
    void aFeedThatBeginsAnewBringsEverythingAndLosesNoAct() throws Exception {
        try (TestBench bench = bench(3);
                ServerClient client = new ServerClient(TestHouse.url())) {
            bench.pick(1);
            house.orderFor(bench.store(), 1);
            // By its place the cursor is behind the second order; only its epoch is another one.
            String place =
                    client.feed(bench.store().identity().orElseThrow(), "", Duration.ZERO).cursor();
            bench.end();
            setCursor(folder.resolve("a"), "7" + place.substring(place.indexOf('-')));
            bench.restart();
            bench.sync();
            TestHouse.await(() -> bench.store().jobs().size() == 2);
            StoredJob begun =
                    bench.store().jobs().stream()
                            .filter(each -> !each.work().lines().isEmpty())
                            .findFirst()
                            .orElseThrow();
            assertEquals(1, begun.work().line(begun.job().lines().getFirst().lineId()).picked());
            assertEquals(1, rows(bench));
            assertEquals(List.of(), house.discrepancies());
        }
    }

    /** As after a restore: cursors of before name another epoch of the feed. */
    private static void setCursor(Path home, String cursor) throws SQLException {
        try (Connection file =
                        DriverManager.getConnection("jdbc:sqlite:" + home.resolve("station.db"));
                PreparedStatement change =
                        file.prepareStatement(
                                "update meta set value = ? where key = 'feed.cursor'")) {
            change.setString(1, cursor);
            assertEquals(1, change.executeUpdate());
        }
    }

    /** The server goes back to when it had only so many rows; returns how many it lost. */
    private static int lose(TestBench bench, long kept) throws SQLException {
        String row = "epoch = '" + bench.store().epoch() + "' and n ";
        try (Connection database = TestHouse.database();
                Statement change = database.createStatement()) {
            int journals =
                    change.executeUpdate(
                            "update station_journal j set last_n = "
                                    + kept
                                    + ", head_hash = (select row_hash from station_command where "
                                    + row
                                    + "= "
                                    + kept
                                    + ") where epoch = '"
                                    + bench.store().epoch()
                                    + "'");
            assertEquals(1, journals);
            return change.executeUpdate("delete from station_command where " + row + "> " + kept);
        }
    }

    private long rows(TestBench bench) {
        return TestHouse.server()
                .foundation()
                .transactions()
                .inOrg(
                        house.org(),
                        tx ->
                                tx.sql(
                                                "select count(*) as held from station_command where"
                                                        + " org_id = :org and epoch = :epoch")
                                        .with("epoch", bench.store().epoch())
                                        .get(row -> row.bigint("held")));
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
