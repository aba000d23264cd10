package io.fulfillx.desktop.pick;

import io.fulfillx.desktop.screen.Backstage;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.screen.Furniture;
import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.screen.Screen;
import io.fulfillx.desktop.sound.Chime;
import io.fulfillx.desktop.theme.KeyButton;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.code.ActionCode.Action;
import io.fulfillx.model.code.OwnCode;
import io.fulfillx.model.code.ToteCode;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.meaning.ScanMeaning;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Leads each scan to the round in hand and its answer to the screen. */
public final class PickController implements Screen {
    private final Backstage backstage;
    private final Supplier<Optional<PickSession>> nextRound;
    private final Consumer<Scan> toBench;
    private final PickModel model = new PickModel();
    private final PickView view;
    private final List<KeyButton> actions;
    private Optional<PickSession> round = Optional.empty();

    /**
     * @param nextRound opens the next orders of the queue; empty when nothing is left to pick
     * @param toBench takes a tote that is scanned after the round is done
     */
    public PickController(
            Backstage backstage,
            Supplier<Optional<PickSession>> nextRound,
            Consumer<Scan> toBench) {
        this.backstage = backstage;
        this.nextRound = nextRound;
        this.toBench = toBench;
        this.view = new PickView(backstage.texts(), model);
        this.actions =
                List.of(
                        action(Action.SHORT, KeyCode.F4),
                        action(Action.DAMAGED, KeyCode.F5),
                        action(Action.CANCEL, KeyCode.ESCAPE),
                        action(Action.NEXT, KeyCode.F2));
        model.state().subscribe(this::enable);
    }

    private KeyButton action(Action action, KeyCode key) {
        return new KeyButton(
                backstage.texts().get("pick.action." + action),
                new KeyCodeCombination(key),
                () -> backstage.station().execute(() -> act(action)));
    }

    private void enable(Optional<PickState> state) {
        boolean working = state.map(now -> now.phase() != PickPhase.FINISHED).orElse(false);
        for (KeyButton button : actions) {
            button.setDisable(!working);
        }
        actions.getLast().setDisable(working);
    }

    @Override
    public Furniture furniture() {
        return new Furniture(Place.PICK, view, actions);
    }

    public PickModel model() {
        return model;
    }

    /** Goes on with exactly this round. On the station thread. */
    public void begin(PickSession session) {
        round = Optional.of(session);
        paint(Feedback.NONE);
    }

    @Override
    public void opened() {
        if (idle()) {
            round = nextRound.get();
        }
        paint(Feedback.NONE);
    }

    @Override
    public void left() {
        round.ifPresent(PickSession::leave);
    }

    @Override
    public void scanned(Scan scan) {
        Optional<OwnCode> code = ScanMeaning.own(scan);
        if (!idle()) {
            report(round.orElseThrow().scanned(scan));
        } else if (code.orElse(null) instanceof ToteCode) {
            toBench.accept(scan);
        } else if (code.equals(Optional.of(ActionCode.of(Action.NEXT)))) {
            opened();
        } else {
            backstage.speaker().play(Chime.ATTENTION);
            paint(
                    new Feedback(
                            Look.ATTENTION,
                            backstage.texts().get("pick.idle"),
                            backstage.texts().get("pick.idle.help")));
        }
    }

    private boolean idle() {
        return round.isEmpty() || finished(round.get());
    }

    private void act(Action action) {
        if (action == Action.NEXT && idle()) {
            opened();
        } else if (!idle()) {
            report(round.orElseThrow().scanned(ActionCode.of(action).text()));
        }
    }

    private void report(PickStep step) {
        Optional<PickState> now = round.map(PickSession::state);
        // The multiplier has a place of its own on the card.
        Feedback feedback =
                step instanceof PickStep.Multiplier
                        ? Feedback.NONE
                        : Feedback.of(backstage.texts(), step);
        Runnable change =
                () -> {
                    model.step().set(Optional.of(step));
                    show(now, feedback);
                };
        if (step instanceof PickStep.Finished) {
            backstage.tellDone(change);
        } else {
            backstage.tell(feedback, change);
        }
    }

    private void paint(Feedback feedback) {
        Optional<PickState> now = round.map(PickSession::state);
        backstage.paint().execute(() -> show(now, feedback));
    }

    private void show(Optional<PickState> now, Feedback feedback) {
        model.feedback().set(feedback);
        model.state().set(now);
    }

    private static boolean finished(PickSession session) {
        return session.state().phase() == PickPhase.FINISHED;
    }
}
