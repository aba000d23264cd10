package io.fulfillx.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.CommandVerdict;
import io.fulfillx.model.sync.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** A store that is not to be emptied over unsent work. */
class JournalCommandTest {
    private final StringWriter said = new StringWriter();
    @TempDir Path home;

    private int run(String... arguments) {
        CommandLine command = FulfillX.commandLine();
        command.setErr(new PrintWriter(said, true)).setOut(new PrintWriter(said, true));
        return command.execute(arguments);
    }

    @Test
    void aStoreIsForgottenOnlyWhenTheServerHasAllOfIt() {
        try (StationStore store = StationStore.open(home, Clock.systemUTC())) {
            store.confirm(StationChange.shiftClosed(new OperatorId(UUID.randomUUID())));
        }
        assertEquals(ExitCode.BROKEN, run("journal", "reset", "--home", home.toString()));
        assertTrue(said.toString().contains("1 acts are not with the server"), said.toString());
        assertTrue(Files.exists(home.resolve("station.key")));
        try (StationStore store = StationStore.open(home, Clock.systemUTC())) {
            store.answered(
                    store.epoch(),
                    new BatchReply(1, List.of(new CommandVerdict(1, Verdict.APPLIED, null))));
        }
        assertEquals(0, run("journal", "reset", "--home", home.toString()));
        assertFalse(Files.exists(home.resolve("station.key")));
    }
}
