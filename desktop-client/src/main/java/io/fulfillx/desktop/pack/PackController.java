package io.fulfillx.desktop.pack;

import io.fulfillx.desktop.print.LabelPictures;
import io.fulfillx.desktop.screen.Backstage;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.screen.Furniture;
import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.screen.Screen;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.theme.KeyButton;
import io.fulfillx.desktop.theme.Keypad;
import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.code.ActionCode.Action;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.scale.ScaleReading;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Leads each scan to the session and its answer to the screen. */
public final class PackController implements Screen {
    private static final int MAX_DIGITS = 6;

    private final Backstage backstage;
    private final PackSession session;
    private final LabelPictures pictures;
    private final Consumer<Scan> elsewhere;
    private final PackModel model = new PackModel();
    private final PackView view;
    private final List<KeyButton> actions;
    private ScaleSight sight = ScaleSight.NONE;

    /**
     * @param elsewhere hears of a scan that belongs to nothing here
     */
    public PackController(
            Backstage backstage,
            PackSession session,
            LabelPictures pictures,
            Consumer<Scan> elsewhere) {
        this.backstage = backstage;
        this.session = session;
        this.pictures = pictures;
        this.elsewhere = elsewhere;
        this.view = new PackView(backstage.texts(), model, this::act, this::padPressed, pictures);
        this.actions =
                List.of(
                        action(Action.CONFIRM, KeyCode.F2).primary(),
                        action(Action.SHORT, KeyCode.F4),
                        action(Action.DAMAGED, KeyCode.F5),
                        action(Action.ASIDE, KeyCode.F6),
                        action(Action.REPRINT, KeyCode.F7),
                        action(Action.CANCEL, KeyCode.ESCAPE));
        model.state().subscribe(this::enable);
    }

    private KeyButton action(Action action, KeyCode key) {
        return new KeyButton(
                backstage.texts().get("action." + action),
                new KeyCodeCombination(key),
                () -> act(action));
    }

    private void enable(Optional<PackState> state) {
        PackPhase phase = state.map(PackState::phase).orElse(PackPhase.IDLE);
        boolean open = phase != PackPhase.IDLE;
        boolean checking = phase == PackPhase.SCAN_ITEMS;
        List<Boolean> enabled =
                List.of(
                        phase == PackPhase.CARTON || phase == PackPhase.PRINT,
                        checking,
                        checking,
                        open,
                        !open
                                || phase == PackPhase.PRINT
                                || phase == PackPhase.SCAN_LABEL
                                || phase == PackPhase.ASK_PRINTED,
                        open);
        for (int i = 0; i < enabled.size(); i++) {
            actions.get(i).setDisable(!enabled.get(i));
        }
    }

    @Override
    public Map<KeyCombination, Runnable> moreKeys() {
        return Map.of(
                PackDetails.PRINTED_KEY, () -> act(Action.PRINTED),
                PackDetails.NOT_PRINTED_KEY, () -> act(Action.NOTPRINTED),
                PackDetails.WEIGHT_OK_KEY, () -> act(Action.WEIGHTOK));
    }

    @Override
    public Furniture furniture() {
        return new Furniture(Place.PACK, view, actions);
    }

    public PackModel model() {
        return model;
    }

    @Override
    public void opened() {
        PackState now = session.state();
        backstage.paint().execute(() -> show(now, Feedback.NONE));
    }

    @Override
    public void scanned(Scan scan) {
        PackStep step = session.scanned(scan);
        report(step);
        boolean nothing =
                step instanceof PackStep.NothingHere || step instanceof PackStep.UnknownCode;
        if (nothing && session.open().isEmpty()) {
            elsewhere.accept(scan);
        }
    }

    /** Shows an answer that came by itself, such as the printer's. On the station thread. */
    public void report(PackStep step) {
        PackState now = session.state();
        // The multiplier has a place of its own on the board.
        Feedback feedback =
                step instanceof PackStep.Multiplier
                        ? Feedback.NONE
                        : Feedback.of(backstage.texts(), step);
        Runnable change =
                () -> {
                    model.step().set(Optional.of(step));
                    show(now, feedback);
                };
        if (step instanceof PackStep.Done) {
            backstage.tellDone(change);
        } else {
            backstage.tell(feedback, change);
        }
    }

    /** Takes what the scale says. On the station thread. */
    public void weighed(ScaleReading reading, long nanoTime) {
        Optional<PackStep> step = session.weighed(reading, nanoTime);
        ScaleSight now = session.sight();
        if (now != sight) {
            sight = now;
            backstage.paint().execute(() -> model.scale().set(now));
        }
        step.ifPresent(this::report);
    }

    private void show(PackState now, Feedback feedback) {
        if (now.phase() == PackPhase.CARTON) {
            now.open().flatMap(StoredJob::carrierLabel).ifPresent(pictures::prepare);
        }
        model.weight().set("");
        model.feedback().set(feedback);
        model.state().set(Optional.of(now));
    }

    private void act(Action action) {
        String code = ActionCode.of(action).text();
        backstage.station().execute(() -> report(session.scanned(code)));
    }

    @Override
    public void typed(String text) {
        text.codePoints().mapToObj(Character::toString).forEach(this::padPressed);
    }

    private void padPressed(String key) {
        if (model.state().get().map(PackState::phase).orElse(PackPhase.IDLE) != PackPhase.WEIGHT) {
            return;
        }
        String soFar = model.weight().get();
        switch (key) {
            case Keypad.BACK ->
                    model.weight().set(soFar.substring(0, Math.max(0, soFar.length() - 1)));
            case Keypad.ENTER, "\r" -> weigh(soFar);
            default -> {
                if (key.matches("[0-9]") && soFar.length() < MAX_DIGITS) {
                    model.weight().set(soFar + key);
                }
            }
        }
    }

    private void weigh(String grams) {
        if (!grams.isEmpty()) {
            backstage.station().execute(() -> report(session.weighed(grams)));
        }
    }
}
