package io.fulfillx.desktop.theme;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** A tote's colour and letter: A is always blue, B orange, and so on. */
public final class ToteTag extends StackPane {
    private static final int COLOURS = 10;
    private static final double LETTER_SHARE = 0.62;

    private final Label letter = new Label();

    /**
     * @param slot 0-based place on the cart
     * @param size edge length in pixels
     */
    public ToteTag(int slot, double size) {
        letter.setStyle("-fx-font-size: " + Math.round(size * LETTER_SHARE) + "px");
        getChildren().add(letter);
        getStyleClass().addAll("tote", "tote-0");
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        show(slot);
    }

    /**
     * @param slot 0-based place on the cart
     */
    public void show(int slot) {
        letter.setText(letter(slot));
        String colour = "tote-" + slot % COLOURS;
        if (!colour.equals(getStyleClass().getLast())) {
            getStyleClass().set(getStyleClass().size() - 1, colour);
        }
    }

    /** A, B, C… for the places of a cart. */
    public static String letter(int slot) {
        return String.valueOf((char) ('A' + slot));
    }
}
