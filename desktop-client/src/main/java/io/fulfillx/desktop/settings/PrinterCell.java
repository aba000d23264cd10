package io.fulfillx.desktop.settings;

import io.fulfillx.desktop.theme.Words;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** One printer of the station: its place in the list, its model and its address. */
final class PrinterCell extends ListCell<PrinterLine> {
    private static final double PLACE_WIDTH = 30;

    private final Label place = Words.line("", "type-title");
    private final Label model = new Label();
    private final Label address = new Label();
    private final HBox line;

    PrinterCell() {
        place.setMinWidth(PLACE_WIDTH);
        model.getStyleClass().addAll("type-body", "strong");
        address.getStyleClass().addAll("type-small", "muted", "mono");
        VBox words = new VBox(2, model, address);
        words.setMinWidth(0);
        words.setPrefWidth(100);
        line = new HBox(14, place, Words.grow(words));
        line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable PrinterLine item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (item == null || empty) {
            setGraphic(null);
            return;
        }
        place.setText(Integer.toString(getIndex() + 1));
        model.setText(item.printer().profile().name());
        address.setText(item.printer().address().toString());
        setGraphic(line);
    }

    @Override
    public void updateIndex(int index) {
        super.updateIndex(index);
        place.setText(Integer.toString(index + 1));
    }
}
