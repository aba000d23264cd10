package io.fulfillx.desktop.app;

import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.screen.Screen;
import io.fulfillx.desktop.status.LinkLine;
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
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The status bar above, the screen in the middle, the keys below. */
final class StationFrame extends BorderPane {
    /** Screens whose lists give way; the others need all the room there is. */
    private static final Set<Place> ROOMY = Set.of(Place.SIGN_IN, Place.QUEUE);

    private final LinkLine line;
    private final StackPane views = new StackPane();
    private final StackPane bars = new StackPane();
    private final Supplier<List<KeyButton>> always;
    private final Map<Place, Furnished> screens = new EnumMap<>(Place.class);
    private final Set<KeyCombination> bound = new HashSet<>();

    /** A screen once it was shown, kept in place so that coming back costs next to nothing. */
    private record Furnished(Screen screen, HBox bar, List<KeyButton> always) {}

    /**
     * @param always makes the buttons that stand on every screen
     */
    StationFrame(
            StatusView status,
            LinkLine line,
            StringProperty fault,
            Supplier<List<KeyButton>> always) {
        this.always = always;
        this.line = line;
        getStyleClass().add("station");
        // A frame that wants more than the window would be cut on all four sides.
        setMinSize(0, 0);
        bars.getStyleClass().add("action-bars");
        Toast banner = new Toast();
        fault.subscribe(text -> banner.show(Look.BAD, text));
        setTop(new VBox(status, line, banner));
        setCenter(views);
        setBottom(bars);
    }

    void show(Scene scene, Screen screen, boolean signedIn) {
        Furnished front = furnished(screen);
        Words.show(line, ROOMY.contains(screen.place()));
        for (Furnished other : screens.values()) {
            Words.show(other.screen().view(), other.equals(front));
            Words.show(other.bar(), other.equals(front));
        }
        for (KeyButton button : front.always()) {
            Words.show(button, signedIn || button.beforeSignIn());
        }
        bind(scene, front);
        requestFocus();
    }

    private Furnished furnished(Screen screen) {
        Furnished known = screens.get(screen.place());
        if (known != null && known.screen().equals(screen)) {
            return known;
        }
        if (known != null) {
            views.getChildren().remove(known.screen().view());
            bars.getChildren().remove(known.bar());
        }
        List<KeyButton> everywhere = always.get();
        HBox bar = new HBox();
        bar.getStyleClass().add("action-bar");
        bar.getChildren().addAll(screen.actions());
        bar.getChildren().add(Words.gap());
        bar.getChildren().addAll(everywhere);
        Furnished fresh = new Furnished(screen, bar, everywhere);
        screens.put(screen.place(), fresh);
        views.getChildren().add(screen.view());
        bars.getChildren().add(bar);
        return fresh;
    }

    private void bind(Scene scene, Furnished front) {
        bound.forEach(scene.getAccelerators()::remove);
        bound.clear();
        for (var node : front.bar().getChildren()) {
            if (node instanceof KeyButton button && button.isVisible()) {
                bind(scene, button.keys(), button::fire);
            }
        }
        front.screen().moreKeys().forEach((keys, action) -> bind(scene, keys, action));
    }

    private void bind(Scene scene, KeyCombination keys, Runnable action) {
        scene.getAccelerators().put(keys, action);
        bound.add(keys);
    }
}
