package io.fulfillx.backend.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.platform.config.Settings;
import io.fulfillx.backend.printing.PrintShop.Machine;
import io.fulfillx.backend.server.Assembly;
import io.fulfillx.backend.server.ServerConfig;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Server processes come and go in the middle of a batch. */
class HandOverTest {
    private final PrintShop shop = new PrintShop();

    @AfterEach
    void close() {
        shop.close();
    }

    /** Another server process on the same database. */
    private static Assembly other() {
        Map<String, String> settings = TestBackend.sameDatabase();
        settings.put("roles", "shipping");
        settings.put("printing.ports", "1024-65535");
        settings.put("printing.loopback", "true");
        return new Assembly(ServerConfig.from(new Settings(settings)));
    }

    private static int count(JsonNode batch, String name) {
        return batch.path("counts").path(name).asInt();
    }

    @Test
    void anotherProcessGoesOnAndEveryLabelComesOutOnce() {
        String wave = shop.wave(4);
        Machine printer = shop.machine("Zebra", 10);
        JsonNode batch = shop.start(wave, printer);
        Floor.await(() -> printer.paper().size() >= 3);
        try (Assembly other = other()) {
            // Both are there, and one of them drives; then it lets go.
            TestBackend.assembly().printing().close();
            int before = printer.paper().size();
            assertTrue(before < 12, "all printed before: " + before);
            JsonNode done = shop.done(batch);
            List<String> walk = shop.walk(wave);
            assertEquals(walk, printer.numbers(walk));
            assertEquals(12, count(done, "printed"));
            assertTrue(other.port() > 0);
        } finally {
            TestBackend.assembly().printing().reopen();
        }
    }
}
