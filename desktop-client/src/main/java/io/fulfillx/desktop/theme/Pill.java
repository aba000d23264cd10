package io.fulfillx.desktop.theme;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A small rounded sign: shape, colour and word. */
public final class Pill extends HBox {
    private static final double ICON = 18;
    private static final double MIN_WORD = 60;

    private final Glyph glyph = Icon.OPEN.node(ICON);
    private final Label word = new Label();

    public Pill() {
        getStyleClass().add("pill");
        word.setMinWidth(Region.USE_PREF_SIZE);
        setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(glyph, word);
        show(Look.NEUTRAL, Icon.OPEN, "");
    }

    /** A long word may end in dots when there is little room. */
    public Pill elastic() {
        word.setMinWidth(MIN_WORD);
        setMinWidth(USE_COMPUTED_SIZE);
        return this;
    }

    public void show(Look look, Icon icon, String text) {
        look.paint(this);
        word.setText(text);
        glyph.show(icon);
    }
}
