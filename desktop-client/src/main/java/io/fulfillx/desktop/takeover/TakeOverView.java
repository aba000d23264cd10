package io.fulfillx.desktop.takeover;

import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.wrapped;

import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Board;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Signal;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/** One question, as large as the screen, and how to answer it. */
public final class TakeOverView extends HBox {
    private static final double ARROW = 34;

    private final Texts texts;
    private final TakeOverModel model;
    private final Board board = new Board();

    TakeOverView(Texts texts, TakeOverModel model) {
        this.texts = texts;
        this.model = model;
        getStyleClass().add("screen");
        getChildren().add(grow(board));
        model.feedback().subscribe(this::show);
        model.asking().subscribe(_ -> show(model.feedback().get()));
    }

    private void show(Feedback feedback) {
        boolean asking = model.asking().get();
        Signal signal =
                asking
                        ? new Signal(
                                feedback.look(),
                                Icon.QUESTION,
                                feedback.headline(),
                                feedback.help())
                        : feedback.signal();
        HBox then =
                new HBox(
                        18,
                        Icon.ARROW.node(ARROW),
                        wrapped(
                                texts.get(asking ? "take-over.answer" : "take-over.next"),
                                "type-heading"));
        then.setAlignment(Pos.CENTER);
        then.getStyleClass().add("then");
        board.showSign(signal, then);
    }
}
