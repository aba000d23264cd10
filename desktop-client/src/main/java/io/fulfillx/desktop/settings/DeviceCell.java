package io.fulfillx.desktop.settings;

import io.fulfillx.desktop.theme.Glyph;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Words;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/** One scanner or scale: what it is, what it is called, where it is. */
final class DeviceCell<T> extends ListCell<T> {
    private static final double ICON = 30;

    /** What stands in a row. */
    record Row(Icon icon, String title, String where, String address) {}

    private final Function<T, Row> words;
    private final Glyph icon = Icon.SCAN.node(ICON);
    private final Label title = new Label();
    private final Label where = new Label();
    private final Label address = new Label();
    private final HBox line;

    DeviceCell(Function<T, Row> words) {
        this.words = words;
        title.getStyleClass().addAll("type-body", "strong");
        where.getStyleClass().addAll("type-small", "muted");
        address.getStyleClass().addAll("type-small", "muted", "mono");
        VBox text = new VBox(2, title, where, address);
        text.setMinWidth(0);
        text.setPrefWidth(100);
        line = new HBox(14, icon, Words.grow(text));
        line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (item == null || empty) {
            setGraphic(null);
            return;
        }
        Row row = words.apply(item);
        icon.show(row.icon());
        title.setText(row.title());
        where.setText(row.where());
        Words.show(where, !row.where().isEmpty());
        address.setText(row.address());
        setGraphic(line);
    }
}
