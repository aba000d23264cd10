package io.fulfillx.desktop.app;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/** Pictures of the window, as PNG files. */
public final class Screenshots {
    private final FxBridge fx;
    private final Path folder;

    public Screenshots(FxBridge fx, Path folder) {
        this.fx = fx;
        this.folder = folder;
    }

    /**
     * Writes {@code <name>.png} and replaces an older one.
     *
     * @throws UncheckedIOException when the folder cannot be written
     */
    public void take(Scene scene, String name) {
        WritableImage image = fx.ask(() -> scene.snapshot(null));
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(name + ".png");
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
