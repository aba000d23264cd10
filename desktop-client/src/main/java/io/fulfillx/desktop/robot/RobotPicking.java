package io.fulfillx.desktop.robot;

import io.fulfillx.desktop.pick.PickPhase;
import io.fulfillx.desktop.pick.PickState;
import io.fulfillx.desktop.pick.PickStep;
import io.fulfillx.desktop.pick.PickTask;
import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.code.ActionCode.Action;
import io.fulfillx.model.code.ToteCode;
import io.fulfillx.model.station.PackLine;

import java.util.Optional;

/** Walks one round as the pick screen says. */
final class RobotPicking {
    private static final int MANY = 4;
    private static final int TOTES = 400;

    private final RobotHands hands;
    private final RobotCamera camera;
    private final RobotReport report;
    private final Mischief mischief;
    private int lastTote;

    RobotPicking(RobotHands hands, RobotCamera camera, RobotReport report, Mischief mischief) {
        this.hands = hands;
        this.camera = camera;
        this.report = report;
        this.mischief = mischief;
    }

    /** Works the pick screen until the round is done or there is nothing to pick. */
    void round() {
        Optional<PickState> state = hands.onPick(model -> model.state().get());
        while (state.isPresent() && state.get().phase() != PickPhase.FINISHED) {
            act(state.get());
            noteHolds();
            state = hands.onPick(model -> model.state().get());
        }
        camera.once("pick-done");
    }

    private void act(PickState state) {
        switch (state.phase()) {
            case ASSIGN_TOTES -> {
                camera.once("pick-totes");
                hands.scan(nextTote().text());
            }
            case SCAN_ITEM -> take(state, state.current().orElseThrow());
            case SCAN_TOTE -> {
                camera.once("pick-into-tote");
                String tote = state.current().map(PickTask::tote).orElse(null);
                if (tote == null) {
                    throw new RobotStuck("the pick screen names no tote");
                }
                hands.scan(new ToteCode(tote).text());
            }
            case FINISHED -> throw new IllegalStateException("the round is over");
        }
    }

    private ToteCode nextTote() {
        lastTote = lastTote % TOTES + 1;
        return new ToteCode(Integer.toString(lastTote));
    }

    private void take(PickState state, PickTask task) {
        camera.once("pick");
        if (mischief.wrongItemNow()) {
            wrongItem(state, task);
        }
        if (mischief.missOneNow()) {
            hands.command(Action.SHORT);
            camera.once("pick-short");
            report.shortSeen();
            return;
        }
        int units = task.left() - state.pendingUnits();
        if (units >= MANY) {
            int together = Math.min(units, ActionCode.MAX_TIMES);
            hands.scan(ActionCode.times(together).text());
            camera.once("pick-times");
        }
        hands.scan(barcode(task.line()));
    }

    private void wrongItem(PickState state, PickTask task) {
        hands.scan(mischief.wrongItem(hands.itemOfOthers(state.jobs())));
        Optional<PickStep> answer = hands.onPick(model -> model.step().get());
        boolean refused =
                answer.filter(
                                step ->
                                        step instanceof PickStep.WrongItem
                                                || step instanceof PickStep.UnknownCode
                                                || step instanceof PickStep.Held
                                                || step instanceof PickStep.Withdrawn)
                        .isPresent();
        report.wrongItem(refused);
        camera.once(
                answer.orElse(null) instanceof PickStep.WrongItem
                        ? "pick-wrong-item"
                        : "pick-unknown-item");
        if (!refused) {
            throw new RobotStuck("a wrong item was taken for " + task.order() + ": " + answer);
        }
    }

    private void noteHolds() {
        Optional<PickStep> answer = hands.onPick(model -> model.step().get());
        if (answer.filter(step -> step instanceof PickStep.Held).isPresent()) {
            camera.once("pick-hold");
            report.holdSeen();
        }
    }

    static String barcode(PackLine line) {
        return line.barcodes().isEmpty() ? line.sku().value() : line.barcodes().getFirst();
    }
}
