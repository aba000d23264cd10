package io.fulfillx.desktop.robot;

import io.fulfillx.desktop.pack.PackPhase;
import io.fulfillx.desktop.pack.PackState;
import io.fulfillx.desktop.pack.PackStep;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.code.ActionCode.Action;
import io.fulfillx.model.station.PackLine;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Packs the parcel on the bench as the pack screen says. */
final class RobotPacking {
    private static final int MANY = 4;
    private static final Duration MENDING = Duration.ofMillis(700);
    private static final Duration LOOKING = Duration.ofMillis(300);

    private final RobotHands hands;
    private final RobotCamera camera;
    private final RobotReport report;
    private final Mischief mischief;
    private final @Nullable Path printed;

    RobotPacking(
            RobotHands hands,
            RobotCamera camera,
            RobotReport report,
            Mischief mischief,
            @Nullable Path printed) {
        this.hands = hands;
        this.camera = camera;
        this.report = report;
        this.mischief = mischief;
        this.printed = printed;
    }

    /** Works until nothing is on the bench. */
    void parcel() {
        PackState state = state();
        while (state.phase() != PackPhase.IDLE) {
            act(state);
            state = state();
        }
        book(hands.onPack(model -> model.step().get()));
    }

    private PackState state() {
        return hands.onPack(model -> model.state().get())
                .orElseThrow(() -> new RobotStuck("the pack screen is blank"));
    }

    private void book(Optional<PackStep> last) {
        switch (last.orElse(null)) {
            case PackStep.Done done -> {
                report.packed(done.trackingNumber(), hands.offline());
                camera.once(hands.offline() ? "done-offline" : "done");
            }
            case PackStep.OnLane _ -> camera.once("label-lane");
            case PackStep.Held _ -> {
                camera.once("hold");
                report.holdSeen();
            }
            case PackStep.SetAside _, PackStep.Withdrawn _, PackStep.TakenOver _ -> {
                camera.once("put-back");
                report.asideSeen();
            }
            case null, default -> camera.once("pack-refused");
        }
    }

    private void act(PackState state) {
        switch (state.phase()) {
            case SCAN_ITEMS -> check(state);
            case SCAN_DAMAGED -> hands.command(Action.CANCEL);
            case CARTON -> {
                camera.once("carton");
                hands.command(Action.CONFIRM);
            }
            case WEIGHT -> weigh(state);
            case PRINT -> {
                camera.once("not-printed");
                Keyboard.sleep(MENDING);
                hands.command(Action.CONFIRM);
            }
            case PRINTING -> {
                camera.once("printing");
                hands.await("the printer", () -> state().phase() != PackPhase.PRINTING);
            }
            case SCAN_LABEL -> {
                camera.once("scan-label");
                hands.scan(number(state.open().orElseThrow()));
            }
            case ASK_PRINTED -> answer(state.open().orElseThrow());
            case IDLE -> throw new IllegalStateException("nothing is on the bench");
        }
    }

    private void check(PackState state) {
        StoredJob stored = state.open().orElseThrow();
        if (hands.onPack(model -> model.step().get())
                .filter(step -> step instanceof PackStep.Verified)
                .isPresent()) {
            camera.once("pack");
        }
        if (mischief.wrongItemNow()) {
            wrongItem(stored);
            return;
        }
        PackLine next =
                stored.job().lines().stream()
                        .filter(line -> left(stored, line) > 0)
                        .findFirst()
                        .orElseThrow(() -> new RobotStuck("nothing left to check, yet asked"));
        if (mischief.damageOneNow()) {
            hands.command(Action.DAMAGED);
            camera.once("damaged");
            hands.scan(RobotPicking.barcode(next));
            report.damagedSeen();
            return;
        }
        int units = left(stored, next);
        if (units >= MANY && state.multiplier() == 1) {
            hands.scan(ActionCode.times(Math.min(units, ActionCode.MAX_TIMES)).text());
            camera.once("pack-times");
        }
        hands.scan(RobotPicking.barcode(next));
    }

    private static int left(StoredJob stored, PackLine line) {
        return line.quantity().units() - stored.work().line(line.lineId()).verified();
    }

    private void wrongItem(StoredJob stored) {
        hands.scan(mischief.wrongItem(hands.itemOfOthers(List.of(stored))));
        Optional<PackStep> answer = hands.onPack(model -> model.step().get());
        boolean refused =
                answer.filter(
                                step ->
                                        step instanceof PackStep.WrongItem
                                                || step instanceof PackStep.UnknownCode
                                                || step instanceof PackStep.Held
                                                || step instanceof PackStep.Withdrawn)
                        .isPresent();
        report.wrongItem(refused);
        camera.once(
                answer.orElse(null) instanceof PackStep.WrongItem ? "wrong-item" : "unknown-item");
        if (!refused) {
            throw new RobotStuck("a wrong item got into " + stored.label() + ": " + answer);
        }
    }

    private void weigh(PackState state) {
        if (!mischief.typesTheWeight()) {
            camera.once("weight");
            hands.command(Action.WEIGHTOK);
            return;
        }
        hands.keyboard().person(Integer.toString(state.expectedWeight().grams()));
        Keyboard.sleep(LOOKING);
        camera.once("weight-typed");
        hands.keyboard().person("\r");
        hands.await("the weight to be taken", () -> state().phase() != PackPhase.WEIGHT);
    }

    /** Looks whether the label lies there, then scans it or says that there is none. */
    private void answer(StoredJob stored) {
        camera.once("print-unknown");
        report.unknownPrint();
        Keyboard.sleep(LOOKING);
        String number = number(stored);
        if (printed == null || cameOut(printed, number)) {
            hands.scan(number);
        } else {
            hands.command(Action.NOTPRINTED);
        }
    }

    private static String number(StoredJob stored) {
        return stored.number().orElseThrow().value();
    }

    private static boolean cameOut(Path folder, String number) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> labels = files.filter(file -> file.toString().endsWith(".zpl")).toList();
            for (Path label : labels) {
                if (Files.readString(label, StandardCharsets.ISO_8859_1).contains(number)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
