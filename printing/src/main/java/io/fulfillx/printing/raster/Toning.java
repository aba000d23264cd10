package io.fulfillx.printing.raster;

/** Chooses dots for shades. */
public final class Toning {
    private Toning() {}

    /** Black where it is darker than the middle. */
    public static Bitmap dots(GrayImage shades, Dpi dpi) {
        Bitmap dots = new Bitmap(shades.width(), shades.height());
        for (int y = 0; y < shades.height(); y++) {
            for (int x = 0; x < shades.width(); x++) {
                if (shades.get(x, y) < 128 && dpi.nominal() > 0) {
                    dots.set(x, y, true);
                }
            }
        }
        return dots;
    }
}
