package io.fulfillx.desktop.screen;

import io.fulfillx.desktop.theme.KeyButton;
import io.fulfillx.scanner.Scan;

import javafx.scene.Parent;
import javafx.scene.input.KeyCombination;

import java.util.List;
import java.util.Map;

/** One place of the program. Scans come on the station thread, everything else on the FX thread. */
public interface Screen {
    Place place();

    Parent view();

    /** What can be done off the scan path; shown at the foot and bound to their keys. */
    List<KeyButton> actions();

    /** Shortcuts of buttons that stand elsewhere on the screen. */
    default Map<KeyCombination, Runnable> moreKeys() {
        return Map.of();
    }

    /** Takes a scan that is no command for the whole program. On the station thread. */
    void scanned(Scan scan);

    /** Takes what a person typed while no text field had the focus. */
    default void typed(String text) {}

    /** Called each time the screen comes to the front. On the station thread. */
    default void opened() {}

    /** Called when another screen comes to the front. On the station thread. */
    default void left() {}
}
