package io.fulfillx.desktop.pack;

import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.Words;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

import java.util.List;

/** The four stages of a parcel: which are done, which one is now. */
final class PackSteps extends HBox {
    private static final List<String> NAMES = List.of("items", "carton", "weight", "label");
    private static final double ICON = 20;

    private final Texts texts;

    PackSteps(Texts texts) {
        super(10);
        this.texts = texts;
    }

    void show(PackState state) {
        int now = stage(state.phase());
        getChildren().clear();
        for (int i = 0; i < NAMES.size(); i++) {
            Look look = i < now ? Look.GOOD : i == now ? Look.INFO : Look.NEUTRAL;
            Icon icon = i < now ? Icon.TICK : i == now ? Icon.ARROW : Icon.OPEN;
            HBox step =
                    new HBox(10, icon.node(ICON), Words.line(texts.get("step." + NAMES.get(i))));
            step.setAlignment(Pos.CENTER);
            step.getStyleClass().add("step");
            look.paint(step);
            step.setMaxWidth(Double.MAX_VALUE);
            getChildren().add(Words.grow(step));
        }
    }

    private static int stage(PackPhase phase) {
        return switch (phase) {
            case IDLE -> -1;
            case SCAN_ITEMS, SCAN_DAMAGED -> 0;
            case CARTON -> 1;
            case WEIGHT -> 2;
            case PRINT, PRINTING, ASK_PRINTED -> 3;
        };
    }
}
