package io.fulfillx.printing.raster;

/**
 * Chooses dots for shades: words, lines and bars get hard edges, photos and large colored areas get
 * a pattern as dark as they are.
 */
public final class Toning {
    private Toning() {}

    /** Dots of the same size as the shades. */
    public static Bitmap dots(GrayImage shades, Dpi dpi) {
        int edge = (int) Math.round(dpi.perInch() / 25.4);
        ToneBlocks blocks = new ToneBlocks(shades, edge);
        Bitmap dots = Threshold.local(shades, blocks);
        boolean[] soft = blocks.soft();
        if (blocks.hasSoft()) {
            Dither.spread(shades, dots, (x, y) -> soft[blocks.at(x, y)]);
        }
        return dots;
    }
}
