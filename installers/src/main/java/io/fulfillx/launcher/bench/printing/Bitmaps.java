package io.fulfillx.launcher.bench.printing;

import io.fulfillx.printing.raster.Bitmap;

/** Comparing pictures of the same size. */
final class Bitmaps {
    private Bitmaps() {}

    /** Percentage of dots that are not the same. */
    static double differing(Bitmap one, Bitmap other) {
        long count = 0;
        for (int y = 0; y < one.height(); y++) {
            for (int i = 0; i < one.bytesPerRow(); i++) {
                count += Integer.bitCount(one.octet(i, y) ^ other.octet(i, y));
            }
        }
        return 100.0 * count / ((long) one.width() * one.height());
    }

    /**
     * A reference as it is or upside down: the pictures ignore that a label asks to be printed
     * upside down.
     */
    static Bitmap nearer(Bitmap reference, Bitmap drawn) {
        Bitmap turned = reference.turned(2);
        return differing(turned, drawn) < differing(reference, drawn) ? turned : reference;
    }
}
