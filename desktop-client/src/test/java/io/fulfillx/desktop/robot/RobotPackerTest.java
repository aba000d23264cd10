package io.fulfillx.desktop.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.desktop.app.Assembly;
import io.fulfillx.desktop.app.FxBridge;
import io.fulfillx.desktop.app.Samples;
import io.fulfillx.desktop.app.TestStation;
import io.fulfillx.desktop.bench.Bench;
import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.wire.Json;
import io.fulfillx.printing.virtual.PrintedLabel;
import io.fulfillx.printing.virtual.VirtualPrinter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

class RobotPackerTest {
    @TempDir private Path folder;
    private final List<String> printed = new CopyOnWriteArrayList<>();
    private boolean silentPrinter;
    private boolean enrolled;

    /** What happens at the server meanwhile. */
    private Consumer<StationStore> office = _ -> {};

    @Test
    void packsEverythingWhileTheServerIsAway() throws Exception {
        List<PackJob> jobs = new ArrayList<>();
        for (int order = 1; order <= 4; order++) {
            jobs.add(Samples.job(order, 1 + order % 3, 1 + order % 2, JobState.READY));
        }
        jobs.add(Samples.job(9, 1, 60, JobState.READY));
        jobs.add(Samples.job(10, 2, 1, JobState.HELD));
        enrolled = true;
        JsonNode done = workBySerialLine(jobs, "--robot-exceptions");
        assertEquals("", done.get("problem").textValue());
        // One parcel misses a unit, one unit is broken: both wait for a lead.
        assertEquals(1, done.get("shortPicks").intValue());
        assertEquals(1, done.get("damaged").intValue());
        assertEquals(3, done.get("packedParcels").intValue());
        assertEquals(3, done.get("packedOffline").intValue());
        assertEquals(3, printed.size());
        assertEquals(
                done.get("wrongItemScans").intValue(), done.get("wrongItemRefusals").intValue());
        assertTrue(done.get("wrongItemScans").intValue() > 0, done.toString());
    }

    @Test
    void typesScansIntoTheWindowAndNeverCallsAStrangerStationOffline() throws Exception {
        List<PackJob> jobs = List.of(Samples.job(1, 2, 1, JobState.READY));
        JsonNode done = work(jobs, "wedge", List.of(), "--screens=target/screens/robot");
        assertEquals("", done.get("problem").textValue());
        assertEquals(1, done.get("packedParcels").intValue());
        assertEquals(0, done.get("packedOffline").intValue());
    }

    @Test
    void looksForTheLabelWhenNobodyKnowsWhetherItCameOut() throws Exception {
        List<PackJob> jobs = List.of(Samples.job(1, 1, 1, JobState.READY));
        silentPrinter = true;
        JsonNode done = workBySerialLine(jobs);
        assertEquals("", done.get("problem").textValue());
        assertEquals(1, done.get("packedParcels").intValue());
        assertTrue(done.get("unknownPrints").intValue() > 0, done.toString());
        assertEquals(1, printed.size());
    }

    @Test
    void comesBackToAHeldParcelOnceItIsReleased() throws Exception {
        List<PackJob> jobs =
                List.of(
                        Samples.job(1, 2, 2, JobState.READY),
                        Samples.job(2, 1, 1, JobState.READY),
                        Samples.job(3, 2, 2, JobState.READY));
        office =
                store -> {
                    awaitOnBench(store, 1);
                    store.apply(page(Samples.job(1, 2, 2, JobState.HELD)));
                    awaitPacked(store, 2);
                    store.apply(page(Samples.job(1, 2, 2, JobState.READY)));
                    awaitOnBench(store, 3);
                    store.apply(page(Samples.job(3, 2, 2, JobState.WITHDRAWN)));
                };
        JsonNode done = workBySerialLine(jobs);
        assertEquals("", done.get("problem").textValue());
        assertEquals(2, done.get("packedParcels").intValue(), done.toString());
        assertEquals(1, done.get("holdsSeen").intValue(), done.toString());
        assertEquals(1, done.get("setAside").intValue(), done.toString());
    }

    private static FeedPage page(PackJob job) {
        return new FeedPage("c2", false, List.of(job), List.of(), List.of(), false);
    }

    private static void awaitOnBench(StationStore store, int order) {
        await(
                store,
                order,
                stored ->
                        stored.work().stage() == WorkStage.PACKING
                                && stored.work().lines().values().stream()
                                        .anyMatch(line -> line.verified() > 0));
    }

    private static void awaitPacked(StationStore store, int order) {
        await(store, order, StoredJob::shipped);
    }

    private static void await(StationStore store, int order, Predicate<StoredJob> state) {
        while (!state.test(store.job(Samples.parcel(order)).orElseThrow())) {
            Keyboard.sleep(Duration.ofMillis(1));
        }
    }

    private JsonNode workBySerialLine(List<PackJob> jobs, String... flags) throws Exception {
        Path line = folder.resolve("scanner");
        return work(jobs, "pty:" + line, List.of(URI.create("serial:" + line)), flags);
    }

    private JsonNode work(List<PackJob> jobs, String scanner, List<URI> scanners, String... flags)
            throws Exception {
        Path report = folder.resolve("robot.json");
        List<String> arguments = new ArrayList<>(List.of(flags));
        arguments.addAll(
                List.of(
                        "--robot",
                        "--robot-badge=" + TestStation.BADGE.text(),
                        "--robot-until-idle=1",
                        "--robot-scanner=" + scanner,
                        "--robot-stall=20",
                        "--robot-seed=7",
                        "--robot-wrong-every=6",
                        "--robot-report=" + report));
        RobotOptions options = new RobotOptions();
        new CommandLine(options).parseArgs(arguments.toArray(String[]::new));
        FxBridge fx = FxBridge.start();
        Path home = folder.resolve("home");
        try (VirtualPrinter printer = VirtualPrinter.onTcp(0, this::keep)) {
            printer.labelsPerSecond(50);
            printer.mute(silentPrinter);
            if (enrolled) {
                enrol(home);
            }
            try (Bench bench = TestStation.bench(home, jobs, List.of(printer.uri()), scanners);
                    Assembly station = Assembly.open(bench, fx)) {
                fx.ask(
                        () -> {
                            station.window().open(false);
                            return true;
                        });
                Thread clerk = Thread.ofVirtual().start(() -> office.accept(bench.store()));
                new RobotPacker(station, options).work();
                clerk.interrupt();
            }
        }
        return Json.mapper().readTree(Files.readAllBytes(report));
    }

    /** As if it had been online once; its server is not there now. */
    private static void enrol(Path home) {
        try (StationStore store = StationStore.open(home, Clock.systemUTC())) {
            store.identity(
                    new StationIdentity(
                            new OrgId(new UUID(1, 1)),
                            new StationId(new UUID(1, 2)),
                            "Bench 1",
                            "acme",
                            "secret"));
        }
    }

    private void keep(PrintedLabel label) {
        printed.add(new String(label.bytes(), StandardCharsets.ISO_8859_1));
    }
}
