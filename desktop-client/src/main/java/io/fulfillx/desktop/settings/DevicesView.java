package io.fulfillx.desktop.settings;

import static io.fulfillx.desktop.theme.Words.gap;
import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.line;
import static io.fulfillx.desktop.theme.Words.wrapped;

import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.scanner.FoundDevice;

import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** Scanners and scale of the station on the left, what is plugged in on the right. */
final class DevicesView extends VBox {
    private static final double GAP = 14;
    private static final double HALF = 50;
    private static final double CARD_ICON = 28;
    private static final double NAME_WIDTH = 150;

    private final Texts texts;
    private final DevicesModel model;
    private final DevicesActions actions;

    DevicesView(Texts texts, DevicesModel model, DevicesActions actions) {
        super(GAP);
        this.texts = texts;
        this.model = model;
        this.actions = actions;
        GridPane columns = new GridPane(GAP, GAP);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(HALF);
        columns.getColumnConstraints().addAll(half, half);
        RowConstraints all = new RowConstraints();
        all.setVgrow(Priority.ALWAYS);
        columns.getRowConstraints().add(all);
        columns.addRow(0, mine(), found());
        getChildren().addAll(grow(columns), editor());
    }

    private Node mine() {
        ListView<DeviceLine> rows = list(texts.get("settings.devices.none"));
        rows.setItems(model.lines());
        rows.setCellFactory(_ -> new DeviceCell<>(this::row));
        rows.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(
                        row -> {
                            if (row.intValue() != model.selected().get() && row.intValue() >= 0) {
                                actions.select(row.intValue());
                            }
                        });
        model.selected().subscribe(row -> rows.getSelectionModel().clearAndSelect(row.intValue()));
        return card(
                Icon.SCAN,
                line(texts.get("settings.devices.mine"), "type-heading"),
                wrapped(texts.get("settings.devices.mine.help"), "type-small", "muted"),
                grow(rows),
                new HBox(10, gap(), button("settings.printers.remove", actions::remove)));
    }

    private DeviceCell.Row row(DeviceLine device) {
        String role = texts.get("settings.devices." + device.role());
        return new DeviceCell.Row(
                device.role() == DeviceRole.SCALE ? Icon.SCALE : Icon.SCAN,
                device.hasName() ? device.name() : role,
                device.hasName() ? role : "",
                device.address().toString());
    }

    private Node found() {
        ListView<FoundDevice> rows = list(texts.get("settings.devices.nothing"));
        rows.setItems(model.found());
        rows.setCellFactory(_ -> new DeviceCell<>(DevicesView::row));
        rows.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        row -> {
                            if (row != null) {
                                actions.pick(row);
                            }
                        });
        return card(
                Icon.LIST,
                line(texts.get("settings.printers.found"), "type-heading"),
                wrapped(texts.get("settings.devices.found.help"), "type-small", "muted"),
                grow(rows),
                new HBox(10, gap(), button("settings.printers.search", actions::search)));
    }

    private static DeviceCell.Row row(FoundDevice device) {
        boolean scale = device.kind().contains("scale");
        String where = device.kind() + " " + device.file();
        return new DeviceCell.Row(
                scale ? Icon.SCALE : Icon.SCAN,
                device.product().isEmpty() ? where : device.product(),
                device.product().isEmpty() ? device.place() : where + ", " + device.place(),
                device.address().toString());
    }

    private Node editor() {
        TextField address = field(model.address(), "serial:port:1-2:1.0?baud=9600");
        address.setOnAction(_ -> actions.add());
        TextField name = field(model.name(), texts.get("settings.devices.name.example"));
        name.setMinWidth(NAME_WIDTH);
        name.setMaxWidth(NAME_WIDTH);
        Label named = line(texts.get("settings.devices.name"), "type-body");
        name.disableProperty().bind(model.role().isEqualTo(DeviceRole.SCALE));
        Button change = button("settings.printers.change", actions::change);
        change.disableProperty().bind(model.selected().lessThan(0));
        HBox editor =
                new HBox(
                        12,
                        roles(),
                        named,
                        name,
                        line(texts.get("settings.printers.address"), "type-body"),
                        grow(address),
                        button("settings.printers.add", actions::add),
                        change);
        editor.setAlignment(Pos.CENTER_LEFT);
        editor.setPadding(new Insets(14, 18, 14, 18));
        editor.getStyleClass().add("panel");
        return editor;
    }

    private Node roles() {
        HBox box = new HBox(8);
        for (DeviceRole role : DeviceRole.values()) {
            Button button = button("settings.devices." + role, () -> actions.role(role));
            model.role()
                    .subscribe(
                            now -> {
                                button.getStyleClass().remove("chosen");
                                if (now == role) {
                                    button.getStyleClass().add("chosen");
                                }
                            });
            box.getChildren().add(button);
        }
        return box;
    }

    private static TextField field(StringProperty value, String prompt) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(value);
        field.setPromptText(prompt);
        return field;
    }

    private static <T> ListView<T> list(String nothing) {
        ListView<T> rows = new ListView<>();
        rows.getStyleClass().addAll("queue", "choices", "found");
        rows.setFocusTraversable(false);
        rows.setPlaceholder(wrapped(nothing, "type-body", "muted"));
        rows.setPrefHeight(200);
        rows.setMinHeight(100);
        return rows;
    }

    private static VBox card(Icon icon, Label title, Node... content) {
        HBox head = new HBox(12, icon.node(CARD_ICON), title);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(12, head);
        card.getChildren().addAll(content);
        card.setPadding(new Insets(18));
        card.getStyleClass().add("panel");
        return card;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.getStyleClass().add("choice");
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
