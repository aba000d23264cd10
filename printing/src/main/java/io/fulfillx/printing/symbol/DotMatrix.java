package io.fulfillx.printing.symbol;

import com.google.zxing.common.BitMatrix;

/** Dots in the form ZXing works on. */
final class DotMatrix {
    private static final int MARGIN = 12;

    private DotMatrix() {}

    /** With white around. */
    static BitMatrix of(Dots dots) {
        BitMatrix bits = new BitMatrix(dots.width() + 2 * MARGIN, dots.height() + 2 * MARGIN);
        for (int y = 0; y < dots.height(); y++) {
            for (int x = 0; x < dots.width(); x++) {
                if (dots.get(x, y) == 1) {
                    bits.set(x + MARGIN, y + MARGIN);
                }
            }
        }
        return bits;
    }
}
