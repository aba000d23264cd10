package io.fulfillx.desktop.robot;

import io.fulfillx.desktop.app.FxBridge;

import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Sends key events to whatever has the focus, as a keyboard or a wedge scanner would. */
final class Keyboard {
    private static final int BURST_MIN_MILLIS = 3;
    private static final int BURST_MAX_MILLIS = 8;
    private static final Duration FINGER = Duration.ofMillis(95);

    private final FxBridge fx;
    private final Scene scene;
    private final RandomGenerator random;

    Keyboard(FxBridge fx, Scene scene, RandomGenerator random) {
        this.fx = fx;
        this.scene = scene;
        this.random = random;
    }

    /** As fast as a scanner types. */
    void burst(String text) {
        for (int i = 0; i < text.length(); i++) {
            type(text.charAt(i));
            sleep(Duration.ofMillis(random.nextInt(BURST_MIN_MILLIS, BURST_MAX_MILLIS)));
        }
    }

    /** As slow as a finger. */
    void person(String text) {
        for (int i = 0; i < text.length(); i++) {
            type(text.charAt(i));
            sleep(FINGER);
        }
    }

    /** A key that types nothing, such as a function key. */
    void press(KeyCode code) {
        fx.ask(
                () -> {
                    Event.fireEvent(target(), event(KeyEvent.KEY_PRESSED, "", code));
                    Event.fireEvent(target(), event(KeyEvent.KEY_RELEASED, "", code));
                    return true;
                });
    }

    private void type(char character) {
        KeyCode code = character == '\r' ? KeyCode.ENTER : KeyCode.UNDEFINED;
        String text = String.valueOf(character);
        fx.ask(
                () -> {
                    Event.fireEvent(target(), event(KeyEvent.KEY_PRESSED, "", code));
                    Event.fireEvent(target(), event(KeyEvent.KEY_TYPED, text, KeyCode.UNDEFINED));
                    Event.fireEvent(target(), event(KeyEvent.KEY_RELEASED, "", code));
                    return true;
                });
    }

    private EventTarget target() {
        return scene.getFocusOwner() == null ? scene : scene.getFocusOwner();
    }

    private static KeyEvent event(EventType<KeyEvent> type, String character, KeyCode code) {
        return new KeyEvent(
                type,
                type == KeyEvent.KEY_TYPED ? character : KeyEvent.CHAR_UNDEFINED,
                "",
                code,
                false,
                false,
                false,
                false);
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RobotStuck("interrupted");
        }
    }
}
