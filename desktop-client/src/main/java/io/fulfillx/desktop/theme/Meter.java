package io.fulfillx.desktop.theme;

import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A plain progress bar: done of all. */
public final class Meter extends StackPane {
    private static final double HEIGHT = 14;

    private final Region fill = new Region();
    private double share;

    public Meter() {
        getStyleClass().add("progress-track");
        fill.getStyleClass().add("progress-fill");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        getChildren().add(fill);
    }

    public void show(int done, int all) {
        share = all == 0 ? 0 : Math.min(1, (double) done / all);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, getWidth() * share, getHeight());
    }
}
