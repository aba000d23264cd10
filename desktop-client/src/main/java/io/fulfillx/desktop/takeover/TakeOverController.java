package io.fulfillx.desktop.takeover;

import io.fulfillx.desktop.screen.Backstage;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.screen.Furniture;
import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.screen.Screen;
import io.fulfillx.desktop.theme.KeyButton;
import io.fulfillx.scanner.Scan;

import javafx.scene.input.KeyCode;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks beside the scans who has a parcel that is not here, and puts the question to a lead. Its
 * state is touched on the station thread only.
 */
public final class TakeOverController implements Screen {
    private final Backstage backstage;
    private final TakeOverSession session;
    private final Consumer<Scan> toBench;
    private final BooleanSupplier stillWanted;
    private final TakeOverModel model = new TakeOverModel();
    private final TakeOverView view;
    private final List<KeyButton> actions;
    private boolean waiting;

    /**
     * @param toBench opens what was scanned on the pack screen; on the station thread
     * @param stillWanted whether nobody has gone on with other work meanwhile
     */
    public TakeOverController(
            Backstage backstage,
            TakeOverSession session,
            Consumer<Scan> toBench,
            BooleanSupplier stillWanted) {
        this.backstage = backstage;
        this.session = session;
        this.toBench = toBench;
        this.stillWanted = stillWanted;
        this.view = new TakeOverView(backstage.texts(), model);
        KeyButton yes =
                backstage
                        .button(
                                "take-over.yes",
                                KeyCode.F2,
                                () -> backstage.station().execute(this::yes))
                        .primary();
        this.actions = List.of(yes, backstage.button("take-over.no", KeyCode.ESCAPE, this::no));
        model.asking().subscribe(asking -> yes.setDisable(!asking));
    }

    @Override
    public Furniture furniture() {
        return new Furniture(Place.TAKE_OVER, view, actions);
    }

    public TakeOverModel model() {
        return model;
    }

    /** Something was scanned that is not here. On the station thread. */
    public void look(Scan scan) {
        if (TakeOverSession.mayBeElsewhere(scan)) {
            beside(() -> Optional.of(session.ask(scan)), this::found);
        }
    }

    private void found(TakeOverStep step) {
        if (!stillWanted.getAsBoolean()) {
            session.no();
        } else if (!(step instanceof TakeOverStep.NobodyHasIt)) {
            tell(step);
            backstage.navigation().go(Place.TAKE_OVER);
        }
    }

    @Override
    public void scanned(Scan scan) {
        if (session.isYes(scan)) {
            yes();
        } else if (session.isAsking() && !TakeOverSession.mayBeElsewhere(scan)) {
            session.remind().ifPresent(this::tell);
        } else {
            session.no();
            toBench.accept(scan);
        }
    }

    private void yes() {
        beside(session::yes, this::tell);
    }

    private void no() {
        backstage.station().execute(session::no);
        backstage.navigation().go(Place.PACK);
    }

    /** The server may take its time; one question at a time. */
    private void beside(Supplier<Optional<TakeOverStep>> question, Consumer<TakeOverStep> then) {
        if (waiting) {
            return;
        }
        waiting = true;
        Thread.ofVirtual()
                .name("take-over")
                .start(
                        () -> {
                            Optional<TakeOverStep> step = question.get();
                            backstage
                                    .station()
                                    .execute(
                                            () -> {
                                                waiting = false;
                                                step.ifPresent(then);
                                            });
                        });
    }

    private void tell(TakeOverStep step) {
        Feedback feedback = Feedback.of(backstage.texts(), step);
        boolean asking = session.isAsking();
        backstage.tell(
                feedback,
                () -> {
                    model.feedback().set(feedback);
                    model.asking().set(asking);
                });
    }
}
