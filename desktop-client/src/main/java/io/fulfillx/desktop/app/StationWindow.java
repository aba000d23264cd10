package io.fulfillx.desktop.app;

import io.fulfillx.desktop.scan.WedgeTaker;
import io.fulfillx.desktop.screen.Navigation;
import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.screen.Screen;
import io.fulfillx.desktop.status.LinkLine;
import io.fulfillx.desktop.status.StatusModel;
import io.fulfillx.desktop.status.StatusView;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.KeyButton;
import io.fulfillx.desktop.theme.Theme;
import io.fulfillx.scanner.wedge.LayoutRepair;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The one window. FX thread only. */
public final class StationWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Stage stage = new Stage();
    private final StackPane root = new StackPane();
    private final Scene scene = new Scene(root, WIDTH, HEIGHT);
    private final StatusModel status = new StatusModel();
    private final Navigation navigation;
    private final WedgeFilter wedge;
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
    private @Nullable StationFrame frame;
    private @Nullable Texts texts;
    private @Nullable Screen front;

    StationWindow(
            Runnable painted,
            WedgeTaker scans,
            Consumer<LayoutRepair> calibrated,
            Navigation navigation) {
        this.navigation = navigation;
        this.wedge =
                new WedgeFilter(
                        scene,
                        scans,
                        text -> front().ifPresent(screen -> screen.typed(text)),
                        calibrated);
        scene.addPostLayoutPulseListener(painted);
        scene.getAccelerators()
                .put(
                        new KeyCodeCombination(KeyCode.F11),
                        () -> stage.setFullScreen(!stage.isFullScreen()));
        stage.setScene(scene);
        stage.setTitle("FulfillX");
        stage.setMinWidth(WIDTH);
        stage.setMinHeight(HEIGHT);
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        clock.setCycleCount(Animation.INDEFINITE);
        tick();
    }

    /** What to put right in the scans of the keyboard wedge. */
    void repair(LayoutRepair repair) {
        wedge.repair(repair);
    }

    public Scene scene() {
        return scene;
    }

    public StatusModel status() {
        return status;
    }

    public Optional<Screen> front() {
        return Optional.ofNullable(front);
    }

    /** What to do when somebody closes the window. */
    public void onClose(Runnable action) {
        stage.setOnCloseRequest(_ -> action.run());
    }

    public void open(boolean fullScreen) {
        stage.setFullScreen(fullScreen);
        stage.show();
        clock.play();
    }

    /** Colours and words; the screens follow with {@link #show}. */
    void dress(Theme theme, Texts words) {
        texts = words;
        theme.apply(scene);
        StationFrame dressed =
                new StationFrame(
                        new StatusView(words, status),
                        new LinkLine(words, status),
                        status.fault(),
                        () -> always(words));
        frame = dressed;
        root.getChildren().setAll(dressed);
    }

    private List<KeyButton> always(Texts words) {
        return List.of(
                button(words.get("action.QUEUE"), KeyCode.F8, () -> navigation.go(Place.QUEUE)),
                button(words.get("go.SETTINGS"), KeyCode.F10, () -> navigation.go(Place.SETTINGS))
                        .alsoBeforeSignIn(),
                button(words.get("action.SIGNOUT"), KeyCode.F12, navigation::signOut));
    }

    private static KeyButton button(String text, KeyCode code, Runnable action) {
        return new KeyButton(text, new KeyCodeCombination(code), action);
    }

    void show(Screen screen, boolean signedIn) {
        front = screen;
        if (frame != null && texts != null) {
            status.place().set(texts.get("place." + screen.place()));
            frame.show(scene, screen, signedIn);
        }
    }

    private void tick() {
        status.clock().set(CLOCK.format(LocalTime.now(ZoneId.systemDefault())));
    }

    void close() {
        clock.stop();
        stage.close();
    }
}
