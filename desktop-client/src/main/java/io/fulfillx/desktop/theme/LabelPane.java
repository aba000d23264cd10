package io.fulfillx.desktop.theme;

import io.fulfillx.desktop.print.LabelPictures;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.printing.raster.Bitmap;

import javafx.application.Platform;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;

import java.nio.IntBuffer;

/** The label as it should look on paper; a printer's sign until it is drawn. */
public final class LabelPane extends StackPane {
    private static final double ICON = 90;
    private static final double WIDTH_TO_HEIGHT = 4.0 / 6;
    private static final int BLACK = 0xff000000;
    private static final int WHITE = 0xffffffff;

    public LabelPane(LabelPictures pictures, LabelDocument label, double height) {
        getStyleClass().add("label-picture");
        getChildren().setAll(Icon.PRINTER.node(ICON));
        // As wide as a label of this height, so that nothing jumps when it is drawn.
        double width = height * WIDTH_TO_HEIGHT;
        setMinSize(width, height);
        setMaxSize(width, height);
        Thread.ofVirtual()
                .name("label-picture")
                .start(
                        () ->
                                pictures.of(label)
                                        .map(LabelPane::image)
                                        .ifPresent(
                                                image ->
                                                        Platform.runLater(
                                                                () -> show(image, height))));
    }

    private void show(WritableImage image, double height) {
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setFitHeight(height - 2);
        getChildren().setAll(view);
    }

    private static WritableImage image(Bitmap label) {
        int[] row = new int[label.width()];
        WritableImage image = new WritableImage(label.width(), label.height());
        for (int y = 0; y < label.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = label.get(x, y) ? BLACK : WHITE;
            }
            image.getPixelWriter()
                    .setPixels(
                            0,
                            y,
                            row.length,
                            1,
                            PixelFormat.getIntArgbInstance(),
                            IntBuffer.wrap(row),
                            row.length);
        }
        return image;
    }
}
