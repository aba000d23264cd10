package io.fulfillx.desktop.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.desktop.app.Assembly;
import io.fulfillx.desktop.app.FxBridge;
import io.fulfillx.desktop.app.Samples;
import io.fulfillx.desktop.app.TestStation;
import io.fulfillx.desktop.bench.Bench;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

class RobotPackerTest {
    @TempDir private Path folder;
    private final List<String> printed = new CopyOnWriteArrayList<>();
    private boolean silentPrinter;

    @Test
    void packsEverythingWithNoServerAtAll() throws Exception {
        List<PackJob> jobs = new ArrayList<>();
        for (int order = 1; order <= 4; order++) {
            jobs.add(Samples.job(order, 1 + order % 3, 1 + order % 2, JobState.READY));
        }
        jobs.add(Samples.job(9, 1, 60, JobState.READY));
        jobs.add(Samples.job(10, 2, 1, JobState.HELD));
        Path line = folder.resolve("scanner");
        JsonNode done = work(jobs, "pty:" + line, List.of(URI.create("serial:" + line)));
        assertEquals("", done.get("problem").textValue());
        assertEquals(5, done.get("packedParcels").intValue());
        assertEquals(5, done.get("packedOffline").intValue());
        assertEquals(5, printed.size());
        assertEquals(
                done.get("wrongItemScans").intValue(), done.get("wrongItemRefusals").intValue());
        assertTrue(done.get("wrongItemScans").intValue() > 0, done.toString());
    }

    @Test
    void typesScansIntoTheWindowAsWell() throws Exception {
        List<PackJob> jobs = List.of(Samples.job(1, 2, 1, JobState.READY));
        JsonNode done = work(jobs, "wedge", List.of());
        assertEquals("", done.get("problem").textValue());
        assertEquals(1, done.get("packedParcels").intValue());
    }

    @Test
    void looksForTheLabelWhenNobodyKnowsWhetherItCameOut() throws Exception {
        List<PackJob> jobs = List.of(Samples.job(1, 1, 1, JobState.READY));
        silentPrinter = true;
        JsonNode done = work(jobs, "wedge", List.of());
        assertEquals("", done.get("problem").textValue());
        assertEquals(1, done.get("packedParcels").intValue());
        assertTrue(done.get("unknownPrints").intValue() > 0, done.toString());
        assertEquals(1, printed.size());
    }

    private JsonNode work(List<PackJob> jobs, String scanner, List<URI> scanners) throws Exception {
        Path report = folder.resolve("robot.json");
        RobotOptions options = new RobotOptions();
        new CommandLine(options)
                .parseArgs(
                        "--robot",
                        "--robot-badge=" + TestStation.BADGE.text(),
                        "--robot-until-idle=1",
                        "--robot-scanner=" + scanner,
                        "--robot-stall=20",
                        "--robot-seed=7",
                        "--robot-wrong-every=6",
                        "--robot-report=" + report,
                        "--screens=target/screens/robot");
        FxBridge fx = FxBridge.start();
        try (VirtualPrinter printer = VirtualPrinter.onTcp(0, this::keep)) {
            printer.labelsPerSecond(50);
            printer.mute(silentPrinter);
            try (Bench bench =
                            TestStation.bench(
                                    folder.resolve("home"),
                                    jobs,
                                    List.of(printer.uri()),
                                    scanners);
                    Assembly station = Assembly.open(bench, fx)) {
                fx.ask(
                        () -> {
                            station.window().open(false);
                            return true;
                        });
                new RobotPacker(station, options).work();
            }
        }
        return Json.mapper().readTree(Files.readAllBytes(report));
    }

    private void keep(PrintedLabel label) {
        printed.add(new String(label.bytes(), StandardCharsets.ISO_8859_1));
    }
}
