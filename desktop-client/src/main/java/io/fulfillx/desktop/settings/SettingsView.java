package io.fulfillx.desktop.settings;

import static io.fulfillx.desktop.theme.Words.gap;
import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.line;
import static io.fulfillx.desktop.theme.Words.wrapped;

import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.KeyButton;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.Pill;
import io.fulfillx.desktop.theme.Theme;
import io.fulfillx.desktop.theme.Toast;
import io.fulfillx.desktop.theme.Words;

import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Locale;

/** Two columns of cards: devices on the left, looks and server on the right. */
public final class SettingsView extends VBox {
    private static final double GAP = 14;
    private static final double CARD_ICON = 28;
    private static final double HALF = 50;
    private static final int SHOWN = 3;

    private final Texts texts;
    private final SettingsModel model;
    private final SettingsActions actions;
    private final Toast toast = new Toast().tall();

    SettingsView(
            Texts texts,
            SettingsModel model,
            boolean audible,
            SettingsActions actions,
            PrinterActions printers,
            DevicesActions devices) {
        super(GAP);
        this.texts = texts;
        this.model = model;
        this.actions = actions;
        getStyleClass().add("screen");
        GridPane columns = new GridPane(GAP, GAP);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(HALF);
        columns.getColumnConstraints().addAll(half, half);
        columns.addRow(0, printer(), looks(audible));
        columns.addRow(1, scanner(), server());
        RowConstraints first = new RowConstraints();
        RowConstraints second = new RowConstraints();
        second.setVgrow(Priority.ALWAYS);
        columns.getRowConstraints().addAll(first, second);
        PrintersView choice = new PrintersView(texts, model.printers(), printers);
        DevicesView others = new DevicesView(texts, model.devices(), devices);
        Runnable front =
                () -> {
                    boolean printing = model.printers().open().get();
                    boolean scanning = model.devices().open().get();
                    Words.show(choice, printing);
                    Words.show(others, scanning && !printing);
                    Words.show(columns, !printing && !scanning);
                };
        model.printers().open().subscribe(front);
        model.devices().open().subscribe(front);
        front.run();
        getChildren().addAll(grow(columns), grow(choice), grow(others), toast);
        model.feedback().subscribe(feedback -> toast.show(feedback.look(), feedback.headline()));
    }

    private Node printer() {
        VBox printers = new VBox(8);
        model.printers()
                .lines()
                .subscribe(
                        () -> {
                            List<PrinterLine> all = model.printers().lines();
                            printers.getChildren()
                                    .setAll(all.stream().limit(SHOWN).map(this::chosen).toList());
                            if (all.isEmpty()) {
                                printers.getChildren()
                                        .add(line(texts.get("status.printer.none"), "type-body"));
                            }
                        });
        return card(
                Icon.PRINTER,
                "settings.printer",
                printers,
                gap(),
                new HBox(key("settings.printers", KeyCode.F3, actions::choosePrinters)));
    }

