package io.fulfillx.desktop.theme;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;

/** A button that wears its keyboard shortcut, and never takes the focus from the scan path. */
public final class KeyButton extends Button {
    private static final double GAP = 4;
    private static final double SMALL_GAP = 10;

    private final KeyCombination keys;
    private boolean beforeSignIn;

    public KeyButton(String text, KeyCombination keys, Runnable action) {
        super(text);
        this.keys = keys;
        Label cap = new Label(keys.getDisplayText());
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        setGraphic(cap);
        setGraphicTextGap(GAP);
        setContentDisplay(ContentDisplay.TOP);
        setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add("key-button");
        // A focused button would be pressed by the Enter that ends a scan.
        setFocusTraversable(false);
        setOnAction(_ -> action.run());
    }

    public KeyButton primary() {
        getStyleClass().add("primary");
        return this;
    }

    /** For use inside a card: the key stands before the word. */
    public KeyButton small() {
        setContentDisplay(ContentDisplay.LEFT);
        setGraphicTextGap(SMALL_GAP);
        getStyleClass().add("small");
        return this;
    }

    /** Keeps it in reach while nobody is signed in. */
    public KeyButton alsoBeforeSignIn() {
        beforeSignIn = true;
        return this;
    }

    public boolean beforeSignIn() {
        return beforeSignIn;
    }

    public KeyCombination keys() {
        return keys;
    }
}
