package io.fulfillx.desktop.app;

import io.fulfillx.desktop.theme.Theme;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Shows one view in a scene of the real size, for tests that look at it. */
public final class Stagehand {
    private static final Path PICTURES = Path.of("target", "screens");
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 645;

    private final FxBridge fx = FxBridge.start();

    public FxBridge fx() {
        return fx;
    }

    public Scene show(Theme theme, Supplier<? extends Parent> view) {
        return fx.ask(
                () -> {
                    Parent root = view.get();
                    root.getStyleClass().add("station");
                    Scene scene = new Scene(root, WIDTH, HEIGHT);
                    theme.apply(scene);
                    return scene;
                });
    }

    public void picture(Scene scene, String name) {
        new Screenshots(fx, PICTURES).take(scene, name);
    }

    /** Every text that can be read in this view now. */
    public List<String> texts(Scene scene) {
        return fx.ask(
                () -> {
                    scene.snapshot(null);
                    List<String> found = new ArrayList<>();
                    collect(scene.getRoot(), found);
                    return found;
                });
    }

    /** Every text that is cut to dots, or lies outside the scene and no list scrolls to it. */
    public List<String> cutOff(Scene scene) {
        return fx.ask(
                () -> {
                    scene.snapshot(null);
                    List<String> found = new ArrayList<>();
                    double least = scene.getRoot().minHeight(WIDTH);
                    if (least > HEIGHT) {
                        found.add("needs a height of " + least);
                    }
                    double narrowest = scene.getRoot().minWidth(HEIGHT);
                    if (narrowest > WIDTH) {
                        found.add("needs a width of " + narrowest);
                    }
                    findCut(scene.getRoot(), found);
                    return found;
                });
    }

    private static void findCut(Node node, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled
                && !Objects.requireNonNullElse(labeled.getText(), "").isEmpty()) {
            Bounds bounds = labeled.localToScene(labeled.getBoundsInLocal());
            boolean shortened =
                    labeled.getChildrenUnmodifiable().stream()
                            .filter(Text.class::isInstance)
                            .map(Text.class::cast)
                            .anyMatch(
                                    text ->
                                            !plain(text.getText())
                                                    .equals(plain(labeled.getText())));
            if (shortened || bounds.getMaxX() > WIDTH || bounds.getMaxY() > HEIGHT) {
                found.add(labeled.getText());
            }
        }
        if (node instanceof Pane pane) {
            findOutside(pane, found);
        }
        // What scrolls may be longer than it shows.
        if (node instanceof Parent parent && !(node instanceof ScrollPane)) {
            parent.getChildrenUnmodifiable().forEach(child -> findCut(child, found));
        }
    }

    /** Children wider than the room they were given lie over their neighbors. */
    private static void findOutside(Pane pane, List<String> found) {
        for (Node child : pane.getChildren()) {
            if (child.isManaged()
                    && child.isVisible()
                    && child.getBoundsInParent().getMaxX() > pane.getWidth() + 1) {
                found.add(child.getClass().getSimpleName() + " is wider than its place");
            }
        }
    }

    /** A broken line is no loss. */
    private static String plain(String text) {
        return text.replaceAll("\\s", "");
    }

    private static void collect(Node node, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !Objects.requireNonNullElse(labeled.getText(), "").isEmpty()) {
            found.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
