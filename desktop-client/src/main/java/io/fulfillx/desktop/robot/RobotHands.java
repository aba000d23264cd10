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
import io.fulfillx.desktop.sync.Link;
import io.fulfillx.model.code.ActionCode;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

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

    Keyboard keyboard() {
        return keyboard;
    }

    Place place() {
        return station.place();
    }

    void awaitPlace(Place wanted) {
        await("the screen " + wanted, () -> place() == wanted && shown(wanted));
    }

    private boolean shown(Place wanted) {
        return station.fx()
                .ask(() -> station.window().front().map(Screen::place).orElse(null) == wanted);
    }

    /**
     * @throws RobotStuck when it does not come true within the patience
     */
    void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new RobotStuck("waited " + patience.toSeconds() + " s for " + what);
            }
            Keyboard.sleep(LOOK);
        }
    }

    boolean offline() {
        return !(station.bench().status().now().link() instanceof Link.Online);
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
