package io.fulfillx.printing.raster;

/** Black or white by a limit. */
public final class Threshold {
    private static final int MIDDLE = 128;

    /** Less difference than this around a dot is paper grain or one flat color. */
    private static final int LEAST_CONTRAST = 64;

    /** How much darker than both sides a hairline is. */
    private static final int HAIRLINE = 40;

    private static final int LIGHTEST_HAIRLINE = 208;

    private Threshold() {}

    /** The same limit everywhere: black below the middle. */
    public static Bitmap fixed(GrayImage shades) {
        byte[] pixels = shades.pixels();
        byte[] rows = new byte[(shades.width() + 7) / 8 * shades.height()];
        for (int y = 0, i = 0; y < shades.height(); y++) {
            int row = y * ((shades.width() + 7) / 8);
            for (int x = 0; x < shades.width(); x++, i++) {
                if ((pixels[i] & 0xff) < MIDDLE) {
                    rows[row + (x >> 3)] |= (byte) (0x80 >> (x & 7));
                }
            }
        }
        return Bitmap.of(shades.width(), shades.height(), rows);
    }

    /** The limit follows ink and paper nearby, and lines thinner than a dot stay whole. */
    static Bitmap local(GrayImage shades, ToneBlocks blocks) {
        int[] middles = blocks.middles(MIDDLE, LEAST_CONTRAST);
        byte[] pixels = shades.pixels();
        int width = shades.width();
        byte[] rows = new byte[(width + 7) / 8 * shades.height()];
        for (int y = 0; y < shades.height(); y++) {
            int row = y * ((width + 7) / 8);
            for (int x = 0; x < width; x++) {
                int shade = pixels[y * width + x] & 0xff;
                if (shade < LIGHTEST_HAIRLINE
                        && (shade < middles[blocks.at(x, y)] || hairline(shades, x, y, shade))) {
                    rows[row + (x >> 3)] |= (byte) (0x80 >> (x & 7));
                }
            }
        }
        return Bitmap.of(width, shades.height(), rows);
    }

    private static boolean hairline(GrayImage shades, int x, int y, int shade) {
        int limit = shade + HAIRLINE;
        return shades.get(x - 1, y) >= limit && shades.get(x + 1, y) >= limit
                || shades.get(x, y - 1) >= limit && shades.get(x, y + 1) >= limit;
    }
}
