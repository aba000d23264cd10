package io.fulfillx.desktop.store;

import static io.fulfillx.desktop.TestJobs.OPERATOR;
import static io.fulfillx.desktop.TestJobs.job;
import static io.fulfillx.desktop.TestJobs.line;
import static io.fulfillx.desktop.TestJobs.page;
import static io.fulfillx.desktop.TestJobs.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.JournalFile;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** A store whose key file is gone is not opened over it by accident. */
class LostKeyTest {
    @TempDir Path home;
    private Path key = Path.of("");
    private String row = "";

    private StationStore open() {
        return StationStore.open(home, Clock.systemUTC());
    }

    @BeforeEach
    void work() {
        key = home.resolve("station.key");
        try (StationStore store = open()) {
            store.identity(
                    new StationIdentity(
                            new OrgId(new UUID(1, 1)),
                            new StationId(new UUID(2, 2)),
                            "Bench 1",
                            "acme",
                            "secret"));
            store.apply(page(job(1, line(1, "CUP", 3, "A-1"))));
            store.confirm(StationChange.shiftClosed(OPERATOR));
            row = store.outgoing().next(Clock.systemUTC().instant(), 9).rows().getFirst();
        }
    }

    private void refused(String code) {
        StoreException fault = assertThrows(StoreException.class, this::open);
        assertEquals(code, fault.code());
        String sentence = String.valueOf(fault.getMessage());
        for (String step : List.of("backup", "--enrol-again CODE", "journal export FILE")) {
            assertTrue(sentence.contains(step), sentence);
        }
    }

    @Test
    void aMissingKeyIsNotMadeAnewAndTheStoreOpensOnceItIsBack() throws IOException {
        Path kept = home.resolve("elsewhere");
        Files.move(key, kept);
        refused("key-missing");
        assertFalse(Files.exists(key));
        Files.move(kept, key);
        try (StationStore store = open()) {
            assertTrue(store.job(parcel(1)).isPresent());
            assertEquals(1, store.count().unsent());
        }
    }

    @Test
    void aDamagedKeyIsLeftAsItIs() throws IOException {
        Files.writeString(key, "no key");
        refused("key-damaged");
        assertEquals("no key", Files.readString(key));
    }

    @Test
    void theKeyOfAnotherStoreIsNotTaken() throws IOException {
        Path other = home.resolve("other");
        StationStore.open(other, Clock.systemUTC()).close();
        Files.delete(key);
        Files.copy(other.resolve("station.key"), key);
        refused("key-of-another");
    }

    @Test
    void theJournalComesOutWithoutTheKeyAsItWasSigned() throws IOException {
        Files.delete(key);
        Path file = home.resolve("journal.json");
        try (JournalRescue journal = JournalRescue.open(home)) {
            assertEquals(1, journal.count().unsent());
            assertEquals(1, journal.writeTo(file));
        }
        JournalFile written = Json.read(Files.readAllBytes(file), JournalFile.class);
        assertEquals(Json.mapper().readTree(row), written.commands().getFirst());
        assertFalse(Files.exists(key));
    }

    @Test
    void whoeverEnrolsAgainGoesOnWithANewKeyAndKeepsWhatWasNotSent() throws IOException {
        String signature = Json.mapper().readTree(row).path("seal").path("signature").asText();
        Files.writeString(key, "no key");
        try (StationStore store =
                StationStore.open(home, StoreSurroundings.of(Clock.systemUTC()), LostKey.REPLACE)) {
            assertEquals(1, store.count().unsent());
            assertEquals(List.of(), store.jobs());
            assertTrue(store.cursor().isEmpty());
            String again = store.outgoing().next(Clock.systemUTC().instant(), 9).rows().getFirst();
            assertNotEquals(
                    signature,
                    Json.mapper().readTree(again).path("seal").path("signature").asText());
        }
        assertEquals("no key", Files.readString(home.resolve("station.key.lost")));
        open().close();
    }

    @Test
    void aRetiredStoreTakesANewKeyAlsoWhenThePowerWentBeforeTheOldOneWasDestroyed()
            throws IOException, SQLException {
        try (StationStore store = open()) {
            store.answeredUpTo(store.epoch(), 1);
            byte[] old = Files.readAllBytes(key);
            assertTrue(store.retire());
            assertFalse(Files.exists(key));
            Files.write(key, old);
        }
        String before = Files.readString(key);
        open().close();
        assertNotEquals(before, Files.readString(key));
        try (Connection file =
                        DriverManager.getConnection("jdbc:sqlite:" + home.resolve("station.db"));
                Statement read = file.createStatement();
                var found = read.executeQuery("select 1 from meta where key = 'retired'")) {
            assertFalse(found.next());
        }
    }
}
