package io.fulfillx.launcher;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.desktop.store.JournalRescue;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoreException;
import io.fulfillx.launcher.api.ServerApi;
import io.fulfillx.model.sync.CommandBatch;
import io.fulfillx.model.sync.JournalFile;
import io.fulfillx.model.wire.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Carries what a station did to the server by hand. */
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description = "Carries what a station did to the server in a file.",
        subcommands = {
            JournalCommand.Export.class,
            JournalCommand.Import.class,
            JournalCommand.Reset.class
        })
final class JournalCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say which way: ./fulfillx journal export FILE, or journal import FILE");
    }

    /** Out of a store that no program has open. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "Writes all acts that the server has not answered to a file, signed as they are.",
                "Close the station first; its key is not needed. The station may still send them",
                "itself afterwards."
            })
    static final class Export implements Callable<Integer> {
        @Spec private CommandSpec spec = CommandSpec.create();

        @Mixin private StationHome home = new StationHome();

        @Parameters(paramLabel = "FILE")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            try (JournalRescue journal = JournalRescue.open(home.require())) {
                int rows = journal.writeTo(file);
                spec.commandLine().getOut().println(rows + " acts in " + file);
                return 0;
            } catch (StoreException e) {
                spec.commandLine().getErr().println("fulfillx: " + e.getMessage());
                return ExitCode.FAILED;
            }
        }
    }

    /** For a machine that becomes another station, or none. */
    @Command(
            name = "reset",
            mixinStandardHelpOptions = true,
            description = {
                "Makes a station's store forget its station, its jobs and its keys. Refused while",
                "the server has not answered all that was done: export it, or connect, first."
            })
    static final class Reset implements Callable<Integer> {
        @Spec private CommandSpec spec = CommandSpec.create();

        @Mixin private StationHome home = new StationHome();

        @Override
        public Integer call() {
            try (StationStore store = StationStore.open(home.require(), Clock.systemUTC())) {
                if (store.retire()) {
                    spec.commandLine().getOut().println("This store belongs to no station now.");
                    return 0;
                }
                spec.commandLine()
                        .getErr()
                        .println(
                                "fulfillx: "
                                        + store.count().unsent()
                                        + " acts are not with the server yet. Open the station with"
                                        + " the network up until none waits, then try again.");
                return ExitCode.BROKEN;
            } catch (StoreException e) {
                spec.commandLine().getErr().println("fulfillx: " + e.getMessage());
                return ExitCode.FAILED;
            }
        }
    }

    /** Into the server, as a lead or above. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = {
                "Hands such a file to the server. What it holds already happens once, so a file",
                "can be sent again. Exit code 1 when rows were kept for a lead to look at."
            })
    static final class Import implements Callable<Integer> {
        @Spec private CommandSpec spec = CommandSpec.create();

        @Mixin private SignInOptions signIn = new SignInOptions();

        @Parameters(paramLabel = "FILE")
        private Path file = Path.of("");

        @Override
        public Integer call() throws IOException {
            JournalFile journal = Json.read(Files.readAllBytes(file), JournalFile.class);
            ServerApi api = signIn.signIn();
            Map<String, Integer> verdicts = new TreeMap<>();
            List<JsonNode> rows = journal.commands();
            for (int from = 0; from < rows.size(); from += CommandBatch.MAX_COMMANDS) {
                int to = Math.min(rows.size(), from + CommandBatch.MAX_COMMANDS);
                JournalFile part =
                        new JournalFile(
                                journal.format(),
                                journal.stationName(),
                                journal.stationId(),
                                journal.epoch(),
                                rows.subList(from, to));
                JsonNode reply = api.post("/api/v1/sync/journal-files", part);
                reply.path("verdicts")
                        .forEach(
                                it -> verdicts.merge(it.path("verdict").asText(), 1, Integer::sum));
            }
            verdicts.forEach(
                    (verdict, count) -> spec.commandLine().getOut().println(verdict + " " + count));
            spec.commandLine().getOut().println(rows.size() + " acts of " + journal.stationName());
            return verdicts.containsKey("QUARANTINED") ? ExitCode.BROKEN : 0;
        }
    }
}
