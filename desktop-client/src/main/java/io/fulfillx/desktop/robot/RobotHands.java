package io.fulfillx.desktop.robot;

import io.fulfillx.desktop.app.Assembly;
import io.fulfillx.desktop.pack.PackController;
import io.fulfillx.desktop.pack.PackModel;
import io.fulfillx.desktop.pick.PickController;
import io.fulfillx.desktop.pick.PickModel;
import io.fulfillx.desktop.queue.QueueView;
import io.fulfillx.desktop.queue.WorkQueueController;
import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.screen.Screen;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.sync.Link;
import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.station.PackLine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a packer can do and see: scan, type, and read the screen in front. */
final class RobotHands {
    /** Scanners drop a second read of the same code within this time. */
    private static final Duration REPEAT_GAP = Duration.ofMillis(160);

    private static final Duration AGAIN = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(4);

    private final Assembly station;
    private final Keyboard keyboard;
    private final RobotScanner scanner;
    private final RobotReport report;
    private final Duration patience;
    private String lastScan = "";
    private long lastScanAt;

    RobotHands(
            Assembly station,
            Keyboard keyboard,
            RobotScanner scanner,
            RobotReport report,
            Duration patience) {
        this.station = station;
        this.keyboard = keyboard;
        this.scanner = scanner;
        this.report = report;
        this.patience = patience;
    }

    /** Scans and waits until the screen has answered. */
    void scan(String text) {
        long since = System.nanoTime() - lastScanAt;
        if (text.equals(lastScan) && since < REPEAT_GAP.toNanos()) {
            Keyboard.sleep(REPEAT_GAP.minusNanos(since));
        }
        int before = station.timings().painted();
        long giveUp = System.nanoTime() + patience.toNanos();
        while (!answered(text, before)) {
            if (System.nanoTime() > giveUp) {
                throw new RobotStuck("no answer to the scan " + text);
            }
        }
    }

    /** Pulls the trigger once; like a packer, pulls again when nothing happens for a while. */
    private boolean answered(String text, int before) {
        // A person looks first whether the screen has changed.
        within(patience, station.bench().scans()::isArmed);
        scanner.scan(text);
        report.scanned();
        lastScan = text;
        lastScanAt = System.nanoTime();
        while (station.timings().painted() == before) {
            if (System.nanoTime() - lastScanAt > AGAIN.toNanos()) {
                return false;
            }
            Keyboard.sleep(LOOK);
        }
        return true;
    }

    void command(ActionCode.Action action) {
        scan(ActionCode.of(action).text());
    }

    /** Scans what leads to this screen, and once more when the screen does not come. */
    void go(String text, Place wanted) {
        long giveUp = System.nanoTime() + patience.toNanos();
        do {
            if (System.nanoTime() > giveUp) {
                throw new RobotStuck("the scan " + text + " did not lead to " + wanted);
            }
            scan(text);
        } while (!within(AGAIN, () -> at(wanted)));
    }

    void go(ActionCode.Action action, Place wanted) {
        go(ActionCode.of(action).text(), wanted);
    }

    Keyboard keyboard() {
        return keyboard;
    }

    Place place() {
        return station.place();
    }

    void awaitPlace(Place wanted) {
        await("the screen " + wanted, () -> at(wanted));
    }

    private boolean at(Place wanted) {
        return place() == wanted
                && station.fx()
                        .ask(
                                () ->
                                        station.window().front().map(Screen::place).orElse(null)
                                                == wanted);
    }

    /**
     * @throws RobotStuck when it does not come true within the patience
     */
    void await(String what, BooleanSupplier condition) {
        if (!within(patience, condition)) {
            throw new RobotStuck("waited " + patience.toSeconds() + " s for " + what);
        }
    }

    private static boolean within(Duration time, BooleanSupplier condition) {
        long deadline = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Keyboard.sleep(LOOK);
        }
        return true;
    }

    /** Whether a server that knows this station cannot be reached. */
    boolean offline() {
        return station.bench().status().now().link() instanceof Link.Offline;
    }

    /** A barcode that other orders of this station want and none of these; empty without any. */
    Optional<String> itemOfOthers(List<StoredJob> these) {
        Set<Sku> wanted =
                these.stream()
                        .flatMap(stored -> stored.job().lines().stream())
                        .map(PackLine::sku)
                        .collect(Collectors.toSet());
        return station.bench().store().jobs().stream()
                .flatMap(stored -> stored.job().lines().stream())
                .filter(line -> !wanted.contains(line.sku()))
                .map(RobotPicking::barcode)
                .findFirst();
    }

    <T> T onPick(Function<PickModel, T> look) {
        return look(Place.PICK, PickController.class, screen -> look.apply(screen.model()));
    }

    <T> T onPack(Function<PackModel, T> look) {
        return look(Place.PACK, PackController.class, screen -> look.apply(screen.model()));
    }

    /** The work list as shown after it was read anew. */
    QueueView queue() {
        return look(Place.QUEUE, WorkQueueController.class, screen -> screen.model().queue().get());
    }

    private <S extends Screen, T> T look(Place place, Class<S> type, Function<S, T> look) {
        S screen =
                station.screen(place)
                        .map(type::cast)
                        .orElseThrow(() -> new RobotStuck("nobody is signed in"));
        return station.fx().ask(() -> look.apply(screen));
    }
}
