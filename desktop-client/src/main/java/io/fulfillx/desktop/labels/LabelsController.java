package io.fulfillx.desktop.labels;

import io.fulfillx.desktop.print.LabelPictures;
import io.fulfillx.desktop.screen.Backstage;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.screen.Furniture;
import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.screen.Screen;
import io.fulfillx.desktop.theme.KeyButton;
import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.code.ActionCode.Action;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.meaning.ScanMeaning;

import javafx.scene.input.KeyCode;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Prints a wave's labels ahead; a scanned label ends the doubt about it. */
public final class LabelsController implements Screen {
    private final Backstage backstage;
    private final LabelRunSession session;
    private final LabelsModel model = new LabelsModel();
    private final LabelsView view;
    private final List<KeyButton> actions;

    /**
     * @param sessions makes the session, given what to call when a label has moved on
     */
    public LabelsController(
            Backstage backstage,
            Function<Runnable, LabelRunSession> sessions,
            LabelPictures pictures) {
        this.backstage = backstage;
        this.session = sessions.apply(this::refresh);
        this.view = new LabelsView(backstage.texts(), model, pictures);
        this.actions =
                List.of(
                        backstage
                                .button("labels.start", KeyCode.F2, () -> act(session::start))
                                .primary(),
                        backstage.button("labels.pause", KeyCode.F4, () -> act(session::pause)),
                        backstage.button(
                                "action.REPRINT", KeyCode.F7, () -> onChosen(session::reprint)),
                        backstage.button(
                                "action.NOTPRINTED", KeyCode.F9, () -> onChosen(session::missing)));
    }

    @Override
    public Furniture furniture() {
        return new Furniture(Place.LABELS, view, actions);
    }

    public LabelsModel model() {
        return model;
    }

    @Override
    public void opened() {
        backstage.paint().execute(() -> model.feedback().set(Feedback.NONE));
        refresh();
    }

    /** Reads the labels anew; call it after anything changed. Safe from any thread. */
    public void refresh() {
        backstage
                .station()
                .execute(
                        () -> {
                            LabelRunView now = session.view();
                            backstage.paint().execute(() -> model.run().set(now));
                        });
    }

    @Override
    public void scanned(Scan scan) {
        if (ScanMeaning.own(scan).orElse(null) instanceof ActionCode code) {
            commanded(code.action());
        } else {
            report(session.scanned(scan.text().strip()));
        }
    }

    private void commanded(Action action) {
        switch (action) {
            case CONFIRM -> report(session.start());
            case CANCEL -> report(session.pause());
            case REPRINT -> backstage.paint().execute(() -> onChosen(session::reprint));
            case NOTPRINTED -> backstage.paint().execute(() -> onChosen(session::missing));
            default -> report(new LabelStep.NotOfThisWave(ActionCode.of(action).text()));
        }
    }

    private void act(Supplier<LabelStep> action) {
        backstage.station().execute(() -> report(action.get()));
    }

    private void onChosen(Function<ParcelId, LabelStep> action) {
        model.chosen().get().ifPresent(parcelId -> act(() -> action.apply(parcelId)));
    }

    /** On the station thread. */
    private void report(LabelStep step) {
        Feedback feedback = Feedback.of(backstage.texts(), step);
        LabelRunView now = session.view();
        backstage.tell(
                feedback,
                () -> {
                    model.feedback().set(feedback);
                    model.run().set(now);
                });
    }
}
