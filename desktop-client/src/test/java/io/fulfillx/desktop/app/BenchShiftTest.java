package io.fulfillx.desktop.app;

import static io.fulfillx.desktop.app.VirtualBench.LEFT;
import static io.fulfillx.desktop.app.VirtualBench.RIGHT;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.bench.Bench;
import io.fulfillx.desktop.pack.PackController;
import io.fulfillx.desktop.pack.PackPhase;
import io.fulfillx.desktop.pack.PackState;
import io.fulfillx.desktop.pack.ScaleSight;
import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.status.DeviceStatus;
import io.fulfillx.desktop.status.StatusSnapshot;
import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.code.ActionCode.Action;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.station.PackLine;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.scanner.ScanCounts;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * A shift at a whole bench through the real window: a keyboard scanner, two serial scanners of the
 * same make and a scale, each unplugged once.
 */
@Timeout(60)
class BenchShiftTest {
    private static final String NOTHING_OPEN = "PACK -";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WEDGE = "wedge";
    private static final int ORDERS = 5;

    private final FxBridge fx = FxBridge.start();
    private final List<Integer> weighed = new ArrayList<>();
    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init")
    private VirtualBench devices;

    @SuppressWarnings("NullAway.Init")
    private Bench bench;

    @SuppressWarnings("NullAway.Init")
    private Assembly station;

    private int sent;

    @BeforeEach
    void open() throws IOException {
        devices = new VirtualBench(folder.resolve("machine"));
        List<PackJob> jobs = new ArrayList<>();
        for (int order = 1; order <= ORDERS; order++) {
            jobs.add(Samples.job(order, 2, 1 + order % 2, JobState.READY));
        }
        bench =
                TestStation.bench(
                        jobs, devices.config(folder.resolve("home")), devices.tree().devices());
        for (int order = 1; order <= ORDERS; order++) {
            ParcelWork work = job(order).work().inTote("T" + order).at(WorkStage.PICKED);
            bench.store().confirm(StationChange.of(TestStation.OPERATOR.operatorId(), work));
        }
        station = Assembly.open(bench, fx);
        fx.ask(
                () -> {
                    station.window().open(false);
                    return true;
                });
        await(PATIENCE, () -> aimedAt(Place.SIGN_IN.toString()));
        await(PATIENCE, () -> works(LEFT) && works(RIGHT) && scaleState().equals("ready"));
        signIn();
    }

    @AfterEach
    void close() throws IOException {
        station.close();
        devices.close();
    }

    private void signIn() throws IOException {
        scan(WEDGE, TestStation.BADGE.text());
        await(PATIENCE, () -> aimedAt(Place.QUEUE.toString()));
        scan(WEDGE, ActionCode.of(Action.PACK).text());
        await(PATIENCE, () -> aimedAt(NOTHING_OPEN));
    }

    @Test
    void noScanIsLostDoubledOrMisplacedThoughEverythingIsReplugged() throws Exception {
        pack(1, List.of(LEFT, RIGHT, WEDGE), () -> {});
        pack(2, List.of(RIGHT, LEFT), () -> replug(LEFT, "ttyACM7"));
        pack(3, List.of(WEDGE, RIGHT), () -> replug(RIGHT, "ttyACM0"));
        pack(4, List.of(LEFT, WEDGE, RIGHT), this::replugScale);
        pack(5, List.of(RIGHT, WEDGE, LEFT), this::pullWedgeInMidScan);

        ScanCounts counts = bench.scans().counts();
        assertEquals(new ScanCounts(sent, sent, 0, 0, 0), counts);
        List<StationCommand.ParcelPacked> packed = packed();
        assertEquals(ORDERS, packed.size());
        for (int order = 1; order <= ORDERS; order++) {
            StationCommand.ParcelPacked told = packed.get(order - 1);
            assertEquals(Samples.parcel(order), told.parcelId());
            assertEquals(weighed.get(order - 1), told.weight().grams());
            for (PackLine line : job(order).job().lines()) {
                assertEquals(
                        line.quantity().units(), job(order).work().line(line.lineId()).verified());
            }
        }
        assertEquals(ORDERS, devices.printed().size());
    }

    @Test
    void aScanThatWasAimedAtTheOrderBeforeIsRefusedAndTold() throws Exception {
        String item = job(1).job().lines().getFirst().barcodes().getFirst();
        // In one breath: nobody can have seen the next parcel in between.
        devices.scan(LEFT, "FXTT1", item);
        sent += 2;
        await(PATIENCE, () -> banner().startsWith("Not taken: " + item));
        await(PATIENCE, () -> aimedAt(open(1)));
        assertEquals(0, units(1));
        assertEquals(new ScanCounts(sent, sent - 1, 0, 1, 0), bench.scans().counts());
        scan(RIGHT, item);
        await(PATIENCE, () -> units(1) == 1);
        await(PATIENCE, () -> banner().isEmpty());
    }

    private interface Mishap {
        void happens() throws Exception;
    }

