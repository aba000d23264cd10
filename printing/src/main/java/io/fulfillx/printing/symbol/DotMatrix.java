package io.fulfillx.printing.symbol;

import com.google.zxing.common.BitMatrix;

/** Dots in the form ZXing works on. */
final class DotMatrix {
    private static final int MARGIN = 32;

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

    /** Modules as large squares, with white around. */
    static BitMatrix enlarged(BitMatrix modules) {
        int times = 4;
        BitMatrix bits =
                new BitMatrix(
                        modules.getWidth() * times + 2 * MARGIN,
                        modules.getHeight() * times + 2 * MARGIN);
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                if (modules.get(column, row)) {
                    bits.setRegion(MARGIN + column * times, MARGIN + row * times, times, times);
                }
            }
        }
        return bits;
    }
}
