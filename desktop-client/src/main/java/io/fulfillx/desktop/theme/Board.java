package io.fulfillx.desktop.theme;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/**
 * The big instruction board: one icon, one command, one line of help, and room for details. A stop
 * sign fills it: nothing else is worth reading then.
 */
public final class Board extends VBox {
    private static final double ICON = 88;
    private static final double STOP_ICON = 170;
    private static final double GAP = 22;

    private final Label command = new Label();
    private final Label help = new Label();
    private final VBox details = new VBox(GAP);

    public Board() {
        getStyleClass().add("board");
        setSpacing(GAP);
        wrap(command);
        wrap(help);
        VBox.setVgrow(details, Priority.ALWAYS);
    }

    /** An instruction: head on top, details below. */
    public void show(Signal signal, Node... below) {
        fill(signal);
        command.getStyleClass().setAll("label", "type-command");
        help.getStyleClass().setAll("label", "type-help");
        align(TextAlignment.LEFT);
        VBox words = new VBox(6, command, help);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox head = new HBox(GAP, icon(signal, ICON), Words.grow(words));
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(Region.USE_PREF_SIZE);
        details.getChildren().setAll(below);
        getChildren().setAll(head, details);
    }

    /** A sign that fills the board, with what comes next at its foot. */
    public void showSign(Signal signal, Node... foot) {
        fill(signal);
        command.getStyleClass().setAll("label", "type-huge");
        help.getStyleClass().setAll("label", "type-title");
        align(TextAlignment.CENTER);
        VBox middle = new VBox(GAP, icon(signal, STOP_ICON), command, help);
        middle.setAlignment(Pos.CENTER);
        getChildren().setAll(Words.grow(middle));
        getChildren().addAll(foot);
    }

    private void fill(Signal signal) {
        signal.look().paint(this);
        command.setText(signal.command());
        help.setText(signal.help());
        help.setVisible(!signal.help().isEmpty());
        help.setManaged(!signal.help().isEmpty());
    }

    private void align(TextAlignment alignment) {
        command.setTextAlignment(alignment);
        help.setTextAlignment(alignment);
    }

    private static Node icon(Signal signal, double size) {
        HBox box = new HBox(signal.icon().node(size));
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
