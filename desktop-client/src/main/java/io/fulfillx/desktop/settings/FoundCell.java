package io.fulfillx.desktop.settings;

import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Words;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** One found printer: what it calls itself, where it is, and what we take it for. */
final class FoundCell extends ListCell<FoundRow> {
    private static final double ICON = 30;

    private final Label title = new Label();
    private final Label where = new Label();
    private final Label address = new Label();
    private final Label suggestion = Words.line("", "type-small", "strong");
    private final HBox line;

    FoundCell() {
        title.getStyleClass().addAll("type-body", "strong");
        where.getStyleClass().addAll("type-small", "muted");
        address.getStyleClass().addAll("type-small", "muted", "mono");
        VBox words = new VBox(2, title, where, address);
        words.setMinWidth(0);
        words.setPrefWidth(100);
        line = new HBox(14, Icon.PRINTER.node(ICON), Words.grow(words), suggestion);
        line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable FoundRow item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (item == null || empty) {
            setGraphic(null);
            return;
        }
        title.setText(item.title());
        where.setText(item.printer().description());
        address.setText(item.printer().uri().toString());
        suggestion.setText(item.suggestion().name());
        setGraphic(line);
    }
}
