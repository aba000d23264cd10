package io.fulfillx.desktop.theme;

import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;

import java.util.List;
import java.util.function.Consumer;

/** A large number pad for gloved fingers; sends what the keys of a keyboard would send. */
public final class Keypad extends GridPane {
    /** A press that is no digit. */
    public static final String BACK = "\b";

    public static final String ENTER = "\n";

    private static final List<String> KEYS =
            List.of("7", "8", "9", "4", "5", "6", "1", "2", "3", BACK, "0", ENTER);
    private static final int COLUMNS = 3;
    private static final double ICON = 28;

    public Keypad(double keyWidth, double keyHeight, Consumer<String> pressed) {
        getStyleClass().add("keypad");
        setHgap(10);
        setVgap(10);
        for (int i = 0; i < KEYS.size(); i++) {
            Button key = key(KEYS.get(i), pressed);
            key.setMinSize(keyWidth, keyHeight);
            key.setPrefSize(keyWidth, keyHeight);
            add(key, i % COLUMNS, i / COLUMNS);
        }
    }

    private static Button key(String key, Consumer<String> pressed) {
        Button button = new Button();
        switch (key) {
            case BACK -> button.setGraphic(Icon.BACK.node(ICON));
            case ENTER -> {
                button.setGraphic(Icon.TICK.node(ICON));
                button.getStyleClass().add("enter");
            }
            default -> button.setText(key);
        }
        button.setFocusTraversable(false);
        button.setOnAction(_ -> pressed.accept(key));
        return button;
    }
}
