package io.fulfillx.desktop.theme;

import io.fulfillx.printing.raster.Bitmap;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import java.nio.IntBuffer;

/** Dots on paper as dots on the screen. */
final class BitmapImage {
    private static final int BLACK = 0xff000000;
    private static final int WHITE = 0xffffffff;

    private BitmapImage() {}

    static WritableImage of(Bitmap dots) {
        int[] row = new int[dots.width()];
        WritableImage image = new WritableImage(dots.width(), dots.height());
        for (int y = 0; y < dots.height(); y++) {
            for (int x = 0; x < dots.width(); x++) {
                row[x] = dots.get(x, y) ? BLACK : WHITE;
            }
            image.getPixelWriter()
                    .setPixels(
                            0,
                            y,
                            dots.width(),
                            1,
                            PixelFormat.getIntArgbInstance(),
                            IntBuffer.wrap(row),
                            dots.width());
        }
        return image;
    }
}
