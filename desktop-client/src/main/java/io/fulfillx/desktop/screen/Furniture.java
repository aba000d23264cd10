package io.fulfillx.desktop.screen;

import io.fulfillx.desktop.theme.KeyButton;

import javafx.scene.Parent;

import java.util.List;

/**
 * What a screen is made of.
 *
 * @param actions what can be done off the scan path; shown at the foot and bound to their keys
 */
public record Furniture(Place place, Parent view, List<KeyButton> actions) {
    public Furniture {
        actions = List.copyOf(actions);
    }
}
