package io.fulfillx.desktop.fleet;

import static io.fulfillx.desktop.theme.Words.gap;
import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.line;
import static io.fulfillx.desktop.theme.Words.wrapped;

import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.BarcodePane;
import io.fulfillx.desktop.theme.Board;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.PinPad;
import io.fulfillx.desktop.theme.Signal;
import io.fulfillx.desktop.theme.Toast;
import io.fulfillx.desktop.theme.Words;
import io.fulfillx.model.sync.EnrolmentCode;
import io.fulfillx.model.sync.StationView;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All stations as a list, and before and behind it one thing at a time. */
public final class FleetView extends VBox {
    private static final double GAP = 12;
    private static final double ICON = 34;
    private static final double FIELD = 900;
    private static final double CHOICE = 60;

    /** Pixels of the narrowest bar: read at arm's length by a hand scanner. */
    private static final int MODULE = 6;

    private static final int BARS = 170;

    private final Texts texts;
    private final FleetModel model;
    private final FleetWords words;
    private final FleetActions actions;
    private final Toast toast = new Toast();
    private final Map<FleetMode, Node> panes = new EnumMap<>(FleetMode.class);
    private final Board question = new Board();
    private final TextField message = new TextField();
    private final TextField name = new TextField();
    private final Label forWhom = wrapped("", "type-title");
    private final BarcodePane bars = new BarcodePane();
    private final Label code = line("", "type-huge", "mono");
    private final Label codeOf = wrapped("", "type-title");
    private final Label until = wrapped("", "type-heading");

    FleetView(Texts texts, FleetModel model, FleetWords words, FleetActions actions) {
        super(GAP);
        this.texts = texts;
        this.model = model;
        this.words = words;
        this.actions = actions;
        getStyleClass().add("screen");
        panes.put(FleetMode.LOCKED, locked());
        panes.put(FleetMode.LIST, new FleetList(texts, model, words));
        panes.put(FleetMode.MESSAGE, message());
        panes.put(FleetMode.REVOKE, question);
        panes.put(FleetMode.NAME, name());
        panes.put(FleetMode.CODE, code());
        StackPane all = new StackPane();
        all.getChildren().addAll(panes.values());
        getChildren().addAll(toast, grow(all));
        model.mode().subscribe(this::show);
        model.feedback().subscribe(this::tell);
        model.code().subscribe(made -> made.ifPresent(this::show));
    }

    private Node locked() {
        Board board = new Board();
        board.showSign(
                new Signal(
                        Look.INFO,
                        Icon.BADGE,
                        texts.get("fleet.locked"),
                        texts.get("fleet.locked.help")));
        PinPad pin = new PinPad(texts.get("fleet.pin"), model.pin(), actions::pressed);
        pin.getStyleClass().add("panel");
        pin.setPadding(new Insets(24));
        return new HBox(16, grow(board), pin);
    }

    private Node message() {
        FlowPane usual = new FlowPane(12, 12);
        for (String key : List.of("come", "stop", "bring", "drill")) {
            String text = texts.get("fleet.message." + key);
            Button choice = new Button(text);
            choice.getStyleClass().add("choice");
            choice.setMinHeight(CHOICE);
            choice.setFocusTraversable(false);
            choice.setOnAction(_ -> model.words().set(text));
            usual.getChildren().add(choice);
        }
        return panel(
                forWhom,
                field(message, "fleet.message.prompt"),
                line(texts.get("fleet.message.usual"), "type-caps"),
                usual,
                gap(),
                hint(Icon.ARROW, "fleet.message.next"));
    }

    private Node name() {
        return panel(
                line(texts.get("fleet.name"), "type-title"),
                field(name, "fleet.name.prompt"),
                wrapped(texts.get("fleet.name.help"), "type-line", "muted"),
                gap(),
                hint(Icon.ARROW, "fleet.name.next"));
    }

    private Node code() {
        VBox middle = new VBox(10, codeOf, bars, code, until);
        middle.setAlignment(Pos.CENTER);
        return panel(gap(), middle, gap(), hint(Icon.SCAN, "fleet.code.next"));
    }

    private static Node panel(Node... content) {
        VBox panel = new VBox(18, content);
        panel.getStyleClass().add("panel");
        panel.setPadding(new Insets(26));
        return panel;
    }

    private Node field(TextField field, String prompt) {
        field.setPromptText(texts.get(prompt));
        field.setMaxWidth(FIELD);
        field.textProperty().bindBidirectional(model.words());
        field.setOnAction(_ -> actions.submit());
        return field;
    }

    private Node hint(Icon icon, String key) {
        HBox hint = new HBox(18, icon.node(ICON), wrapped(texts.get(key), "type-heading"));
        hint.setAlignment(Pos.CENTER);
        hint.getStyleClass().addAll("then", "raised");
        return hint;
    }

    private void show(FleetMode mode) {
        panes.forEach((each, pane) -> Words.show(pane, each == mode));
        model.station().ifPresent(station -> about(mode, station));
        switch (mode) {
            case MESSAGE -> focus(message);
            case NAME -> focus(name);
            case LOCKED, LIST, REVOKE, CODE -> requestFocus();
        }
    }

    private void about(FleetMode mode, StationView station) {
        if (mode == FleetMode.MESSAGE) {
            forWhom.setText(texts.get("fleet.message", station.name()));
        } else if (mode == FleetMode.REVOKE) {
            int waiting = Objects.requireNonNullElse(station.backlog(), 0);
            question.showSign(
                    new Signal(
                            Look.ATTENTION,
                            Icon.QUESTION,
                            texts.get("fleet.revoke.ask", station.name()),
                            texts.get("fleet.revoke.ask.help", waiting)),
                    hint(Icon.ARROW, "fleet.revoke.next"));
        }
    }

    private static void focus(TextField field) {
        field.requestFocus();
        field.selectAll();
    }

    private void show(EnrolmentCode made) {
        codeOf.setText(texts.get("fleet.code", made.name()));
        bars.show(made.enrolmentCode(), MODULE, BARS);
        code.setText(spaced(made.enrolmentCode()));
        until.setText(texts.get("fleet.code.until", words.moment(made.expiresAt())));
    }

    /** Five and five: for whoever has to type it. */
    private static String spaced(String code) {
        return code.replaceAll("(.{5})(?=.)", "$1 ");
    }

    private void tell(Feedback feedback) {
        String help = feedback.help().isEmpty() ? "" : ". " + feedback.help();
        toast.show(
                feedback.look() == Look.NEUTRAL ? Look.INFO : feedback.look(),
                feedback.headline() + help);
    }
}