    private Node chosen(PrinterLine printer) {
        // How fast a line is set says nothing here.
        Label address = new Label(printer.printer().address().toString().split("\\?", 2)[0]);
        address.getStyleClass().addAll("type-small", "muted");
        HBox line =
                new HBox(
                        12,
                        line(printer.printer().profile().name(), "type-body", "strong"),
                        address);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private Node scanner() {
        Label scan = wrapped("", "type-heading", "mono", "strong");
        scan.textProperty()
                .bind(
                        model.lastScan()
                                .map(
                                        text ->
                                                text.isEmpty()
                                                        ? texts.get("settings.scan.none")
                                                        : text));
        Label meaning = wrapped("", "type-line");
        meaning.textProperty().bind(model.lastMeaning());
        HBox test = new HBox(18, Icon.SCAN.node(48), grow(new VBox(4, scan, meaning)));
        test.setAlignment(Pos.CENTER_LEFT);
        test.setPadding(new Insets(8, 18, 8, 18));
        test.getStyleClass().add("raised");
        return card(
                Icon.SCAN,
                "settings.scanner",
                new HBox(
                        14,
                        grow(devices()),
                        key("settings.devices", KeyCode.F9, actions::chooseDevices)),
                gap(),
                test);
    }

    /** What scanners there are besides the keyboard, and the scale. */
    private Node devices() {
        VBox devices = new VBox(2);
        Runnable fill =
                () -> {
                    List<DeviceLine> all = model.devices().lines();
                    String layout = model.layout().get();
                    String wedge =
                            layout.isEmpty()
                                    ? texts.get("status.scanner.none")
                                    : texts.get("settings.devices.layout", layout);
                    devices.getChildren().setAll(line(wedge, "type-small"));
                    all.stream().limit(SHOWN).map(this::device).forEach(devices.getChildren()::add);
                };
        model.devices().lines().subscribe(fill);
        model.layout().subscribe(fill);
        fill.run();
        return devices;
    }

    private Node device(DeviceLine device) {
        String role = texts.get("settings.devices." + device.role());
        Label address = new Label(device.address().toString().split("\\?", 2)[0]);
        address.getStyleClass().addAll("type-small", "muted");
        HBox row =
                new HBox(
                        12,
                        line(device.hasName() ? device.name() : role, "type-small", "strong"),
                        address);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private Node looks(boolean audible) {
        HBox themes = new HBox(10);
        for (Theme theme : Theme.values()) {
            Button button =
                    choice(texts.get("settings.theme." + theme), () -> actions.theme(theme));
            model.theme().subscribe(now -> mark(button, now == theme));
            themes.getChildren().add(button);
        }
        HBox languages = new HBox(10);
        for (Locale language : Texts.LANGUAGES) {
            Button button =
                    choice(language.getDisplayLanguage(language), () -> actions.language(language));
            mark(button, language.equals(texts.locale()));
            languages.getChildren().add(button);
        }
        KeyButton test = key("settings.test-sound", KeyCode.F6, actions::testSound);
        KeyButton other = key("settings.theme", KeyCode.F5, actions::otherTheme);
        themes.getChildren().addAll(gap(), other);
        Pill sound = new Pill();
        sound.show(
                audible ? Look.GOOD : Look.ATTENTION,
                Icon.SOUND,
                texts.get(audible ? "settings.sound.on" : "settings.sound.off"));
        return card(
                Icon.GEAR,
                "settings.looks",
                labelled("settings.theme.name", themes),
                labelled("settings.language", languages),
                labelled("settings.sound", new HBox(10, sound, gap(), test)));
    }

    private Node labelled(String key, Node node) {
        Label label = line(texts.get(key), "type-body");
        label.setMinWidth(120);
        HBox box = new HBox(14, label, grow(node));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node server() {
        Pill state = new Pill();
        model.enrolled()
                .subscribe(
                        enrolled ->
                                state.show(
                                        enrolled ? Look.GOOD : Look.ATTENTION,
                                        enrolled ? Icon.TICK : Icon.ATTENTION,
                                        texts.get(
                                                enrolled
                                                        ? "settings.enrolled"
                                                        : "settings.not-enrolled")));
        Button enrol = choice(texts.get("settings.enrol"), actions::enrol);
        HBox code = new HBox(10, grow(field(model.code(), texts.get("settings.code"))), enrol);
        return card(
                Icon.LINK,
                "settings.server",
                new HBox(state),
                field(model.server(), "https://fulfillx.example.com"),
                new HBox(
                        10,
                        grow(field(model.organization(), texts.get("settings.organization"))),
                        choice(texts.get("settings.journal"), actions::saveJournal)),
                code);
    }

    private Node card(Icon icon, String title, Node... content) {
        HBox head = new HBox(12, icon.node(CARD_ICON), line(texts.get(title), "type-heading"));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(10, head);
        card.getChildren().addAll(content);
        card.setPadding(new Insets(18));
        card.getStyleClass().add("panel");
        return card;
    }

    private KeyButton key(String text, KeyCode code, Runnable action) {
        return new KeyButton(texts.get(text), new KeyCodeCombination(code), action).small();
    }

    private static TextField field(StringProperty value, String prompt) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(value);
        field.setPromptText(prompt);
        return field;
    }

    private static Button choice(String text, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().add("choice");
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static void mark(Button button, boolean chosen) {
        button.getStyleClass().remove("chosen");
        if (chosen) {
            button.getStyleClass().add("chosen");
        }
    }
}
