package io.fulfillx.desktop.app;

import io.fulfillx.desktop.screen.Screen;
import io.fulfillx.desktop.status.StatusView;
import io.fulfillx.desktop.theme.KeyButton;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.Toast;
import io.fulfillx.desktop.theme.Words;

import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The status bar above, the screen in the middle, the keys below. */
final class StationFrame extends BorderPane {
    private final HBox bar = new HBox();
    private final List<KeyButton> always;
    private final Set<KeyCombination> bound = new HashSet<>();

    /**
     * @param always buttons that stand on every screen
     */
    StationFrame(StatusView status, StringProperty fault, List<KeyButton> always) {
        this.always = always;
        getStyleClass().add("station");
        bar.getStyleClass().add("action-bar");
        Toast banner = new Toast();
        fault.subscribe(text -> banner.show(Look.BAD, text));
        setTop(new VBox(status, banner));
        setBottom(bar);
    }

    void show(Scene scene, Screen screen, boolean signedIn) {
        setCenter(screen.view());
        bar.getChildren().setAll(screen.actions());
        bar.getChildren().add(Words.gap());
        if (signedIn) {
            bar.getChildren().addAll(always);
        } else {
            bar.getChildren().addAll(always.stream().filter(KeyButton::beforeSignIn).toList());
        }
        bind(scene, screen);
        requestFocus();
    }

    private void bind(Scene scene, Screen screen) {
        bound.forEach(scene.getAccelerators()::remove);
        bound.clear();
        for (var node : bar.getChildren()) {
            if (node instanceof KeyButton button) {
                bind(scene, button.keys(), button::fire);
            }
        }
        screen.moreKeys().forEach((keys, action) -> bind(scene, keys, action));
    }

    private void bind(Scene scene, KeyCombination keys, Runnable action) {
        scene.getAccelerators().put(keys, action);
        bound.add(keys);
    }
}
