package io.fulfillx.desktop.pick;

import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.line;
import static io.fulfillx.desktop.theme.Words.wrapped;

import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.ToteTag;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Where the round goes after the task in front. */
final class NextRow extends HBox {
    private static final double TAG = 34;

    private final Texts texts;
    private final Label location = line("", "type-line", "strong");
    private final Label title = wrapped("", "type-small", "muted");
    private final Label units = line("", "type-heading");
    private final ToteTag tag = new ToteTag(0, TAG);

    NextRow(Texts texts) {
        super(14);
        this.texts = texts;
        getChildren().addAll(grow(new VBox(location, title)), units, tag);
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(2, 8, 2, 8));
    }

    void show(PickState state, PickTask task) {
        location.setText(task.line().location());
        title.setText(task.line().title());
        units.setText(texts.get("pick.times", task.left()));
        tag.show(TaskCard.slot(state, task.parcelId()));
    }
}
