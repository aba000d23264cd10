package io.fulfillx.desktop.screen;

import io.fulfillx.desktop.theme.KeyButton;
import io.fulfillx.scanner.Scan;

import javafx.scene.Parent;
import javafx.scene.input.KeyCombination;

import java.util.List;
import java.util.Map;

/** One place of the program. Scans come on the station thread, everything else on the FX thread. */
public interface Screen {
    Furniture furniture();

    default Place place() {
        return furniture().place();
    }

    default Parent view() {
        return furniture().view();
    }

    default List<KeyButton> actions() {
        return furniture().actions();
    }

    /** Shortcuts of buttons that stand elsewhere on the screen. */
    default Map<KeyCombination, Runnable> moreKeys() {
        return Map.of();
    }

    /** Takes a scan that is no command for the whole program. On the station thread. */
    void scanned(Scan scan);

    /** Whether a badge is meant for this screen, and not for the sign-in. */
    default boolean wantsBadges() {
        return false;
    }

    /** Takes what a person typed while no text field had the focus. */
    default void typed(String text) {}

    /** Called each time the screen comes to the front. On the station thread. */
    default void opened() {}

    /** Called when another screen comes to the front. On the station thread. */
    default void left() {}
}
