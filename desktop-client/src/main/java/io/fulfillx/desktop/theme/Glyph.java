package io.fulfillx.desktop.theme;

import javafx.scene.layout.Region;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

import org.jspecify.annotations.Nullable;

/** Shows one icon after the other in the same node; its colour comes from the style sheet. */
public final class Glyph extends Region {
    private @Nullable Icon shown;

    /**
     * @param size edge length in pixels
     */
    public Glyph(Icon icon, double size) {
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        getStyleClass().add("icon");
        show(icon);
    }

    public void show(Icon icon) {
        if (icon != shown) {
            shown = icon;
            SVGPath shape = new SVGPath();
            shape.setFillRule(FillRule.EVEN_ODD);
            shape.setContent(icon.path());
            setShape(shape);
        }
    }
}
