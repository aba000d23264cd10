package io.fulfillx.desktop.theme;

import static io.fulfillx.desktop.theme.Words.line;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/** Keys for a PIN under what was typed of it, which nobody can read. */
public final class PinPad extends VBox {
    private static final double GAP = 12;
    private static final double DOTS = 72;
    private static final double KEY_WIDTH = 92;
    private static final double KEY_HEIGHT = 76;

    public PinPad(String caption, ObservableValue<String> typed, Consumer<String> pressed) {
        super(GAP);
        Label dots = new Label();
        dots.textProperty().bind(typed.map(pin -> "●".repeat(pin.length())));
        dots.getStyleClass().add("pin-dots");
        dots.setMaxWidth(Double.MAX_VALUE);
        dots.setMinHeight(DOTS);
        VBox.setVgrow(dots, Priority.NEVER);
        getChildren()
                .addAll(
                        line(caption, "type-caps"),
                        dots,
                        new Keypad(KEY_WIDTH, KEY_HEIGHT, pressed));
    }
}
