package io.fulfillx.desktop.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.app.Samples;
import io.fulfillx.desktop.app.TestStation;
import io.fulfillx.desktop.store.PrintRow;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.printing.virtual.PrintedLabel;
import io.fulfillx.printing.virtual.VirtualPrinter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The real station program, ended as a power cut would end it, again and again. */
class KilledStationTest {
    private static final int ORDERS = 5;
    private static final long SEED = 20_260_302;

    private final List<PackJob> jobs =
            IntStream.rangeClosed(1, ORDERS)
                    .mapToObj(order -> Samples.job(order, 1 + order % 2, 1, JobState.READY))
                    .toList();
    private final List<String> labels = new CopyOnWriteArrayList<>();
    private final Semaphore labelCame = new Semaphore(0);
    private final Random random = new Random(SEED);
    @TempDir private Path folder;
    private int interruptedPrints;

    @Test
    void losesNothingAndRepeatsNothing() throws Exception {
        Files.createDirectories(folder.resolve("labels"));
        fill();
        try (VirtualPrinter printer = VirtualPrinter.onTcp(0, this::keep)) {
            printer.labelsPerSecond(20);
            killAsALabelComesOut(printer, 1);
            killAsALabelComesOut(printer, 2);
            killWhilePicking(printer);
            Process last = start(printer);
            assertTrue(last.waitFor(30, TimeUnit.SECONDS), "the station hangs");
            assertEquals(0, last.exitValue(), Files.readString(folder.resolve("station.log")));
        }
        assertTrue(interruptedPrints > 0, "no kill met a print that nobody had noted the end of");
        try (StationStore store = StationStore.open(folder.resolve("home"), Clock.systemUTC())) {
            jobs.forEach(job -> check(store, job));
            assertFalse(store.openPrints().stream().findAny().isPresent());
        }
    }

    private void check(StationStore store, PackJob job) {
        StoredJob stored = store.job(job.parcelId()).orElseThrow();
        assertEquals(WorkStage.PACKED, stored.work().stage(), job.orderCode());
        List<StationCommand.OnParcel> commands = commands(store, job.parcelId());
        List<StationCommand.ParcelPacked> packed =
                commands.stream()
                        .filter(StationCommand.ParcelPacked.class::isInstance)
                        .map(StationCommand.ParcelPacked.class::cast)
                        .toList();
        assertEquals(1, packed.size(), "packed once: " + commands);
        assertEquals(job.paidLabel().trackingNumber(), packed.getFirst().trackingNumber());
        int picked =
                commands.stream()
                        .filter(StationCommand.PickConfirmed.class::isInstance)
                        .map(StationCommand.PickConfirmed.class::cast)
                        .mapToInt(pick -> pick.quantity().units())
                        .sum();
        assertEquals(
                job.lines().stream().mapToInt(line -> line.quantity().units()).sum(),
                picked,
                "every unit picked once: " + commands);
        String number = job.paidLabel().trackingNumber().value();
        long sheets = labels.stream().filter(label -> label.contains(number)).count();
        int copies = store.prints(job.parcelId()).stream().mapToInt(PrintRow::copy).max().orElse(0);
        assertTrue(sheets >= 1, number + " was never printed");
        assertTrue(sheets <= copies, number + " came out " + sheets + " times as " + copies);
        assertEquals(1, copies, "the printer's own counter told what became of each label");
    }

    private static List<StationCommand.OnParcel> commands(StationStore store, ParcelId parcel) {
        return store.unsent(10_000).commands().stream()
                .map(CommandEnvelope::command)
                .filter(StationCommand.OnParcel.class::isInstance)
                .map(StationCommand.OnParcel.class::cast)
                .filter(act -> act.parcelId().equals(parcel))
                .toList();
    }

    /** Right then the printer has counted, and the station may not have noted it yet. */
    private void killAsALabelComesOut(VirtualPrinter printer, int which) throws Exception {
        labelCame.drainPermits();
        Process station = start(printer);
        assertTrue(labelCame.tryAcquire(which, 30, TimeUnit.SECONDS), "no label came");
        Thread.sleep(random.nextInt(10));
        kill(station);
    }

    private void killWhilePicking(VirtualPrinter printer) throws Exception {
        Process station = start(printer);
        while (!Files.readString(folder.resolve("station.log")).contains("ready ")) {
            assertTrue(station.isAlive(), "the station did not start");
            Thread.sleep(5);
        }
        Thread.sleep(500 + random.nextInt(500));
        kill(station);
    }

    private void kill(Process station) throws InterruptedException {
        station.toHandle().destroyForcibly();
        assertNotEquals(0, station.waitFor(), "it went home before it was killed");
        try (StationStore store = StationStore.open(folder.resolve("home"), Clock.systemUTC())) {
            interruptedPrints += store.openPrints().size();
        }
    }

    /** Rounds of two, so that there is still something to pick after the first labels. */
    private void fill() throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(
                folder.resolve("home").resolve("station.properties"), "pick.cluster-size=2\n");
        try (StationStore store = StationStore.open(folder.resolve("home"), Clock.systemUTC())) {
            store.apply(
                    new FeedPage(
                            "c1",
                            true,
                            jobs,
                            List.of(TestStation.OPERATOR),
                            List.of(Samples.CARTON),
                            false));
        }
    }

    private Process start(VirtualPrinter printer) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        "io.fulfillx.desktop.app.StationMain",
                        "--headless",
                        "--no-rehearsal",
                        "--home=" + folder.resolve("home"),
                        "--server=http://127.0.0.1:1",
                        "--org=acme",
                        "--printer=" + printer.uri(),
                        "--robot",
                        "--robot-badge=" + TestStation.BADGE.text(),
                        "--robot-until-idle=1",
                        "--robot-stall=20",
                        "--robot-wrong-every=0",
                        "--robot-printed=" + folder.resolve("labels")));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("station.log").toFile())
                .start();
    }

    private void keep(PrintedLabel label) {
        String text = new String(label.bytes(), StandardCharsets.ISO_8859_1);
        labels.add(text);
        try {
            Files.writeString(
                    folder.resolve("labels").resolve(labels.size() + ".zpl"),
                    text,
                    StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        labelCame.release();
    }
}
