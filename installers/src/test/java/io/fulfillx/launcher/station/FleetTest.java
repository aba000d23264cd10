package io.fulfillx.launcher.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.desktop.store.LostKey;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoreException;
import io.fulfillx.desktop.store.StoreSurroundings;
import io.fulfillx.desktop.sync.Link;
import io.fulfillx.launcher.api.ApiProblem;
import io.fulfillx.model.sync.StationOrders;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Managers and their stations. */
class FleetTest {
    private final TestHouse house = new TestHouse();
    @TempDir Path folder;

    private JsonNode station() {
        return house.admin().get("/api/v1/stations").path("items").path(0);
    }

    private TestBench packedOffline() {
        TestBench bench = TestBench.enrolled(house, folder.resolve("a"), "Bench 1");
        house.orderFor(bench.store(), 1);
        bench.connect();
        TestHouse.await(() -> !bench.store().jobs().isEmpty());
        bench.disconnect();
        bench.pick(1);
        bench.pack();
        return bench;
    }

    private String id(TestBench bench) {
        return bench.store().identity().orElseThrow().stationId().toString();
    }

    @Test
    void aManagerSeesHowAStationStandsAndTheStationHearsWhatIsWanted() {
        try (TestBench bench = TestBench.enrolled(house, folder.resolve("a"), "Bench 1")) {
            bench.connect();
            TestHouse.await(() -> station().hasNonNull("lastSeenAt"));
            JsonNode seen = station();
            assertEquals("0.1.0", seen.path("program").asText());
            assertEquals(3, seen.path("protocol").asInt());
            assertEquals("paper-out", seen.path("printer").asText());
            assertTrue(seen.path("signs").asBoolean());
            String path = "/api/v1/stations/" + id(bench);
            house.as("lead").post(path + "/message", Map.of("text", "Fire drill at noon"));
            house.as("lead").post(path + "/drain", Map.of("draining", true));
            StationOrders wanted = new StationOrders("Fire drill at noon", true);
            TestHouse.await(() -> bench.orders().equals(wanted));
            ApiProblem none =
                    assertThrows(ApiProblem.class, () -> house.orderFor(bench.store(), 1));
            assertTrue(String.valueOf(none.getMessage()).contains("draining"));
        }
    }

    @Test
    void deviceRevokeWipesKeysAtNextContactAndWhatWasSignedBeforeIsTaken() {
        try (TestBench bench = packedOffline()) {
            String order = bench.job().job().orderId().toString();
            Supplier<String> history =
                    () -> house.admin().get("/api/v1/orders/" + order + "/history").toString();
            house.admin().post("/api/v1/stations/" + id(bench) + "/revoke", Map.of());
            assertTrue(station().hasNonNull("revokedAt"));
            bench.connect();
            bench.settle();
            assertEquals(499, house.onHand());
            assertEquals(List.of(), house.discrepancies());
            assertTrue(history.get().contains("REVOKED_STATION"), history);
            TestHouse.await(() -> bench.store().identity().isEmpty());
            assertEquals(new Link.Refused("station-revoked"), bench.link());
            assertFalse(Files.exists(folder.resolve("a/station.key")));
            assertTrue(bench.store().jobs().isEmpty());
        }
    }

    @Test
    void whatAStationDidAfterItWasTakenOutIsKeptForALead() {
        try (TestBench bench = TestBench.enrolled(house, folder.resolve("a"), "Bench 1")) {
            house.orderFor(bench.store(), 1);
            bench.connect();
            TestHouse.await(() -> !bench.store().jobs().isEmpty());
            bench.disconnect();
            house.admin().post("/api/v1/stations/" + id(bench) + "/revoke", Map.of());
            bench.pick(1);
            bench.connect();
            bench.settle();
            assertEquals(List.of("station-revoked"), house.discrepancies());
        }
    }

    @Test
    void aNewCodeComesWithItsBarcodeAndEnrolsOnce() {
        try (TestBench bench = TestBench.enrolled(house, folder.resolve("a"), "Bench 1")) {
            JsonNode made =
                    house.admin()
                            .post("/api/v1/stations/" + id(bench) + "/enrolment-codes", Map.of());
            assertEquals(10, made.path("enrolmentCode").asText().length());
            assertTrue(made.path("barcode").asText().startsWith("<svg"));
        }
    }

    @Test
    void aThiefWhoOpensTheStoreWithoutItsKeyFindsNobody() throws Exception {
        try (TestBench bench = packedOffline()) {
            Path stolen = folder.resolve("stolen");
            bench.saveTo(stolen);
            Files.delete(stolen.resolve("station.key"));
            StoreException refused =
                    assertThrows(
                            StoreException.class,
                            () -> StationStore.open(stolen, Clock.systemUTC()));
            assertEquals("key-missing", refused.code());
            // A key of the thief's own opens nothing that was sealed by ours, also when the store
            // was made to believe that it is its own.
            Path other = folder.resolve("other");
            StationStore.open(other, Clock.systemUTC()).close();
            Files.copy(other.resolve("station.key"), stolen.resolve("station.key"));
            pretend(stolen);
            StoreException sealed =
                    assertThrows(
                            StoreException.class,
                            () -> StationStore.open(stolen, Clock.systemUTC()));
            assertEquals("key-damaged", sealed.code());
            Files.delete(stolen.resolve("station.key"));
            try (StationStore opened =
                    StationStore.open(
                            stolen, StoreSurroundings.of(Clock.systemUTC()), LostKey.REPLACE)) {
                assertEquals(List.of(), opened.jobs());
                assertEquals(List.of(), opened.roster().operators());
                // What was done is no secret, and is all there.
                assertEquals(2, opened.count().unsent());
            }
            assertEquals("Ada Brook", bench.job().job().shipTo().name());
        }
    }

    /** The key that lies beside the store is named in it as the one that it had always had. */
    private static void pretend(Path home) throws Exception {
        try (Connection file =
                        DriverManager.getConnection("jdbc:sqlite:" + home.resolve("station.db"));
                PreparedStatement change =
                        file.prepareStatement("update meta set value = ? where key = 'key'")) {
            change.setString(1, Files.readAllLines(home.resolve("station.key")).get(1));
            assertEquals(1, change.executeUpdate());
        }
    }

    @Test
    void whatAStationKnowsOfPeopleIsUnreadableOnItsDisk() throws Exception {
        try (TestBench bench = packedOffline()) {
            bench.sync();
            assertEquals("Ada Brook", bench.job().job().shipTo().name());
            bench.end();
            StringBuilder disk = new StringBuilder();
            try (var files = Files.list(folder.resolve("a"))) {
                for (Path file : files.toList()) {
                    disk.append(
                            Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
                }
            }
            for (String secret : List.of("Ada Brook", "Mill Lane", "Ola", "argon2")) {
                assertFalse(disk.toString().contains(secret), secret);
            }
            bench.restart();
            assertEquals("Ada Brook", bench.job().job().shipTo().name());
        }
    }
}
