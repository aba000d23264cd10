package io.fulfillx.desktop.theme;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/** Labels in the sizes of the style sheet. */
public final class Words {
    private Words() {}

    /** One line that never shrinks to dots. */
    public static Label line(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** Breaks into as many lines as it needs. */
    public static Label wrapped(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A type for texts of up to so many characters. */
    public record Size(int longest, String type) {}

    /** Shows a text in the first of these types it fits; the last one takes the rest. */
    public static void fit(Label label, String text, List<Size> sizes) {
        label.setText(text);
        String type =
                sizes.stream()
                        .filter(size -> text.length() <= size.longest())
                        .findFirst()
                        .orElse(sizes.getLast())
                        .type();
        if (!label.getStyleClass().contains(type)) {
            sizes.forEach(size -> label.getStyleClass().remove(size.type()));
            label.getStyleClass().add(type);
        }
    }

    /** An elastic gap. */
    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox.setVgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /** Shows or hides a node together with the room it takes. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Puts these nodes in, in this order; those that are there already stay untouched. */
    public static void arrange(Pane pane, List<? extends Node> nodes) {
        if (!pane.getChildren().equals(nodes)) {
            pane.getChildren().setAll(nodes);
        }
    }

    public static <T extends Node> T grow(T node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }
}
