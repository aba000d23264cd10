package io.fulfillx.printing.raster;

/** Patterns of dots that are as dark as the shades they stand for (Floyd and Steinberg, 1976). */
final class Dither {
    private static final int MIDDLE = 128;
    private static final int WHITE = 255;

    /** Chooses the dots to decide. */
    interface Area {
        boolean has(int x, int y);
    }

    private Dither() {}

    /** Decides the dots of an area anew; errors are handed on inside it only. */
    static void spread(GrayImage shades, Bitmap dots, Area area) {
        int width = shades.width();
        int[] here = new int[width + 2];
        for (int y = 0; y < shades.height(); y++) {
            int[] below = new int[width + 2];
            // Every other row runs backwards, so that no slanted stripes appear.
            int step = y % 2 == 0 ? 1 : -1;
            for (int i = 0; i < width; i++) {
                int x = step > 0 ? i : width - 1 - i;
                if (!area.has(x, y)) {
                    continue;
                }
                int wanted = shades.get(x, y) + here[x + 1] / 16;
                boolean black = wanted < MIDDLE;
                dots.set(x, y, black);
                int error = wanted - (black ? 0 : WHITE);
                here[x + 1 + step] += 7 * error;
                below[x + 1 - step] += 3 * error;
                below[x + 1] += 5 * error;
                below[x + 1 + step] += error;
            }
            here = below;
        }
    }
}
