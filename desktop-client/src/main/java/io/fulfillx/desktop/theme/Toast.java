package io.fulfillx.desktop.theme;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** One line about the last act: shape, colour and words. Gone when empty. */
public final class Toast extends HBox {
    private static final double ICON = 30;
    private static final double HEIGHT = 64;

    private final Glyph glyph = Look.NEUTRAL.icon().node(ICON);
    private final Label words = new Label();

    public Toast() {
        super(16);
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        words.setWrapText(true);
        getStyleClass().add("toast");
        getChildren().addAll(glyph, words);
    }

    /** Takes as many lines as a long sentence needs. */
    public Toast tall() {
        setMaxHeight(USE_PREF_SIZE);
        words.setMinHeight(USE_PREF_SIZE);
        return this;
    }

    public void show(Look look, String text) {
        look.paint(this);
        words.setText(text);
        glyph.show(look.icon());
        setVisible(!text.isEmpty());
        setManaged(!text.isEmpty());
    }
}