    /** All scanners take turns; the mishap comes between the items. */
    private void pack(int order, List<String> hands, Mishap mishap) throws Exception {
        int turn = 0;
        scan(hands.get(turn), "FXTT" + order);
        await(PATIENCE, () -> phase() == PackPhase.SCAN_ITEMS && aimedAt(open(order)));
        mishap.happens();
        int units = 0;
        for (PackLine line : job(order).job().lines()) {
            for (int unit = 0; unit < line.quantity().units(); unit++) {
                turn++;
                scan(hands.get(turn % hands.size()), line.barcodes().getFirst());
                int now = ++units;
                await(PATIENCE, () -> units(order) == now);
            }
        }
        scan(hands.getFirst(), ActionCode.of(Action.CONFIRM).text());
        weigh(order);
        await(PATIENCE, () -> phase() == PackPhase.IDLE && aimedAt(NOTHING_OPEN));
    }

    /** The parcel before still lies there: it must not be taken for this one. */
    private void weigh(int order) {
        await(PATIENCE, () -> phase() == PackPhase.WEIGHT);
        if (order > 1) {
            await(PATIENCE, () -> sight() == ScaleSight.OLD_LOAD);
            assertEquals(PackPhase.WEIGHT, phase());
        }
        int grams = job(order).job().expectedWeight().grams() + 7 * order;
        weighed.add(grams);
        devices.scale().put(0);
        await(PATIENCE, () -> sight() == ScaleSight.EMPTY);
        devices.scale().put(grams);
    }

    private void replug(String scanner, String file) throws IOException {
        String other = scanner.equals(LEFT) ? RIGHT : LEFT;
        devices.unplug(scanner);
        await(PATIENCE, () -> !works(scanner));
        assertTrue(works(other), "the wrong one is said to be gone");
        devices.plug(scanner, file);
        await(PATIENCE, () -> works(scanner));
    }

    private void replugScale() throws IOException {
        devices.unplugScale();
        await(PATIENCE, () -> scaleState().equals("missing"));
        devices.plugScale();
        await(PATIENCE, () -> scaleState().equals("ready"));
    }

    /** Half a barcode was typed when its plug was pulled: a code that nobody knows. */
    private void pullWedgeInMidScan() throws IOException {
        String item = job(5).job().lines().getFirst().barcodes().getFirst();
        type(item.substring(0, 7));
        sent++;
        await(PATIENCE, () -> look() == Look.BAD);
        assertEquals(0, units(5));
        assertEquals(PackPhase.SCAN_ITEMS, phase());
    }

    private void scan(String scanner, String text) throws IOException {
        sent++;
        if (scanner.equals(WEDGE)) {
            type(text + "\r");
        } else {
            devices.scan(scanner, text);
        }
        await(PATIENCE, () -> bench.scans().counts().received() == sent);
    }

    /** A scan that begins now is meant for that work, and none is on its way. */
    private boolean aimedAt(String work) {
        return bench.aim().startsWith(work) && bench.scans().counts().waiting() == 0;
    }

    private static String open(int order) {
        return "PACK " + Samples.parcel(order);
    }

    private StoredJob job(int order) {
        return bench.store().job(Samples.parcel(order)).orElseThrow();
    }

    private int units(int order) {
        StoredJob stored = job(order);
        return stored.job().lines().stream()
                .mapToInt(line -> stored.work().line(line.lineId()).verified())
                .sum();
    }

    private List<StationCommand.ParcelPacked> packed() {
        return bench.store().unsent(500).commands().stream()
                .map(CommandEnvelope::command)
                .filter(StationCommand.ParcelPacked.class::isInstance)
                .map(StationCommand.ParcelPacked.class::cast)
                .toList();
    }

    private PackPhase phase() {
        return fx.ask(() -> pack().model().state().get())
                .map(PackState::phase)
                .orElse(PackPhase.IDLE);
    }

    private Look look() {
        return fx.ask(() -> pack().model().feedback().get().look());
    }

    private ScaleSight sight() {
        return fx.ask(() -> pack().model().scale().get());
    }

    private PackController pack() {
        return (PackController) station.window().front().orElseThrow();
    }

    /** As the status bar shows it. */
    private boolean works(String scanner) {
        return shown(StatusSnapshot::scanners).stream()
                .anyMatch(each -> each.name().equals(scanner) && each.working());
    }

    private String scaleState() {
        List<DeviceStatus> scales = shown(StatusSnapshot::scales);
        return scales.isEmpty() ? "" : scales.getFirst().state();
    }

    private List<DeviceStatus> shown(Function<StatusSnapshot, List<DeviceStatus>> part) {
        return fx.ask(() -> station.window().status().snapshot().get()).map(part).orElse(List.of());
    }

    private String banner() {
        return fx.ask(() -> station.window().status().fault().get());
    }

    private void type(String text) {
        new WindowKeys(fx, () -> station.window().scene()).atOnce(text);
    }

    private static void await(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "waited too long");
            sleep(Duration.ofMillis(5));
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
