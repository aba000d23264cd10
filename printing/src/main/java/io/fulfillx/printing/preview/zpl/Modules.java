package io.fulfillx.printing.preview.zpl;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.encoder.ByteMatrix;

import io.fulfillx.printing.raster.Bitmap;

/** Matrix symbols, a dot a module. */
final class Modules {
    private Modules() {}

    static Bitmap of(BitMatrix matrix) {
        Bitmap dots = new Bitmap(matrix.getWidth(), matrix.getHeight());
        for (int y = 0; y < dots.height(); y++) {
            for (int x = 0; x < dots.width(); x++) {
                dots.set(x, y, matrix.get(x, y));
            }
        }
        return dots;
    }

    static Bitmap of(ByteMatrix matrix) {
        Bitmap dots = new Bitmap(matrix.getWidth(), matrix.getHeight());
        for (int y = 0; y < dots.height(); y++) {
            for (int x = 0; x < dots.width(); x++) {
                dots.set(x, y, matrix.get(x, y) == 1);
            }
        }
        return dots;
    }
}
