package io.fulfillx.desktop.theme;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The big instruction board: one icon, one command, one line of help, and room for details. */
public final class Board extends VBox {
    private static final double ICON = 88;
    private static final double GAP = 24;

    private final StackPane icon = new StackPane();
    private final Label command = new Label();
    private final Label help = new Label();
    private final VBox details = new VBox(GAP);

    public Board() {
        getStyleClass().add("board");
        setSpacing(GAP);
        icon.getStyleClass().add("board-icon");
        icon.setMinSize(ICON, ICON);
        command.getStyleClass().add("type-command");
        help.getStyleClass().add("type-heading");
        wrap(command);
        wrap(help);
        VBox words = new VBox(8, command, help);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(GAP, icon, words);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(details, Priority.ALWAYS);
        getChildren().addAll(head, details);
    }

    public void show(Signal signal) {
        signal.look().paint(this);
        icon.getChildren().setAll(signal.icon().node(ICON));
        command.setText(signal.command());
        help.setText(signal.help());
        help.setVisible(!signal.help().isEmpty());
        help.setManaged(!signal.help().isEmpty());
    }

    public void details(Node... nodes) {
        details.getChildren().setAll(nodes);
    }

    private static void wrap(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
    }
}
