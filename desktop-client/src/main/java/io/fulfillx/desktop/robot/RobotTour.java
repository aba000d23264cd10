package io.fulfillx.desktop.robot;

import io.fulfillx.desktop.screen.Place;
import io.fulfillx.model.code.ActionCode.Action;

import javafx.scene.input.KeyCode;

import java.time.Duration;

/** After work: a walk through the settings and the other theme, for the pictures. */
final class RobotTour {
    private static final Duration DRESSING = Duration.ofMillis(600);

    private final RobotHands hands;
    private final RobotCamera camera;

    private RobotTour(RobotHands hands, RobotCamera camera) {
        this.hands = hands;
        this.camera = camera;
    }

    static RobotTour of(RobotHands hands, RobotCamera camera) {
        return new RobotTour(hands, camera);
    }

    void take() {
        if (!camera.on()) {
            return;
        }
        settings();
        hands.scan(Mischief.STRANGER);
        camera.once("settings");
        hands.keyboard().press(KeyCode.F5);
        Keyboard.sleep(DRESSING);
        camera.once("settings-other-theme");
        hands.keyboard().press(KeyCode.ESCAPE);
        hands.awaitPlace(Place.QUEUE);
        Keyboard.sleep(DRESSING);
        camera.once("queue-other-theme");
        hands.go(Action.PACK, Place.PACK);
        camera.once("pack-other-theme");
        settings();
        hands.keyboard().press(KeyCode.F5);
        Keyboard.sleep(DRESSING);
        hands.keyboard().press(KeyCode.ESCAPE);
        hands.awaitPlace(Place.QUEUE);
        hands.go(Action.SIGNOUT, Place.SIGN_IN);
    }

    private void settings() {
        hands.keyboard().press(KeyCode.F10);
        hands.awaitPlace(Place.SETTINGS);
    }
}
