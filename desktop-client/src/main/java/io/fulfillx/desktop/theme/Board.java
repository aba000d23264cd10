package io.fulfillx.desktop.theme;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import java.util.ArrayList;
import java.util.List;

/**
 * The big instruction board: one icon, one command, one line of help, and room for details. A stop
 * sign fills it: nothing else is worth reading then.
 */
public final class Board extends VBox {
    private static final double ICON = 88;
    private static final double STOP_ICON = 130;
    private static final double GAP = 22;
    private static final List<Words.Size> STOP_HELP =
            List.of(new Words.Size(70, "type-title"), new Words.Size(999, "type-help"));

    private final Label command = new Label();
    private final Label help = new Label();
    private final Glyph icon = Icon.SCAN.node(ICON);
    private final Glyph stopIcon = Icon.CROSS.node(STOP_ICON);
    private final VBox words = new VBox(6);
    private final HBox head = new HBox(GAP, framed(icon, ICON), Words.grow(words));
    private final VBox details = new VBox(GAP);
    private final VBox middle = new VBox(GAP);
    private final HBox stopFrame = framed(stopIcon, STOP_ICON);

    public Board() {
        getStyleClass().add("board");
        setSpacing(GAP);
        wrap(command);
        wrap(help);
        VBox.setVgrow(details, Priority.ALWAYS);
        words.setAlignment(Pos.CENTER_LEFT);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(Region.USE_PREF_SIZE);
        middle.setAlignment(Pos.CENTER);
        Words.grow(middle);
    }

    /** An instruction: head on top, details below. */
    public void show(Signal signal, Node... below) {
        fill(signal);
        icon.show(signal.icon());
        if (words.getChildren().isEmpty()) {
            style("type-command", "type-help", TextAlignment.LEFT);
            middle.getChildren().clear();
            words.getChildren().setAll(command, help);
        }
        Words.arrange(details, List.of(below));
        Words.arrange(this, List.of(head, details));
    }

    /** A sign that fills the board, with what comes next at its foot. */
    public void showSign(Signal signal, Node... foot) {
        fill(signal);
        stopIcon.show(signal.icon());
        if (middle.getChildren().isEmpty()) {
            style("type-huge", "type-title", TextAlignment.CENTER);
            words.getChildren().clear();
            middle.getChildren().setAll(stopFrame, command, help);
        }
        Words.fit(help, signal.help(), STOP_HELP);
        List<Node> parts = new ArrayList<>(List.of(middle));
        parts.addAll(List.of(foot));
        Words.arrange(this, parts);
    }

    private void fill(Signal signal) {
        signal.look().paint(this);
        command.setText(signal.command());
        help.setText(signal.help());
        Words.show(help, !signal.help().isEmpty());
    }

    private void style(String commandType, String helpType, TextAlignment alignment) {
        command.getStyleClass().setAll("label", commandType);
        help.getStyleClass().setAll("label", helpType);
        command.setTextAlignment(alignment);
        help.setTextAlignment(alignment);
    }

    private static HBox framed(Glyph glyph, double size) {
        HBox box = new HBox(glyph);
        box.setAlignment(Pos.CENTER);
        box.setMinWidth(size);
        box.getStyleClass().add("board-icon");
        return box;
    }

    private static void wrap(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
    }
}
