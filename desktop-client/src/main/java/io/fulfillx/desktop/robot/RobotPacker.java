package io.fulfillx.desktop.robot;

import io.fulfillx.desktop.app.Assembly;
import io.fulfillx.desktop.queue.QueueRow;
import io.fulfillx.desktop.queue.QueueState;
import io.fulfillx.desktop.queue.QueueView;
import io.fulfillx.desktop.screen.Place;
import io.fulfillx.model.code.ActionCode.Action;
import io.fulfillx.model.code.OrderCode;
import io.fulfillx.model.code.ToteCode;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A packer that works the real window: signs in, picks in rounds, packs everything, and goes home
 * when no more work comes.
 */
public final class RobotPacker {
    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final int MAX_TRIES = 5;

    private final Assembly station;
    private final RobotOptions options;
    private final RobotReport report = new RobotReport();
    private final RobotScanner scanner;
    private final RobotHands hands;
    private final RobotCamera camera;
    private final RobotPicking picking;
    private final RobotPacking packing;
    private final Map<String, Integer> tries = new HashMap<>();
    private int shift;

    public RobotPacker(Assembly station, RobotOptions options) {
        this.station = station;
        this.options = options;
        Random random = new Random(options.seed);
        Keyboard keyboard = new Keyboard(station.fx(), station.window().scene(), random);
        this.scanner = RobotScanner.of(options.scanner, keyboard);
        this.hands =
                new RobotHands(
                        station,
                        keyboard,
                        scanner,
                        report,
                        Duration.ofSeconds(options.stallSeconds));
        this.camera = new RobotCamera(station, options.screens);
        Mischief mischief = new Mischief(random, options.wrongEvery, options.exceptions);
        this.picking = new RobotPicking(hands, camera, report, mischief);
        this.packing = new RobotPacking(hands, camera, report, mischief, options.printed);
    }

    /**
     * Works one shift and writes the report.
     *
     * @return empty when all went well, else what went wrong
     */
    public Optional<String> work() throws IOException {
        long start = System.nanoTime();
        Optional<String> problem = Optional.empty();
        try {
            shift();
            RobotTour.of(hands, camera).take();
        } catch (RobotStuck e) {
            problem = Optional.of(e.getMessage() + " (at " + hands.place() + ")");
            camera.once("stuck");
        } finally {
            scanner.close();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (options.report != null) {
            RobotReport.write(
                    options.report,
                    report.summary(seconds, station.timings().summary(), problem.orElse("")));
        }
        return problem;
    }

    private void shift() {
        signIn();
        long idleSince = System.nanoTime();
        while (!enough()) {
            if (step()) {
                idleSince = System.nanoTime();
            } else if (System.nanoTime() - idleSince > seconds(options.untilIdleSeconds)) {
                return;
            } else {
                Keyboard.sleep(GLANCE);
            }
        }
    }

    private static long seconds(int count) {
        return Duration.ofSeconds(count).toNanos();
    }

    private boolean enough() {
        return options.maxOrders > 0 && report.packedParcels() >= options.maxOrders;
    }

    private void signIn() {
        hands.await("the window", () -> station.window().front().isPresent());
        if (hands.place() != Place.SIGN_IN) {
            return;
        }
        camera.once("sign-in");
        if (options.badges.isEmpty()) {
            throw new RobotStuck("no --robot-badge to sign in with");
        }
        String badge = options.badges.get(shift++ % options.badges.size());
        long deadline = System.nanoTime() + seconds(options.stallSeconds);
        while (hands.place() == Place.SIGN_IN) {
            if (System.nanoTime() > deadline) {
                throw new RobotStuck("the badge was not accepted");
            }
            hands.scan(badge);
            Keyboard.sleep(GLANCE);
        }
        hands.awaitPlace(Place.QUEUE);
    }

    /** Does the next piece of work; false when there is none. */
    private boolean step() {
        if (hands.place() == Place.SIGN_IN) {
            signIn();
        }
        if (hands.place() != Place.QUEUE) {
            hands.go(Action.QUEUE, Place.QUEUE);
        }
        Keyboard.sleep(GLANCE.dividedBy(5));
        QueueView queue = hands.queue();
        if (hands.offline()) {
            camera.once("offline");
        } else {
            camera.once("queue");
        }
        if (first(queue, QueueState.PACKING).isPresent()) {
            hands.go(Action.PACK, Place.PACK);
            packing.parcel();
            return true;
        }
        return packAll(queue) || label(queue) || pick(queue);
    }

    private boolean packAll(QueueView queue) {
        List<QueueRow> picked = all(queue, QueueState.PICKED);
        for (QueueRow row : picked) {
            if (enough()) {
                return true;
            }
            open(row);
            packing.parcel();
        }
        return !picked.isEmpty();
    }

    /** Fetches a parcel from the lane whose label has come. */
    private boolean label(QueueView queue) {
        Optional<QueueRow> ready =
                all(queue, QueueState.LANE).stream()
                        .filter(row -> row.stored().carrierLabel().isPresent())
                        .findFirst();
        ready.ifPresent(
                row -> {
                    open(row);
                    packing.parcel();
                });
        return ready.isPresent();
    }

    private void open(QueueRow row) {
        String label = row.stored().label();
        if (tries.merge(label, 1, Integer::sum) > MAX_TRIES) {
            throw new RobotStuck(label + " is offered for packing again and again");
        }
        String tote = row.stored().work().tote();
        hands.go(
                tote == null
                        ? new OrderCode(row.stored().job().orderCode()).text()
                        : new ToteCode(tote).text(),
                Place.PACK);
    }

    private boolean pick(QueueView queue) {
        boolean waiting =
                first(queue, QueueState.TO_PICK).isPresent()
                        || first(queue, QueueState.PICKING).isPresent();
        if (waiting) {
            hands.go(Action.PICK, Place.PICK);
            picking.round();
        }
        return waiting;
    }

    private static Optional<QueueRow> first(QueueView queue, QueueState state) {
        return all(queue, state).stream().findFirst();
    }

    private static List<QueueRow> all(QueueView queue, QueueState state) {
        return queue.rows().stream().filter(row -> row.state() == state).toList();
    }
}
