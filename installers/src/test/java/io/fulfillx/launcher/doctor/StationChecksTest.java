package io.fulfillx.launcher.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.model.id.OperatorId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

class StationChecksTest {
    @TempDir Path home;

    @Test
    void aStoreWhoseKeyIsLostIsTheWorstThingAndTheNextStepIsTold() throws IOException {
        try (StationStore store = StationStore.open(home, Clock.systemUTC())) {
            store.confirm(StationChange.shiftClosed(new OperatorId(UUID.randomUUID())));
        }
        assertEquals(Finding.Level.WARN, StationChecks.unsent(home).level());
        Files.delete(home.resolve("station.key"));
        Finding lost = StationChecks.unsent(home);
        assertEquals(Finding.Level.FAIL, lost.level());
        assertTrue(lost.text().contains("station.key is missing"), lost.text());
        assertTrue(lost.text().contains("--enrol-again CODE"), lost.text());
        assertTrue(lost.text().contains("1 acts are only here"), lost.text());
        assertFalse(Files.exists(home.resolve("station.key")));
    }
}
