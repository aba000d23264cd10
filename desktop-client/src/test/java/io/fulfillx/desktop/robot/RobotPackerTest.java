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
import io.fulfillx.printing.virtual.VirtualPrinter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

class RobotPackerTest {
    @TempDir private Path folder;

    @Test
    void packsEverythingWithNoServerAtAll() throws Exception {
        List<PackJob> jobs = new ArrayList<>();
        for (int order = 1; order <= 8; order++) {
            jobs.add(Samples.job(order, 1 + order % 3, 1 + order % 2, JobState.READY));
        }
        jobs.add(Samples.job(9, 1, 60, JobState.READY));
        jobs.add(Samples.job(10, 2, 1, JobState.HELD));
        List<String> printed = new CopyOnWriteArrayList<>();
        try (VirtualPrinter printer =
                VirtualPrinter.onTcp(
                        0,
                        label ->
                                printed.add(
                                        new String(label.bytes(), StandardCharsets.ISO_8859_1)))) {
            printer.labelsPerSecond(50);
            Path report = folder.resolve("robot.json");
            Optional<String> problem = work(jobs, printer, report);
            assertEquals(Optional.empty(), problem);
            JsonNode done = Json.mapper().readTree(Files.readAllBytes(report));
            assertEquals(9, done.get("packedParcels").intValue());
            assertEquals(9, done.get("packedOffline").intValue());
            assertEquals(9, printed.size());
            assertEquals(
                    done.get("wrongItemScans").intValue(),
                    done.get("wrongItemRefusals").intValue());
            assertTrue(done.get("wrongItemScans").intValue() > 0, done.toString());
        }
    }

    private Optional<String> work(List<PackJob> jobs, VirtualPrinter printer, Path report)
            throws Exception {
        RobotOptions options = new RobotOptions();
        new CommandLine(options)
                .parseArgs(
                        "--robot",
                        "--robot-badge",
                        TestStation.BADGE.text(),
                        "--robot-until-idle",
                        "1",
                        "--robot-stall",
                        "20",
                        "--robot-seed",
                        "7",
                        "--robot-wrong-every",
                        "6",
                        "--robot-report",
                        report.toString(),
                        "--screens",
                        "target/screens/robot");
        FxBridge fx = FxBridge.start();
        try (Bench bench = TestStation.bench(folder.resolve("home"), jobs, List.of(printer.uri()));
                Assembly station = Assembly.open(bench, fx)) {
            fx.ask(
                    () -> {
                        station.window().open(false);
                        return true;
                    });
            return new RobotPacker(station, options).work();
        }
    }
}
