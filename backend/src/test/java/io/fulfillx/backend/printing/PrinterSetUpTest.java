package io.fulfillx.backend.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.printing.virtual.VirtualPrinter;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** Setting up printers over HTTP. */
class PrinterSetUpTest {
    private static final String PRINTERS = "/api/v1/printers";

    private final ApiClient manager = TestBackend.newOrg().as("manager");

    private Answer put(String id, Map<String, String> body) {
        return manager.send(
                "PUT",
                PRINTERS + "/" + id,
                io.fulfillx.model.wire.Json.bytes(body),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    @Test
    void aPrinterTellsHowItIsUntilItIsArchived() throws IOException {
        try (VirtualPrinter device = VirtualPrinter.onTcp(0, _ -> {})) {
            Map<String, String> wish = Map.of("name", "Zebra", "address", device.uri().toString());
            JsonNode added = manager.post(PRINTERS, wish).json();
            String id = added.path("printerId").asText();
            Floor.await(() -> condition(id).equals("READY"));
            device.headOpen(true);
            Floor.await(() -> condition(id).equals("HEAD_OPEN"));
            assertTrue(one(id).path("sentence").asText().contains("lid"));
            assertEquals("conflict", manager.post(PRINTERS, wish).code());
            assertEquals(
                    200, put(id, Map.of("name", "Two", "address", "tcp://10.0.0.9:9100")).status());
            assertEquals(200, manager.post(PRINTERS + "/" + id + "/archive", Map.of()).status());
            assertEquals(0, manager.get(PRINTERS).json().path("items").size());
            assertEquals(404, put(id, wish).status());
        }
    }

    private JsonNode one(String id) {
        return manager.get(PRINTERS + "/" + id).json();
    }

    private String condition(String id) {
        return one(id).path("condition").asText();
    }

    @Test
    void whatIsWrongIsNamed() {
        assertPointer("/name", Map.of("address", "tcp://10.0.0.7:9100"));
        assertPointer("/address", Map.of("name", "Zebra"));
        assertPointer("/address", Map.of("name", "Zebra", "address", "tcp://169.254.169.254:9100"));
        assertPointer(
                "/profile",
                Map.of("name", "Z", "address", "tcp://10.0.0.7:9100", "profile", "typewriter"));
    }

    private void assertPointer(String pointer, Map<String, String> wish) {
        Answer answer = manager.post(PRINTERS, wish);
        assertEquals(400, answer.status());
        assertEquals(pointer, answer.json().path("pointer").asText());
    }

    @Test
    void theProfilesHaveTheCommonOne() {
        JsonNode profiles = manager.get("/api/v1/printer-profiles").json().path("items");
        assertTrue(
                profiles.valueStream()
                        .anyMatch(profile -> profile.path("language").asText().equals("ZPL")));
    }
}
