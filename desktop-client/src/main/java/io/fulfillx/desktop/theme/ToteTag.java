package io.fulfillx.desktop.theme;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** A tote's colour and letter: A is always blue, B orange, and so on. */
public final class ToteTag extends StackPane {
    private static final int COLOURS = 10;
    private static final double LETTER_SHARE = 0.62;

    /**
     * @param slot 0-based place on the cart
     * @param size edge length in pixels
     */
    public ToteTag(int slot, double size) {
        Label letter = new Label(letter(slot));
        letter.setStyle("-fx-font-size: " + Math.round(size * LETTER_SHARE) + "px");
        getChildren().add(letter);
        getStyleClass().addAll("tote", "tote-" + slot % COLOURS);
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
    }

    /** A, B, C… for the places of a cart. */
    public static String letter(int slot) {
        return String.valueOf((char) ('A' + slot));
    }
}
