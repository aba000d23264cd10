package io.fulfillx.launcher.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fulfillx.launcher.api.ApiProblem;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The day the journal is carried to the server by hand. */
class JournalFileTest {
    private final TestHouse house = new TestHouse();
    @TempDir Path folder;

    private TestBench packedOffline() {
        TestBench bench = TestBench.enrolled(house, folder.resolve("a"), "Bench 1");
        house.orderFor(bench.store(), 2);
        bench.connect();
        TestHouse.await(() -> !bench.store().jobs().isEmpty());
        bench.disconnect();
        bench.pick(2);
        bench.pack();
        return bench;
    }

    private JsonNode written(TestBench bench) throws IOException {
        Path file = folder.resolve("journal.json");
        assertEquals(2, bench.store().outgoing().writeTo(file));
        return Json.read(Files.readAllBytes(file), JsonNode.class);
    }

    private static List<String> verdicts(JsonNode reply) {
        return reply.path("verdicts").valueStream().map(it -> it.path("verdict").asText()).toList();
    }

    @Test
    void whatALeadHandsInHappensOnceAlsoWhenTheStationSendsItLater() throws IOException {
        try (TestBench bench = packedOffline()) {
            JsonNode file = written(bench);
            JsonNode reply = house.as("lead").post("/api/v1/sync/journal-files", file);
            assertEquals(List.of("APPLIED", "APPLIED"), verdicts(reply));
            assertEquals(498, house.onHand());
            assertEquals(2, bench.store().count().unsent());
            bench.sync();
            assertEquals(498, house.onHand());
            assertEquals(List.of(), house.discrepancies());
            JsonNode again = house.as("lead").post("/api/v1/sync/journal-files", file);
            assertEquals(List.of("ALREADY_APPLIED", "ALREADY_APPLIED"), verdicts(again));
        }
    }

    @Test
    void whatWasChangedInTheFileIsKeptAndNotBooked() throws IOException {
        try (TestBench bench = packedOffline()) {
            JsonNode file = written(bench);
            ((ObjectNode) file.at("/commands/0/command")).put("quantity", 1);
            JsonNode reply = house.as("lead").post("/api/v1/sync/journal-files", file);
            assertEquals("QUARANTINED", verdicts(reply).getFirst());
            assertEquals("signature-wrong", house.discrepancies().getFirst());
        }
    }

    @Test
    void aFileOfNobodyIsRefusedWithASentence() throws IOException {
        try (TestBench bench = packedOffline()) {
            ObjectNode file = (ObjectNode) written(bench);
            file.put("stationId", "01900000-0000-7000-8000-000000000001");
            ApiProblem refused =
                    assertThrows(
                            ApiProblem.class,
                            () -> house.admin().post("/api/v1/sync/journal-files", file));
            assertEquals(400, refused.status());
        }
    }
}
