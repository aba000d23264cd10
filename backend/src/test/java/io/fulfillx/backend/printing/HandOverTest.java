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
import io.fulfillx.printing.language.PrinterCondition;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Server processes come and go in the middle of a batch. */
class HandOverTest {
    private final PrintShop shop = new PrintShop();

    @AfterEach
    void close() {
        shop.close();
    }

    /** Another server process of the same installation. */
    private static Assembly other() {
        Map<String, String> settings = TestBackend.sameInstallation();
        settings.put("roles", "shipping");
        settings.put("printing.ports", "1024-65535");
        settings.put("printing.loopback", "true");
        return new Assembly(ServerConfig.from(new Settings(settings)));
    }

    /** From its first moment on the printer is the other process's. */
    private Machine machineOf(Assembly process, double labelsPerSecond) {
        UUID id = UUID.randomUUID();
        String instance = process.foundation().instanceName();
        PrinterStore printers = new PrinterStore();
        return shop.machine(
                labelsPerSecond,
                address -> {
                    boolean mine =
                            process.foundation()
                                    .transactions()
                                    .inOrg(
                                            shop.floor().org(),
                                            tx ->
                                                    printers.insert(
                                                                    tx,
                                                                    id,
                                                                    "Zebra",
                                                                    address,
                                                                    "generic-zpl")
                                                            && printers.lease(
                                                                    tx,
                                                                    id,
                                                                    instance,
                                                                    PrinterCondition.SILENT));
                    assertTrue(mine);
                    return id.toString();
                });
    }

    @Test
    void whenOneProcessStopsAnotherGoesOnAndEveryLabelComesOutOnce() {
        String wave = shop.wave(4);
        Machine printer;
        JsonNode batch;
        try (Assembly process = other()) {
            // Slow, so that a busy machine cannot miss the middle of the batch.
            printer = machineOf(process, 1.5);
            batch = shop.start(wave, printer);
            Floor.await(() -> printer.paper().size() >= 3);
        }
        int before = printer.paper().size();
        assertTrue(before < 12, "all printed before: " + before);
        printer.device().labelsPerSecond(12);
        JsonNode done = shop.done(batch);
        List<String> walk = shop.walk(wave);
        assertEquals(walk, printer.numbers(walk));
        assertEquals(12, done.path("counts").path("printed").asInt());
    }
}
