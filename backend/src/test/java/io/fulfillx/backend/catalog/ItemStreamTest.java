package io.fulfillx.backend.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.TestBackend;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tables of items that are longer than what a request may hold in memory. */
class ItemStreamTest {
    private static final int HELD = 4_194_304;

    private final TestBackend.Org org = TestBackend.newOrg();

    private Answer send(String path, byte[] body) {
        return org.as("manager").send("POST", path, body, Map.of("Idempotency-Key", "1"));
    }

    /** Most rows are wrong, so that they cost little. */
    private static byte[] longTable() {
        String title = "x".repeat(9_000);
        String wrong =
                IntStream.range(0, 250)
                        .mapToObj(i -> "WRONG-" + i + "," + title + "," + title)
                        .collect(Collectors.joining("\n"));
        return ("sku,title,customsDescription\nFIRST,First,\n" + wrong + "\nLAST,Last,\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aTableMayBeLongerThanAnyOtherRequest() {
        byte[] table = longTable();
        assertTrue(table.length > HELD);
        Answer trial = send("/api/v1/catalog/import?dryRun=true", table);
        assertEquals(200, trial.status(), () -> trial.json().toString());
        assertEquals(2, trial.json().path("created").asInt());
        JsonNode done = send("/api/v1/catalog/import", table).json();
        assertEquals(252, done.path("rows").asInt());
        assertEquals(2, done.path("created").asInt());
        assertEquals(250, done.path("failed").asInt());
        assertEquals(3, done.at("/errors/0/line").asInt());
        Answer other = send("/api/v1/items", new byte[HELD + 1]);
        assertEquals("too-large", other.code());
    }

    @Test
    void anExportGoesOnOverManyPages() {
        String table =
                IntStream.range(0, 501)
                        .mapToObj(i -> "SKU-" + i + ",Item " + i)
                        .collect(Collectors.joining("\n", "sku,title\n", "\n"));
        byte[] csv = table.getBytes(StandardCharsets.UTF_8);
        assertEquals(501, send("/api/v1/catalog/import", csv).json().path("created").asInt());
        assertEquals(1 + 501, exported("").lines().count());
        assertEquals(501, exported("").lines().skip(1).distinct().count());
        assertEquals(1 + 500, exported("?rows=500").lines().count());
    }

    private String exported(String query) {
        Answer answer = org.as("lead").get("/api/v1/catalog/export" + query);
        assertEquals(200, answer.status());
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
