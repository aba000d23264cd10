package io.fulfillx.launcher.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.store.StoreException;
import io.fulfillx.desktop.sync.Link;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** What the server believes of a station's journal, and what becomes of the rest. */
class JournalProofTest {
    private final TestHouse house = new TestHouse();
    @TempDir Path folder;

    private TestBench bench(int mugs) {
        TestBench bench = TestBench.enrolled(house, folder.resolve("a"), "Bench 1");
        house.orderFor(bench.store(), mugs);
        bench.connect();
        TestHouse.await(() -> !bench.store().jobs().isEmpty());
        bench.disconnect();
        return bench;
    }

    private void tamper(Path home, String sql, String value, long n) throws SQLException {
        try (Connection file =
                        DriverManager.getConnection("jdbc:sqlite:" + home.resolve("station.db"));
                PreparedStatement change = file.prepareStatement(sql)) {
            change.setString(1, value);
            change.setLong(2, n);
            assertEquals(1, change.executeUpdate());
        }
    }

    @Test
    void whatAStationSignedIsBooked() {
        try (TestBench bench = bench(2)) {
            bench.pick(1);
            bench.pick(1);
            bench.pack();
            bench.sync();
            assertEquals(498, house.onHand());
            assertEquals(List.of(), house.discrepancies());
            assertEquals(new Link.Online(), bench.link());
        }
    }

    @Test
    void theEndOfTheShiftComesBehindAllThatWasDone() {
        try (TestBench bench = bench(1)) {
            bench.pick(1);
            bench.pack();
            bench.closeShift();
            assertEquals(3, bench.store().count().unsent());
            bench.sync();
            assertEquals(499, house.onHand());
            assertEquals(List.of(), house.discrepancies());
        }
    }

    @Test
    void aRowThatWasChangedOnTheDiskIsKeptAsEvidenceAndTheLinkSaysSo() throws SQLException {
        try (TestBench bench = bench(2)) {
            bench.pick(1);
            bench.pick(1);
            bench.pack();
            bench.end();
            tamper(
                    folder.resolve("a"),
                    "update journal set json = replace(json, '\"quantity\":1', ?) where n = ?",
                    "\"quantity\":2",
                    2);
            bench.restart();
            bench.connect();
            bench.settle();
            // The order is held for a lead, so its parcel does not leave either.
            assertEquals(List.of("signature-wrong", "order-held"), house.discrepancies());
            TestHouse.await(() -> bench.link().equals(new Link.Refused("signature-wrong")));
        }
    }

    @Test
    void aRowTakenOutOfTheChainIsNoticed() throws SQLException {
        try (TestBench bench = bench(3)) {
            bench.pick(1);
            Path image = folder.resolve("image");
            bench.saveTo(image);
            bench.pick(1);
            bench.pick(1);
            String third = json(folder.resolve("a"), 3);
            // The same station signs another second act, and the old third one is put behind it.
            bench.restoreFrom(image);
            bench.pick(1);
            bench.pick(1);
            bench.end();
            tamper(folder.resolve("a"), "update journal set json = ? where n = ?", third, 3);
            bench.restart();
            bench.connect();
            bench.settle();
            assertEquals(List.of("chain-broken"), house.discrepancies());
        }
    }

    @Test
    void aRowWithoutASignatureIsNotBooked() throws SQLException {
        try (TestBench bench = bench(1)) {
            bench.pick(1);
            bench.end();
            tamper(
                    folder.resolve("a"),
                    "update journal set json = json_remove(json, ?) where n = ?",
                    "$.seal",
                    1);
            bench.restart();
            bench.connect();
            bench.settle();
            assertEquals(List.of("not-signed"), house.discrepancies());
        }
    }

    @Test
    void aStoreWhoseKeyWasLostKeepsItsActsAndSaysWhatToDo() throws Exception {
        try (TestBench bench = bench(1)) {
            bench.pick(1);
            String epoch = bench.store().epoch();
            bench.end();
            Files.delete(folder.resolve("a/station.key"));
            StoreException refused = assertThrows(StoreException.class, bench::restart);
            assertEquals("key-missing", refused.code());
            bench.restartAnew();
            assertNotEquals(epoch, bench.store().epoch());
            bench.connect();
            TestHouse.await(() -> bench.link().equals(new Link.Refused("key-changed")));
            assertEquals(1, bench.store().count().unsent());
            assertTrue(house.discrepancies().isEmpty());
            bench.disconnect();
            bench.enrolAgain();
            bench.sync();
            assertEquals(List.of(), house.discrepancies());
        }
    }

    private static String json(Path home, long n) throws SQLException {
        try (Connection file =
                        DriverManager.getConnection("jdbc:sqlite:" + home.resolve("station.db"));
                PreparedStatement read =
                        file.prepareStatement("select json from journal where n = ?")) {
            read.setLong(1, n);
            try (var row = read.executeQuery()) {
                return row.getString(1);
            }
        }
    }
}
