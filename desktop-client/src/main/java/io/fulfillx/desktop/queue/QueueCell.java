package io.fulfillx.desktop.queue;

import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Pill;
import io.fulfillx.desktop.theme.Words;
import io.fulfillx.model.id.ParcelId;

import javafx.geometry.Pos;
import javafx.scene.Node;
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

    QueueCell(Texts texts, WorkQueueModel model) {
        this.texts = texts;
        this.model = model;
        setOnMouseClicked(_ -> toggle());
    }

    @Override
    protected void updateItem(@Nullable QueueRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setGraphic(row == null || empty ? null : line(row));
    }

    private Node line(QueueRow row) {
        var job = row.stored().job();
        boolean chosen = model.chosen().contains(job.parcelId());
        StackPane mark = new StackPane((chosen ? Icon.TICK : Icon.OPEN).node(MARK));
        mark.getStyleClass().add(chosen ? "chosen-mark" : "mark-off");
        mark.setVisible(row.state() == QueueState.TO_PICK);
        String tote = row.stored().work().tote();
        HBox box =
                new HBox(
                        16,
                        mark,
                        fixed(
                                Words.line(row.stored().label(), "type-line", "strong"),
                                NUMBER_WIDTH),
                        Words.grow(buyer(job.shipTo().name() + ", " + job.shipTo().city())),
                        fixed(
                                Words.line(texts.get("queue.units", row.units()), "type-body"),
                                UNITS_WIDTH),
                        fixed(
                                Words.line(
                                        tote == null ? "" : texts.get("tote.named", tote),
                                        "type-body",
                                        "muted"),
                                TOTE_WIDTH),
                        state(row.state()));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Label buyer(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("type-body");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(0);
        label.setPrefWidth(100);
        return label;
    }

    private Node state(QueueState state) {
        QueueTile tile = QueueTile.of(state);
        Pill pill = new Pill();
        pill.show(tile.look(), tile.icon(), texts.get("queue.state." + state));
        HBox box = new HBox(pill);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(STATE_WIDTH);
        return box;
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
