package io.fulfillx.desktop.pack;

import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Glyph;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.Words;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

import java.util.ArrayList;
import java.util.List;

/** The four stages of a parcel: which are done, which one is now. */
final class PackSteps extends HBox {
    private static final List<String> NAMES = List.of("items", "carton", "weight", "label");
    private static final double ICON = 20;

    private final List<Glyph> signs = new ArrayList<>();

    PackSteps(Texts texts) {
        super(10);
        for (String name : NAMES) {
            Glyph sign = Icon.OPEN.node(ICON);
            HBox step = new HBox(10, sign, Words.line(texts.get("step." + name)));
            step.setAlignment(Pos.CENTER);
            step.getStyleClass().add("step");
            step.setMaxWidth(Double.MAX_VALUE);
            signs.add(sign);
            getChildren().add(Words.grow(step));
        }
    }

    void show(PackState state) {
        int now = stage(state.phase());
        for (int i = 0; i < signs.size(); i++) {
            Look look = i < now ? Look.GOOD : i == now ? Look.INFO : Look.NEUTRAL;
            signs.get(i).show(i < now ? Icon.TICK : i == now ? Icon.ARROW : Icon.OPEN);
            look.paint(getChildren().get(i));
        }
    }

    private static int stage(PackPhase phase) {
        return switch (phase) {
            case IDLE -> -1;
            case SCAN_ITEMS, SCAN_DAMAGED -> 0;
            case CARTON -> 1;
            case WEIGHT -> 2;
            case PRINT, PRINTING, SCAN_LABEL, ASK_PRINTED -> 3;
        };
    }
}
