package io.fulfillx.desktop.settings;

import static io.fulfillx.desktop.theme.Words.gap;
import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.line;
import static io.fulfillx.desktop.theme.Words.wrapped;

import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.printing.profile.PrinterProfile;
import io.fulfillx.printing.profile.PrinterProfiles;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** The station's printers on the left, the found ones on the right, one to edit below. */
final class PrintersView extends VBox {
    private static final double GAP = 14;
    private static final double HALF = 50;
    private static final double CARD_ICON = 28;
    private static final double PROFILE_WIDTH = 300;

    private final Texts texts;
    private final PrintersModel model;
    private final PrinterActions actions;

    PrintersView(Texts texts, PrintersModel model, PrinterActions actions) {
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
        ListView<PrinterLine> rows = list(texts.get("settings.printers.none"));
        rows.setItems(model.lines());
        rows.setCellFactory(_ -> new PrinterCell());
        rows.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(
                        row -> {
                            if (row.intValue() != model.selected().get() && row.intValue() >= 0) {
                                actions.select(row.intValue());
                            }
                        });
        model.selected().subscribe(row -> rows.getSelectionModel().clearAndSelect(row.intValue()));
        HBox buttons =
                new HBox(
                        10,
                        button("settings.printers.up", () -> actions.move(-1)),
                        button("settings.printers.down", () -> actions.move(1)),
                        gap(),
                        button("settings.printers.remove", actions::remove));
        return card(
                Icon.PRINTER,
                line(texts.get("settings.printers.mine"), "type-heading"),
                wrapped(texts.get("settings.printers.mine.help"), "type-small", "muted"),
                grow(rows),
                buttons);
    }

    private Node found() {
        ListView<FoundRow> rows = list(texts.get("settings.printers.nothing"));
        rows.getStyleClass().add("found");
        rows.setCellFactory(_ -> new FoundCell());
        rows.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        row -> {
                            if (row != null) {
                                actions.pick(row);
                            }
                        });
        Label state = wrapped("", "type-small", "muted");
        ProgressBar progress = new ProgressBar();
        progress.setMaxWidth(Double.MAX_VALUE);
        model.search()
                .subscribe(
                        search -> {
                            if (!rows.getItems().equals(search.found())) {
                                rows.getItems().setAll(search.found());
                            }
                            state.setText(words(search));
                            progress.setVisible(search.running());
                            progress.setProgress(
                                    (double) search.done() / Math.max(1, search.places()));
                        });
        HBox foot = new HBox(14, grow(progress), searchAgain());
        foot.setAlignment(Pos.CENTER_LEFT);
        return card(
                Icon.SCAN,
                line(texts.get("settings.printers.found"), "type-heading"),
                state,
                grow(rows),
                foot);
    }

    private Button searchAgain() {
        Button button = button("settings.printers.search", actions::search);
        model.search().subscribe(search -> button.setDisable(search.running()));
        return button;
    }

    private String words(SearchState search) {
        String words =
                search.running()
                        ? texts.get("settings.printers.searching", search.done(), search.places())
                        : texts.get("settings.printers.searched", search.found().size());
        return search.problems().isEmpty()
                ? words
                : words
                        + " \u00b7 "
                        + texts.get(
                                "settings.printers.problem", String.join("; ", search.problems()));
    }

    private Node editor() {
        TextField address = new TextField();
        address.textProperty().bindBidirectional(model.address());
        address.setPromptText("tcp://192.168.1.50:9100");
        address.setOnAction(_ -> actions.add());
        Button add = button("settings.printers.add", actions::add);
        Button change = button("settings.printers.change", actions::change);
        change.disableProperty().bind(model.selected().lessThan(0));
        HBox editor =
                new HBox(
                        12,
                        line(texts.get("settings.printers.address"), "type-body"),
                        grow(address),
                        line(texts.get("settings.printers.profile"), "type-body"),
                        profiles(),
                        add,
                        change);
        editor.setAlignment(Pos.CENTER_LEFT);
        editor.setPadding(new Insets(14, 18, 14, 18));
        editor.getStyleClass().add("panel");
        return editor;
    }

    private ComboBox<PrinterProfile> profiles() {
        ComboBox<PrinterProfile> box = new ComboBox<>();
        box.getItems().setAll(PrinterProfiles.all());
        box.setCellFactory(_ -> new ProfileCell());
        box.setButtonCell(new ProfileCell());
        box.setMinWidth(PROFILE_WIDTH);
        box.setMaxWidth(PROFILE_WIDTH);
        box.setFocusTraversable(false);
        model.profile().subscribe(box::setValue);
        box.setOnAction(
                _ -> {
                    PrinterProfile chosen = box.getValue();
                    if (chosen != null && !chosen.equals(model.profile().get())) {
                        actions.choose(chosen);
                    }
                });
        return box;
    }

    private static final class ProfileCell extends ListCell<PrinterProfile> {
        @Override
        protected void updateItem(@Nullable PrinterProfile item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null || empty ? null : item.name());
        }
    }

    private static <T> ListView<T> list(String nothing) {
        ListView<T> rows = new ListView<>();
        rows.getStyleClass().addAll("queue", "choices");
        rows.setFocusTraversable(false);
        rows.setPlaceholder(wrapped(nothing, "type-body", "muted"));
        rows.setPrefHeight(200);
        rows.setMinHeight(100);
        return rows;
    }

    private VBox card(Icon icon, Label title, Node... content) {
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
