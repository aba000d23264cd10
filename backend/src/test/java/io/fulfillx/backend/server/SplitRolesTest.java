package io.fulfillx.backend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.platform.config.Settings;
import io.fulfillx.model.id.OrderId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Two server processes share the work by their roles, a database, a Redis and a data folder. */
class SplitRolesTest {
    @TempDir private static Path folder;

    private static Assembly start(String roles, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("http.port", "0");
        values.put("data", folder.toString());
        values.put("roles", roles);
        values.put("carrier.simulator-url", TestBackend.carrier().url().toString());
        return new Assembly(ServerConfig.from(new Settings(values)));
    }

    @Test
    void anOrderGoesThroughBothProcessesToTheDock() {
        try (Assembly front = start("gateway,orders,insight", Map.of());
                Assembly back =
                        start("shipping,inventory,rules,insight", TestBackend.databaseIn(folder))) {
            Floor floor = new Floor(front, back);
            floor.item("MUG", 300, 10);
            OrderId order = floor.order("MUG", 2);
            String cursor = floor.feed("", 0).path("cursor").asText();
            floor.wave();
            JsonNode job = floor.feed(cursor, 5_000).at("/jobs/0");
            assertEquals("READY", job.path("state").asText());
            JsonNode reply = floor.send(floor.picked(order, 2), floor.packed(order));
            assertEquals("APPLIED", reply.at("/verdicts/1/verdict").asText());
            assertEquals("SHIPPED", floor.status(order));
            assertEquals(8, floor.onHand("MUG"));
        }
    }
}
