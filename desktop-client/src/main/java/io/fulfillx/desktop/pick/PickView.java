package io.fulfillx.desktop.pick;

import static io.fulfillx.desktop.theme.Words.arrange;
import static io.fulfillx.desktop.theme.Words.grow;

import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Board;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.Signal;
import io.fulfillx.desktop.theme.Toast;

import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;

/** The round: where to go and what to take on the left, totes and next locations on the right. */
public final class PickView extends HBox {
    private static final double GAP = 16;

    private final Texts texts;
    private final PickModel model;
    private final Board board = new Board();
    private final TaskCard task;
    private final RoundPanel roundPanel;
    private final Toast toast = new Toast();
    private final VBox left = new VBox(GAP);

    PickView(Texts texts, PickModel model) {
        super(GAP);
        this.texts = texts;
        this.model = model;
        this.task = new TaskCard(texts);
        this.roundPanel = new RoundPanel(texts);
        getStyleClass().add("screen");
        getChildren().addAll(grow(left), roundPanel);
        // The state is always set last, and fills the screen once for both.
        model.state().subscribe(this::refresh);
        refresh();
    }

    private void refresh() {
        model.state().get().ifPresentOrElse(this::show, this::showNothing);
    }

    private void showNothing() {
        board.showSign(
                new Signal(
                        Look.NEUTRAL,
                        Icon.LIST,
                        texts.get("pick.nothing"),
                        texts.get("pick.nothing.help")));
        arrange(left, List.of(grow(board)));
        roundPanel.clear();
    }

    private void show(PickState state) {
        Feedback last = model.feedback().get();
        roundPanel.show(state);
        boolean finished = state.phase() == PickPhase.FINISHED;
        if (last.stops() || finished) {
            Signal sign = finished && last.isNone() ? done() : last.signal();
            board.showSign(sign, task.reminder(state));
            arrange(left, List.of(grow(board)));
            return;
        }
        toast.show(last.look(), last.headline());
        if (state.phase() == PickPhase.ASSIGN_TOTES) {
            board.show(
                    new Signal(
                            Look.INFO,
                            Icon.CART,
                            texts.get("pick.assign"),
                            texts.get("pick.assign.help")),
                    task.assign(state));
            arrange(left, List.of(grow(board), toast));
        } else {
            arrange(left, List.of(grow(task.card(state)), toast));
        }
    }

    private Signal done() {
        return Signal.of(
                Look.GOOD, texts.get("pick.finished"), texts.get("pick-step.finished.help"));
    }
}
