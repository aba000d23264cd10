package io.fulfillx.desktop.labels;

import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.Pill;
import io.fulfillx.desktop.theme.Words;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

/** One label of the wave: its place in pick order, whose it is, and whether it is out. */
final class LabelCell extends ListCell<LabelRow> {
    private static final double PLACE_WIDTH = 56;
    private static final double STATE_WIDTH = 190;

    private final Texts texts;
    private final Label place = Words.line("", "type-line", "muted");
    private final Label order = Words.line("", "type-line", "strong");
    private final Label buyer = new Label();
    private final Pill state = new Pill();
    private final HBox line;

    LabelCell(Texts texts) {
        this.texts = texts;
        place.setMinWidth(PLACE_WIDTH);
        place.setAlignment(Pos.CENTER_RIGHT);
        buyer.getStyleClass().add("type-body");
        buyer.setMaxWidth(Double.MAX_VALUE);
        buyer.setMinWidth(0);
        buyer.setPrefWidth(100);
        HBox stateBox = new HBox(state);
        stateBox.setAlignment(Pos.CENTER_LEFT);
        stateBox.setMinWidth(STATE_WIDTH);
        line = new HBox(16, place, order, Words.grow(buyer), stateBox);
        line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable LabelRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (row == null || empty) {
            setGraphic(null);
            return;
        }
        place.setText(Integer.toString(row.number()));
        order.setText(row.stored().label());
        buyer.setText(row.stored().job().shipTo().name());
        state.show(look(row.state()), icon(row.state()), texts.get("labels.state." + row.state()));
        setGraphic(line);
    }

    private static Look look(LabelState state) {
        return switch (state) {
            case WAITING -> Look.NEUTRAL;
            case PRINTING -> Look.INFO;
            case PRINTED, REPRINTED -> Look.GOOD;
            case NOT_PRINTED -> Look.BAD;
            case UNKNOWN -> Look.ATTENTION;
        };
    }

    private static Icon icon(LabelState state) {
        return switch (state) {
            case WAITING -> Icon.CLOCK;
            case PRINTING -> Icon.PRINTER;
            case PRINTED, REPRINTED -> Icon.TICK;
            case NOT_PRINTED -> Icon.CROSS;
            case UNKNOWN -> Icon.QUESTION;
        };
    }
}
