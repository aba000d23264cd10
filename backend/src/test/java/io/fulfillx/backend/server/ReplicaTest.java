package io.fulfillx.backend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Replica;
import io.fulfillx.backend.Shop;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.platform.config.Settings;
import io.fulfillx.backend.platform.sql.Position;
import io.fulfillx.backend.platform.sql.Reads;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A server that changes, a streaming replica of its database, and a server that reads from it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicaTest {
    private static final String EMAIL = "boss@example.com";
    private static final String PASSWORD = "correct horse battery";

    @TempDir private static Path folder;

    private static Assembly front;
    private static Assembly reader;
    private static Replica replica;
    private static ApiClient writing;
    private static ApiClient reading;

    @BeforeAll
    static void start() throws Exception {
        Path data = folder.resolve("server");
        front = server(data, Map.of("admin.email", EMAIL, "admin.password", PASSWORD));
        replica = Replica.of(data.resolve("postgresql"), folder.resolve("replica"));
        Map<String, String> settings = TestBackend.databaseIn(data);
        settings.put("database.read-url", replica.url());
        settings.put("roles", "insight");
        reader = server(data, settings);
        writing = ApiClient.signIn(front.port(), "main", EMAIL, PASSWORD);
        reading = writing.at(reader.port());
        assertEquals(201, item("FIRST").status());
        Shop.eventually("replicated", () -> found(reading.get("/api/v1/stock?sku=FIRST")));
    }

    private static Assembly server(Path data, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("http.port", "0");
        values.put("data", data.toString());
        return new Assembly(ServerConfig.from(new Settings(values)));
    }

    @AfterAll
    static void stop() {
        reader.close();
        replica.close();
        front.close();
    }

    private static Answer item(String sku) {
        return writing.post(
                "/api/v1/items",
                Map.of("sku", sku, "title", sku, "weightGrams", 100, "barcodes", new String[0]));
    }

    private static boolean found(Answer list) {
        JsonNode items = list.json().path("items");
        return items.size() == 1;
    }

    @Test
    @Order(1)
    void theReplicaIsReadAndAReaderWhoBringsAPositionGetsTheTruthInstead() {
        replica.standStill();
        Answer made = item("SECOND");
        assertFalse(made.position().isEmpty());
        assertFalse(found(reading.get("/api/v1/stock?sku=SECOND")), "the replica stands still");
        assertTrue(found(reading.getAfter(made, "/api/v1/stock?sku=SECOND")));
        assertTrue(found(writing.get("/api/v1/stock?sku=SECOND")));
        replica.goOn();
        Shop.eventually("replicated", () -> found(reading.get("/api/v1/stock?sku=SECOND")));
    }

    /** A replica's snapshot does not name what is open on the primary. */
    @Test
    @Order(2)
    void aChangeThatIsStillOpenIsNotTakenForKnown() throws InterruptedException {
        OrgId org = front.identity().ensureOrganization("main", "Main warehouse");
        Reads reads = reader.foundation().reads();
        AtomicLong number = new AtomicLong();
        CountDownLatch numbered = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Thread open =
                Thread.startVirtualThread(
                        () ->
                                front.foundation()
                                        .transactions()
                                        .inOrg(
                                                org,
                                                tx -> {
                                                    front.foundation()
                                                            .feed()
                                                            .add(
                                                                    tx,
                                                                    "thing",
                                                                    UUID.randomUUID(),
                                                                    null);
                                                    number.set(number(tx));
                                                    numbered.countDown();
                                                    return await(asked);
                                                }));
        numbered.await();
        // Something later commits, so that the replica knows of higher numbers.
        Answer later = item("THIRD");
        Shop.eventually("replicated", () -> found(reading.get("/api/v1/stock?sku=THIRD")));
        Optional<Position> position = Optional.of(new Position(number.get()));
        assertTrue(reads.inOrg(org, Position.find(later.position()), ReplicaTest::isReplica));
        assertFalse(reads.inOrg(org, position, ReplicaTest::isReplica));
        asked.countDown();
        open.join();
        Shop.eventually("known", () -> reads.inOrg(org, position, ReplicaTest::isReplica));
    }

    private static long number(Tx tx) {
        return tx.sql("select cast(pg_current_xact_id() as text) as xid")
                .get(row -> Long.parseLong(row.text("xid")));
    }

    private static boolean isReplica(Tx tx) {
        return tx.sql("select pg_is_in_recovery() as here").get(row -> row.flag("here"));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    @Order(3)
    void reportsAreReadFromTheReplica() {
        Answer backlog = reading.get("/api/v1/insight/backlog");
        assertEquals(200, backlog.status());
        assertEquals(200, reading.get("/api/v1/orders").status());
    }

    @Test
    @Order(4)
    void aReplicaThatIsKilledIsReplacedByThePrimary() {
        replica.close();
        assertTrue(found(reading.get("/api/v1/stock?sku=FIRST")));
        Answer made = item("LAST");
        assertTrue(found(reading.getAfter(made, "/api/v1/stock?sku=LAST")));
        assertTrue(found(reading.get("/api/v1/stock?sku=LAST")));
    }
}
