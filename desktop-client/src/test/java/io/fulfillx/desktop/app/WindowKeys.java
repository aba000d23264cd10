package io.fulfillx.desktop.app;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.time.Duration;
import java.util.function.Supplier;

/** Keys as they come to the station's window, from a scanner that plays keyboard or a person. */
final class WindowKeys {
    private final FxBridge fx;
    private final Supplier<Scene> scene;

    WindowKeys(FxBridge fx, Supplier<Scene> scene) {
        this.fx = fx;
        this.scene = scene;
    }

    /** Without any pause, so that a busy machine cannot make a person's typing of it. */
    void atOnce(String text) {
        var _ =
                fx.ask(
                        () -> {
                            for (int i = 0; i < text.length(); i++) {
                                key(text.substring(i, i + 1));
                            }
                            return true;
                        });
    }

    void withPauses(String text, Duration pause) throws InterruptedException {
        for (int i = 0; i < text.length(); i++) {
            String character = text.substring(i, i + 1);
            var _ =
                    fx.ask(
                            () -> {
                                key(character);
                                return true;
                            });
            Thread.sleep(pause);
        }
    }

    /** A key that types nothing. */
    void press(KeyCode code) {
        var _ =
                fx.ask(
                        () -> {
                            fire(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code);
                            return true;
                        });
    }

    private void key(String character) {
        KeyCode code = character.equals("\r") ? KeyCode.ENTER : KeyCode.UNDEFINED;
        fire(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code);
        fire(KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED);
        fire(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, code);
    }

    private void fire(EventType<KeyEvent> type, String character, KeyCode code) {
        Scene shown = scene.get();
        var target = shown.getFocusOwner() == null ? shown : shown.getFocusOwner();
        Event.fireEvent(
                target, new KeyEvent(type, character, "", code, false, false, false, false));
    }
}
