package io.fulfillx.desktop.queue;

import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Glyph;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Pill;
import io.fulfillx.desktop.theme.Words;
import io.fulfillx.model.id.ParcelId;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/** One parcel of the queue; a click marks it for the next round. */
final class QueueCell extends ListCell<QueueRow> {
    private static final double MARK = 26;
    private static final double STATE_WIDTH = 210;
    private static final double NUMBER_WIDTH = 210;
    private static final double TOTE_WIDTH = 130;
    private static final double UNITS_WIDTH = 120;

    private final Texts texts;
    private final WorkQueueModel model;
    private final Glyph tick = Icon.OPEN.node(MARK);
    private final StackPane mark = new StackPane(tick);
    private final Label number = fixed(Words.line("", "type-line", "strong"), NUMBER_WIDTH);
    private final Label buyer = new Label();
    private final Label units = fixed(Words.line("", "type-body"), UNITS_WIDTH);
    private final Label tote = fixed(Words.line("", "type-body", "muted"), TOTE_WIDTH);
    private final Pill state = new Pill();
    private final HBox line;

    QueueCell(Texts texts, WorkQueueModel model) {
        this.texts = texts;
        this.model = model;
        mark.getStyleClass().add("mark-off");
        buyer.getStyleClass().add("type-body");
        buyer.setMaxWidth(Double.MAX_VALUE);
        buyer.setMinWidth(0);
        buyer.setPrefWidth(100);
        HBox stateBox = new HBox(state);
        stateBox.setAlignment(Pos.CENTER_LEFT);
        stateBox.setMinWidth(STATE_WIDTH);
        line = new HBox(16, mark, number, Words.grow(buyer), units, tote, stateBox);
        line.setAlignment(Pos.CENTER_LEFT);
        setOnMouseClicked(_ -> toggle());
    }

    @Override
    protected void updateItem(@Nullable QueueRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (row == null || empty) {
            setGraphic(null);
            return;
        }
        show(row);
        setGraphic(line);
    }

    private void show(QueueRow row) {
        var job = row.stored().job();
        boolean chosen = model.chosen().contains(job.parcelId());
        tick.show(chosen ? Icon.TICK : Icon.OPEN);
        String look = chosen ? "chosen-mark" : "mark-off";
        if (!mark.getStyleClass().contains(look)) {
            mark.getStyleClass().setAll(look);
        }
        mark.setVisible(row.state() == QueueState.TO_PICK);
        number.setText(row.stored().label());
        buyer.setText(job.shipTo().name() + ", " + job.shipTo().city());
        units.setText(texts.get("queue.units", row.units()));
        String inTote = row.stored().work().tote();
        tote.setText(inTote == null ? "" : texts.get("tote.named", inTote));
        QueueTile tile = QueueTile.of(row.state());
        state.show(tile.look(), tile.icon(), texts.get("queue.state." + row.state()));
    }

    private static Label fixed(Label label, double width) {
        label.setMinWidth(width);
        label.setPrefWidth(width);
        return label;
    }

    private void toggle() {
        QueueRow row = getItem();
        if (row == null || row.state() != QueueState.TO_PICK) {
            return;
        }
        ParcelId parcel = row.stored().job().parcelId();
        if (!model.chosen().remove(parcel)) {
            model.chosen().add(parcel);
        }
    }
}
